// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace ochain::fuzz {

/// A workbook: a byte that chooses the table, the code of a number format up to the end of the line, and the XML of the
/// sheet; from 192 on, the bytes of the whole file. What is imported is exported and imported again.
void readXlsx(std::string_view input);

} // namespace ochain::fuzz
