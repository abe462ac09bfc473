// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbooks/xlsx_cells.h"

#include "chain/date.h"
#include "workbooks/xml_names.h"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace ochain {

namespace {

constexpr double kMaxSerial = 2'958'465; ///< 9999-12-31, the last day that spreadsheets know

Sentence damagedCell()
{
    return {QT_TRANSLATE_NOOP("Sentence", "the cell is damaged; write its value again in a spreadsheet program"), {}};
}

/// Puts a UTF-16 code unit that stands for itself into UTF-8.
void appendUnit(std::string& text, unsigned unit)
{
    if (unit < 0x80U)
        text += static_cast<char>(unit);
    else if (unit < 0x800U) {
        text += static_cast<char>(0xC0U | (unit >> 6U));
        text += static_cast<char>(0x80U | (unit & 0x3FU));
    } else {
        text += static_cast<char>(0xE0U | (unit >> 12U));
        text += static_cast<char>(0x80U | ((unit >> 6U) & 0x3FU));
        text += static_cast<char>(0x80U | (unit & 0x3FU));
    }
}

/// What "_x000D_" stands for, if it stands there. Source: ECMA-376, part 1, section 22.9.2.19.
std::optional<unsigned> escapedUnit(std::string_view text) noexcept
{
    constexpr std::size_t kLength = 7;
    if (text.size() < kLength || !text.starts_with("_x") || text[kLength - 1] != '_')
        return std::nullopt;
    unsigned unit = 0;
    const char* digits = text.data() + 2;
    const auto [end, problem] = std::from_chars(digits, digits + 4, unit, 16);
    const bool isSurrogate = unit >= 0xD800U && unit <= 0xDFFFU;
    return problem == std::errc() && end == digits + 4 && !isSurrogate ? std::optional(unit) : std::nullopt;
}

std::string unescaped(std::string_view text)
{
    constexpr std::size_t kLength = 7;
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();)
        if (const std::optional<unsigned> unit = escapedUnit(text.substr(at))) {
            appendUnit(plain, *unit);
            at += kLength;
        } else
            plain += text[at++];
    return plain;
}

/// The day of a date's number, and of what it has beside the day the seconds.
struct Moment {
    Day day = 0;
    int seconds = 0;
};

/// Source: ECMA-376, part 1, section 18.17.4.1. There 1900 is a leap year: before its March days count from one day
/// later, and day 60 is none.
std::optional<Moment> momentOf(double serial, bool countsFrom1904)
{
    constexpr int kSecondsADay = 86'400;
    constexpr int kNoDayOf1900 = 60;
    if (!(serial >= 0) || serial >= kMaxSerial + 1)
        return std::nullopt;
    auto day = static_cast<Day>(std::floor(serial));
    auto seconds = static_cast<int>(std::lround((serial - std::floor(serial)) * kSecondsADay));
    if (seconds == kSecondsADay) {
        ++day;
        seconds = 0;
    }
    if (countsFrom1904)
        return Moment{dayNumber(1904, 1, 1) + day, seconds};
    if (day == kNoDayOf1900)
        return std::nullopt;
    return Moment{dayNumber(1899, 12, day < kNoDayOf1900 ? 31 : 30) + day, seconds};
}

std::string timeText(int seconds)
{
    constexpr int kMinute = 60;
    return fmt::format("{:02}:{:02}:{:02}", seconds / kMinute / kMinute, seconds / kMinute % kMinute,
                       seconds % kMinute);
}

/// A date as precise as its cell shows it: of one that shows no day the first is meant as the whole month. Another day
/// stays one, so that nothing is lost that the cell holds.
std::string dateText(const Moment& moment, const NumberForm& form)
{
    const Date date = dateOf(moment.day);
    if (form.hasTime && moment.seconds > 0)
        return fmt::format("{:04}-{:02}-{:02} {}", date.year(), date.month(), date.day(), timeText(moment.seconds));
    if (!form.hasDay && form.hasYear && date.day() == 1) {
        if (!form.hasMonth && date.month() == 1)
            return fmt::format("{:04}", date.year());
        if (form.hasMonth)
            return fmt::format("{:04}-{:02}", date.year(), date.month());
    }
    return fmt::format("{:04}-{:02}-{:02}", date.year(), date.month(), date.day());
}

