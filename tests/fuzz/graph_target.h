// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace ochain::fuzz {

/// A graph in the format that the first byte chooses: imported into a small chain, exported and imported again.
void readGraphFileText(std::string_view input);

} // namespace ochain::fuzz
