// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/error.h"

#include <filesystem>

namespace ochain {

/// Makes a new chain file, as Store::create() says.
[[nodiscard]] Result<void> createFile(const std::filesystem::path& file, const Chain& chain, bool replace);

} // namespace ochain
