// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace ochain::fuzz {

/// Filters of tables as people type them, and what is offered at every place in them.
void readFilterText(std::string_view input);

} // namespace ochain::fuzz
