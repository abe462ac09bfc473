// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backups/daily_backup.h"

#include "backups/backup_list.h"
#include "backups/backup_place.h"
#include "files/file_failures.h"
#include "store/file_snapshot.h"

#include <chrono>
#include <ctime>
#include <string>
#include <system_error>
#include <utility>

namespace ochain {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr auto kLookEvery = std::chrono::milliseconds(20);
constexpr auto kMostWait = std::chrono::seconds(30);        ///< at the end, for a copy under way
constexpr auto kMostDelay = std::chrono::milliseconds(500); ///< of an edit, where it has to wait for the copy
constexpr std::int64_t kTryAgainAfter = 600; ///< seconds: a failure may be over soon, but not at each edit
constexpr std::uintmax_t kTimesTheRoom = 2;  ///< edits need some too

std::int64_t now()
{
    return static_cast<std::int64_t>(std::time(nullptr));
}

/// The moment the local day of another moment ends.
std::int64_t endOfDay(std::int64_t time)
{
    const auto seconds = static_cast<std::time_t>(time);
    std::tm local{};
    ::localtime_r(&seconds, &local);
    ++local.tm_mday;
    local.tm_hour = local.tm_min = local.tm_sec = 0;
    local.tm_isdst = -1; // which the day may change
    return static_cast<std::int64_t>(std::mktime(&local));
}

Result<void> checkRoom(const BackupPlace& place, const FileSnapshot& snapshot)
{
    const auto bytes = static_cast<std::uintmax_t>(snapshot.bytes());
    if (place.room() / kTimesTheRoom >= bytes)
        return {};
    constexpr std::uintmax_t kMega = 1'000'000;
    return failure(
        ErrorKind::Full,
        QT_TRANSLATE_NOOP("Sentence", "there is too little room on the disk for a copy of {0} MB; free some"),
        std::to_string(bytes / kMega + 1));
}

Result<void> copyInto(BackupPlace& place, FileSnapshot& snapshot, const fs::path& chain, Date today,
                      const Progress& goesOn)
{
    Result<void> done = checkRoom(place, snapshot);
    if (done)
        done = snapshot.copyTo(place.part(), goesOn);
    if (done)
        done = place.putInPlace();
    if (done)
        removeOldBackups(chain, today);
    return done;
}

} // namespace

DailyBackup::~DailyBackup()
{
    m_isGivenUp = true;
    join();
}

void DailyBackup::beforeEdit()
{
    const std::int64_t time = now();
    if (time >= m_settledFrom && time < m_settledUntil)
        return;
    if (!isCopying())
        settle(time);
}

void DailyBackup::settle(std::int64_t time)
{
    join();
    m_settledFrom = time;
    m_settledUntil = endOfDay(time);
    if (Result<void> begun = begin(localDate(time)); !begun)
        m_failure = std::move(begun.error()); // nobody else is there
}

Result<void> DailyBackup::begin(Date today)
{
    Result<std::optional<BackupPlace>> place = BackupPlace::take(m_chain, today);
    if (!place)
        return tl::unexpected(std::move(place.error()));
    if (!*place)
        return {};
    Result<FileSnapshot> snapshot = FileSnapshot::take(m_chain);
    if (!snapshot)
        return tl::unexpected(std::move(snapshot.error()));
    if (!snapshot->letsOthersWrite()) {
        const auto until = Clock::now() + kMostDelay;
        return copyInto(**place, *snapshot, m_chain, today, [until](double) { return Clock::now() < until; });
    }
    m_isGivenUp = false;
    m_isCopying = true; // nobody else is there yet
    try {
        m_worker = std::thread(&DailyBackup::copy, this, std::move(**place), std::move(*snapshot), today);
    } catch (const std::system_error&) {
        m_isCopying = false;
        return tl::unexpected(noMemory());
    }
    return {};
}

void DailyBackup::copy(BackupPlace place, FileSnapshot snapshot, Date today)
{
    Result<void> done = copyInto(place, snapshot, m_chain, today, [this](double) { return !m_isGivenUp; });
    const std::lock_guard lock(m_mutex);
    if (!done && !m_isGivenUp)
        m_failure = std::move(done.error());
    m_isCopying = false;
    m_ended.notify_all();
}

bool DailyBackup::isCopying()
{
    const std::lock_guard lock(m_mutex);
    return m_isCopying;
}

void DailyBackup::join()
{
    if (m_worker.joinable())
        m_worker.join();
}

std::optional<Error> DailyBackup::takeFailure()
{
    const std::lock_guard lock(m_mutex);
    std::optional<Error> failure = std::exchange(m_failure, std::nullopt);
    if (!failure)
        return std::nullopt;
    m_settledUntil = now() + kTryAgainAfter;
    if (std::exchange(m_isTold, true))
        return std::nullopt;
    return std::move(*failure).during(
        {QT_TRANSLATE_NOOP("Sentence", "edits are saved, but “{0}” as it was before today is not kept"),
         {m_chain.filename().string()}});
}

void DailyBackup::finish(const std::function<bool()>& goesOn)
{
    const auto until = Clock::now() + kMostWait;
    std::unique_lock lock(m_mutex);
    while (m_isCopying) {
        m_ended.wait_for(lock, kLookEvery);
        if ((goesOn && !goesOn()) || Clock::now() >= until)
            m_isGivenUp = true;
    }
    lock.unlock();
    join();
}

} // namespace ochain
