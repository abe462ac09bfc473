// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/date.h"
#include "chain/error.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace ochain {

class BackupPlace;
class FileSnapshot;

/// Keeps a chain file as it was before the first edit of each day, in the folder backupFolderOf(): one copy a day,
/// whoever edits, kept for seven days. It lets edits wait for nothing, and fail for nothing: the copy is taken off from
/// a snapshot on another thread. For one thread at a time.
class DailyBackup {
public:
    /// @param chain  the file that is edited
    explicit DailyBackup(std::filesystem::path chain) : m_chain(std::move(chain)) {}
    /// Gives up a copy that is under way.
    ~DailyBackup();
    DailyBackup(const DailyBackup&) = delete;
    DailyBackup& operator=(const DailyBackup&) = delete;

    /// To be called before each edit is written; costs nothing but before the first one of a day.
    void beforeEdit();
    /// Why there is no backup of today, told once however often it fails.
    [[nodiscard]] std::optional<Error> takeFailure();
    /// Waits until a copy that is under way is in its place.
    /// @param goesOn  asked now and then; false gives the copy up. May be empty
    void finish(const std::function<bool()>& goesOn);

private:
    [[nodiscard]] bool isCopying();
    void settle(std::int64_t time);
    [[nodiscard]] Result<void> begin(Date today);
    void copy(BackupPlace place, FileSnapshot snapshot, Date today);
    void join();

    std::filesystem::path m_chain;
    std::int64_t m_settledFrom = 0; ///< seconds since 1970 UTC: between both there is nothing to do
    std::int64_t m_settledUntil = 0;
    std::thread m_worker;
    std::atomic<bool> m_isGivenUp = false;
    bool m_isTold = false;
    std::mutex m_mutex; ///< of the following
    std::condition_variable m_ended;
    bool m_isCopying = false;
    std::optional<Error> m_failure;
};

} // namespace ochain
