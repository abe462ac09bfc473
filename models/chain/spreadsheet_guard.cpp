// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/spreadsheet_guard.h"

#include <algorithm>
#include <array>

namespace ochain {

namespace {

constexpr char kGuard = '\'';

std::string_view withoutGuards(std::string_view text) noexcept
{
    text.remove_prefix(std::min(text.find_first_not_of(kGuard), text.size()));
    return text;
}

/// Whether some spreadsheet would take a text for a formula: after blanks too, and by the wide signs of East Asian
/// keyboards.
bool beginsAsFormula(std::string_view text) noexcept
{
    constexpr std::string_view kBlanks = "\t\r\n";
    constexpr std::array<std::string_view, 8> kSigns{"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    if (!text.empty() && kBlanks.find(text.front()) != std::string_view::npos)
        return true;
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    return std::any_of(kSigns.begin(), kSigns.end(), [text](std::string_view sign) { return text.starts_with(sign); });
}

/// -97.74, or -1.5e-06: digits, perhaps with a fraction and an exponent.
bool isPlainNumber(std::string_view text) noexcept
{
    const auto takeDigits = [&text] {
        const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
        text.remove_prefix(digits);
        return digits > 0;
    };
    const auto takeOne = [&text](std::string_view signs) {
        const bool isThere = !text.empty() && signs.find(text.front()) != std::string_view::npos;
        text.remove_prefix(isThere ? 1 : 0);
        return isThere;
    };
    takeOne("-");
    if (!takeDigits() || (takeOne(".") && !takeDigits()))
        return false;
    if (takeOne("eE")) {
        takeOne("+-");
        if (!takeDigits())
            return false;
    }
    return text.empty();
}

} // namespace

bool needsSpreadsheetGuard(std::string_view text) noexcept
{
    return beginsAsFormula(withoutGuards(text)) && !isPlainNumber(text);
}

std::string guardedForSpreadsheet(std::string_view text)
{
    std::string cell;
    cell.reserve(text.size() + 1);
    if (needsSpreadsheetGuard(text))
        cell += kGuard;
    return cell.append(text);
}

std::string_view withoutSpreadsheetGuard(std::string_view cell) noexcept
{
    if (cell.starts_with(kGuard) && beginsAsFormula(withoutGuards(cell)))
        cell.remove_prefix(1);
    return cell;
}

} // namespace ochain
