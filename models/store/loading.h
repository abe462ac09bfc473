// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain_loader.h"
#include "store/connection.h"
#include "store/content_check.h"
#include "store/journal_scan.h"
#include "store/store.h"

namespace ochain {

/// What reading a file brought, with what accepting it needs.
struct FileReading {
    Loaded loaded;
    JournalReading journal;
    TableDigests found{}; ///< what stands in the tables
    ContentCheck content;
    std::int64_t dataVersion = 0; ///< SQLite's, by which others' writing shows
    Look look = Look::Quick;
};

/// Reads all tables of a file into a chain within one read transaction. What cannot be read is reported (rule Damaged,
/// or what is wrong with the row) and left out; the rest is read. What is not as the file's digests say is reported
/// too. Errors: locked, cancelled, out of memory.
/// @param version  user_version of the file: tables of later versions are taken as empty
[[nodiscard]] Result<FileReading> loadChain(Connection& connection, int version, const Progress& progress, Look look);

} // namespace ochain
