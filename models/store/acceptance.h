// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/journal.h"
#include "store/loading.h"

#include <filesystem>
#include <optional>
#include <string>

namespace ochain {

/// Why what was found in a file cannot be accepted as what it says; none if it can.
[[nodiscard]] std::optional<Error> reasonAgainstAccepting(const FileReading& reading,
                                                          const std::filesystem::path& file);

/// Writes that what was found is what the file says: the digests of the tables that differ, those of the journal if it
/// does, and an edit with what is known of the changes. Within an open transaction in which the file is as it was when
/// it was read. Throws SQLite::Exception.
/// @param edit  seq, time, author and reason
/// @return the edit as the journal has it
[[nodiscard]] Edit writeAcceptance(Connection& connection, Journal& journal, const FileReading& reading, Edit edit);

} // namespace ochain
