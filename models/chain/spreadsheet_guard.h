// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace ochain {

// A spreadsheet runs a cell that begins with = + - @ as a formula, though it comes from a text that anybody wrote. An
// apostrophe in front makes it text (data/dataset/README.md). Guarded and unguarded again, every text is what it was,
// whatever it begins with.

/// A text as a cell of a file or of the clipboard holds it: with one apostrophe more in front if, behind any
/// apostrophes of its own, it begins as a formula does. A plain number such as -97.74 stays as it is.
[[nodiscard]] std::string guardedForSpreadsheet(std::string_view text);
/// Whether guarding would change a text.
[[nodiscard]] bool needsSpreadsheetGuard(std::string_view text) noexcept;
/// The text of a cell: without the first apostrophe of those in front of what begins as a formula does.
[[nodiscard]] std::string_view withoutSpreadsheetGuard(std::string_view cell) noexcept;

} // namespace ochain
