// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace ochain::fuzz {

/// A chain file with some of its bytes changed: four bytes of input are a place (little-endian, in three) and what is
/// exclusive-ored to the byte there. An input that begins as a database does is taken for the file itself.
void readChainFile(std::string_view input);

} // namespace ochain::fuzz
