// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/csv_number.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ochain {

namespace {

constexpr std::array<std::string_view, 4> kBlanks{" ", "'", "\xC2\xA0", "\xE2\x80\xAF"};

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

/// How many bytes a blank or an apostrophe between thousands has at the front of a text; 0 if there is none.
std::size_t blankLength(std::string_view text) noexcept
{
    const auto blank =
        std::find_if(kBlanks.begin(), kBlanks.end(), [&](std::string_view each) { return text.starts_with(each); });
    return blank == kBlanks.end() ? 0 : blank->size();
}

/// How many bytes a separator within a number has at the front of a text.
std::size_t separatorLength(std::string_view text) noexcept
{
    return !text.empty() && (text.front() == ',' || text.front() == '.') ? 1 : blankLength(text);
}

/// The end of the number that begins at a digit: separators count where digits follow.
std::size_t endOfNumber(std::string_view cell, std::size_t from) noexcept
{
    std::size_t end = from;
    while (end < cell.size()) {
        const std::size_t separator = separatorLength(cell.substr(end));
        if (!isDigit(cell[end]) &&
            (separator == 0 || end + separator >= cell.size() || !isDigit(cell[end + separator])))
            break;
        end += std::max<std::size_t>(separator, 1);
    }
    return end;
}

/// "1,500,000" by commas: groups of three digits, the first not beginning with a zero.
bool isGrouped(std::string_view number, char separator) noexcept
{
    constexpr std::size_t kGroup = 3;
    const std::size_t first = number.find(separator);
    if (first == std::string_view::npos || first == 0 || first > kGroup || number.front() == '0')
        return false;
    for (std::size_t at = first; at < number.size(); at += kGroup + 1)
        if (number[at] != separator || at + kGroup >= number.size() ||
            !std::all_of(number.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                         number.begin() + static_cast<std::ptrdiff_t>(at + kGroup) + 1, isDigit))
            return false;
    return true;
}

std::string without(std::string_view number, char separator)
{
    std::string plain(number);
    std::erase(plain, separator);
    return plain;
}

/// Blanks and apostrophes as one sign, which no number has otherwise.
std::string withPlainBlanks(std::string_view number)
{
    std::string plain;
    while (!number.empty()) {
        const std::size_t blank = blankLength(number);
        plain += blank > 0 ? ' ' : number.front();
        number.remove_prefix(std::max<std::size_t>(blank, 1));
    }
    return plain;
}

/// A number that has both: the last of them is the decimal sign.
std::vector<std::string> withBoth(std::string_view number, bool hasDecimalComma)
{
    const std::size_t at = number.find_last_of(",.");
    const char decimal = number[at];
    const char thousands = decimal == ',' ? '.' : ',';
    const std::string_view whole = number.substr(0, at);
    if (!isGrouped(whole, thousands) || (decimal == ',' && !hasDecimalComma))
        return {};
    return {without(whole, thousands) + '.' + std::string(number.substr(at + 1))};
}

/// A number that has only one of them.
std::vector<std::string> withOne(std::string_view number, char separator, bool hasDecimalComma)
{
    const bool isOnce = std::count(number.begin(), number.end(), separator) == 1;
    const bool mayBeThousands = isGrouped(number, separator) && (separator == ',' || hasDecimalComma);
    const bool mayBeDecimal = isOnce && (separator == '.' || hasDecimalComma);
    std::vector<std::string> ways;
    if (mayBeDecimal) {
        ways.emplace_back(number);
        std::replace(ways.back().begin(), ways.back().end(), separator, '.');
    }
    if (mayBeThousands)
        ways.push_back(without(number, separator));
    return ways;
}

std::vector<std::string> waysOf(std::string_view number, bool hasDecimalComma)
{
    const bool hasComma = number.find(',') != std::string_view::npos;
    const bool hasPoint = number.find('.') != std::string_view::npos;
    if (hasComma && hasPoint)
        return withBoth(number, hasDecimalComma);
    if (hasComma || hasPoint)
        return withOne(number, hasComma ? ',' : '.', hasDecimalComma);
    return {std::string(number)};
}

/// Thousands that are parted by blanks are put together first; behind them only decimals may stand.
std::vector<std::string> waysOfNumber(std::string_view written, bool hasDecimalComma)
{
    const std::string number = withPlainBlanks(written);
    if (number.find(' ') == std::string::npos)
        return waysOf(number, hasDecimalComma);
    const std::size_t end = std::min(number.find_first_of(",."), number.size());
    const std::string_view whole = std::string_view(number).substr(0, end);
    const std::string rest = number.substr(end);
    const bool isPlainRest =
        rest.empty() || (rest.find_first_of(",. ", 1) == std::string::npos && (rest.front() == '.' || hasDecimalComma));
    if (!isGrouped(whole, ' ') || !isPlainRest)
        return {};
    return {without(whole, ' ') + (rest.empty() ? "" : '.' + rest.substr(1))};
}

} // namespace

std::vector<std::string> plainNumbers(std::string_view cell, bool hasDecimalComma)
{
    const auto begin = static_cast<std::size_t>(std::find_if(cell.begin(), cell.end(), isDigit) - cell.begin());
    const std::size_t end = endOfNumber(cell, begin);
    std::vector<std::string> ways = waysOfNumber(cell.substr(begin, end - begin), hasDecimalComma);
    for (std::string& way : ways)
        way = std::string(cell.substr(0, begin)).append(way).append(cell.substr(end));
    return ways;
}

} // namespace ochain