std::string plainText(double number)
{
    constexpr double kLarge = 1e21;
    constexpr double kSmall = 1e-9;
    constexpr std::size_t kLongest = 64;
    if (number == 0)
        return "0"; // nor -0
    const double size = std::abs(number);
    const bool isFixed = size < kLarge && size >= kSmall;
    std::array<char, kLongest> digits{};
    const auto [end, problem] = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                              isFixed ? std::chars_format::fixed : std::chars_format::scientific);
    return problem == std::errc() ? std::string(digits.data(), end) : std::string();
}

tl::expected<std::string, Sentence> numberCell(std::string_view text, const pugi::xml_node& cell,
                                               const XlsxReading& reading)
{
    double number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
        return tl::unexpected(damagedCell());
    const std::size_t style = cell.attribute("s").as_uint();
    const NumberForm form = style < reading.forms.size() ? reading.forms[style] : NumberForm{};
    return textOfNumber(number, form, reading.countsFrom1904);
}

tl::expected<std::string, Sentence> sharedText(std::string_view text, const XlsxReading& reading)
{
    std::size_t index = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), index);
    if (problem != std::errc() || end != text.data() + text.size() || index >= reading.texts.count())
        return tl::unexpected(damagedCell());
    return std::string(reading.texts.at(index));
}

/// A date that is written out, as a strict workbook has it: without a time that says nothing.
std::string isoDate(std::string_view text)
{
    constexpr std::string_view kMidnight = "T00:00:00";
    const std::size_t time = text.find('T');
    const bool isDay = time != std::string_view::npos && text.substr(time).starts_with(kMidnight) &&
                       text.find_first_not_of("0.Z", time + kMidnight.size()) == std::string_view::npos;
    return std::string(isDay ? text.substr(0, time) : text);
}

} // namespace

std::string textOfRuns(const pugi::xml_node& item)
{
    std::string text;
    for (pugi::xml_node part = item.first_child(); part; part = part.next_sibling())
        if (isNamed(part, "t"))
            text += part.text().get();
        else if (isNamed(part, "r"))
            text += childNamed(part, "t").text().get();
    return unescaped(text);
}

std::string textOfNumber(double number, const NumberForm& form, bool countsFrom1904)
{
    constexpr double kHundred = 100;
    const bool isMoment = form.isDate() || form.hasTime;
    const std::optional<Moment> moment = isMoment ? momentOf(number, countsFrom1904) : std::nullopt;
    if (moment && form.isDate())
        return dateText(*moment, form);
    if (moment && number < 1)
        return timeText(moment->seconds);
    if (form.isPercent) // of 0.07 times 100 more than 15 digits are none that anybody wrote
        return fmt::format("{:.15g}%", number * kHundred);
    return plainText(number);
}

tl::expected<std::string, Sentence> textOfCell(const pugi::xml_node& cell, const XlsxReading& reading)
{
    const std::string_view type = cell.attribute("t").value();
    if (type == "inlineStr")
        return textOfRuns(childNamed(cell, "is"));
    const pugi::xml_node value = childNamed(cell, "v");
    const std::string_view text = value.text().get();
    if (text.empty() && type != "str" && childNamed(cell, "f"))
        return tl::unexpected(Sentence{
            QT_TRANSLATE_NOOP("Sentence", "the formula in the cell has no result; open the file in a spreadsheet "
                                          "program, which computes it, and save it again"),
            {}});
    if (text.empty())
        return std::string();
    if (type == "s")
        return sharedText(text, reading);
    if (type == "str")
        return unescaped(text);
    if (type == "b")
        return std::string(text == "0" || text == "false" ? "FALSE" : "TRUE");
    if (type == "d")
        return isoDate(text);
    if (type == "e")
        return tl::unexpected(
            Sentence{QT_TRANSLATE_NOOP("Sentence", "the cell has the error {0}; correct it, or empty the cell"),
                     {std::string(text)}});
    return numberCell(text, cell, reading);
}

} // namespace ochain
