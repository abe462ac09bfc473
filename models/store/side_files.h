// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"

#include <filesystem>

namespace ochain {

/// The file that SQLite keeps beside a database, such as "-wal": beside the file itself, where a link leads to it.
[[nodiscard]] std::filesystem::path beside(const std::filesystem::path& file, const char* suffix);

/// Looks at what lies beside a chain, before SQLite does: a journal or log that is a link, a pipe, a device or a folder
/// is refused, and a journal that names another file, which SQLite would delete.
[[nodiscard]] Result<void> checkSideFiles(const std::filesystem::path& file);
/// The same for who has no use for a sentence.
[[nodiscard]] bool areSideFilesFit(const char* file) noexcept;

/// If a killed program left a change half done, SQLite takes it back by the journal as soon as it opens the file. A
/// journal may also come from elsewhere, so file and journal are copied first: chain.ochain.before-rollback.bak.
[[nodiscard]] Result<void> keepBeforeRollback(const std::filesystem::path& file);

/// Whether a file beside holds changes that the file itself does not have.
[[nodiscard]] bool hasChangesBeside(const std::filesystem::path& file);

} // namespace ochain
