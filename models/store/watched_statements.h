// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/progress.h"

#include <sqlite3.h>

namespace ochain {

/// While it lives, each statement of a connection tells a Progress now and then how far the work is that it belongs to,
/// and ends with SQLITE_INTERRUPT when that is false.
class WatchedStatements {
public:
    WatchedStatements(sqlite3* database, const Progress& progress) : m_database(database), m_progress(progress)
    {
        constexpr int kSteps = 100'000; // of SQLite's machine: some milliseconds
        if (m_progress)
            sqlite3_progress_handler(m_database, kSteps, &WatchedStatements::stops, this);
    }
    ~WatchedStatements() { sqlite3_progress_handler(m_database, 0, nullptr, nullptr); }
    WatchedStatements(const WatchedStatements&) = delete;
    WatchedStatements& operator=(const WatchedStatements&) = delete;

    /// @param share  of the work that is done, from 0 to 1
    void setShare(double share) noexcept { m_share = share; }

private:
    static int stops(void* self)
    {
        const auto* watched = static_cast<WatchedStatements*>(self);
        return watched->m_progress(watched->m_share) ? 0 : 1;
    }
    sqlite3* m_database;
    const Progress& m_progress;
    double m_share = 0;
};

} // namespace ochain
