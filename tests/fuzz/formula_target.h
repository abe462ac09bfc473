// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace ochain::fuzz {

/// A formula: read, and evaluated if it can be.
void readFormula(std::string_view input);

} // namespace ochain::fuzz
