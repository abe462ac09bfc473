// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace ochain::fuzz {

/// Amounts, dates and periods as people type them and as files have them.
void readTyped(std::string_view input);

} // namespace ochain::fuzz
