// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/connection.h"
#include "store/store.h"

namespace ochain {

/// A file that is open, and how.
struct Opened {
    Connection connection;
    int version = 0;
    Sentence readOnlyReason; ///< empty if it may be written
};

/// Opens a chain file with all checks: kind, identity, version, schema; migrates an older one. Where the rights do not
/// suffice it is opened for reading, with the reason; a damaged one as far as it can be read. `progress` is told of a
/// migration.
[[nodiscard]] Result<Opened> openChainFile(const std::filesystem::path& named, Store::Access access,
                                           const Progress& progress = {});

} // namespace ochain
