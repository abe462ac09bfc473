// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace ochain::fuzz {

/// A graph as JSON and, behind a line with nothing but a bar, an earlier layout.
void readLayout(std::string_view input);

} // namespace ochain::fuzz
