// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace ochain {

/// A file that the program carries in itself; both views live as long as the program.
struct EmbeddedFile {
    std::string_view name; ///< without a folder, for example "deals.csv"
    std::string_view text; ///< its bytes as they are in the file
};

} // namespace ochain
