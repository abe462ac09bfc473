// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/csv_form.h"

#include "exchange/csv_lines.h"

#include <algorithm>
#include <array>

namespace ochain {

namespace {

constexpr std::array kSeparators{',', ';', '\t'};
constexpr std::array<std::string_view, 9> kNameBlanks{
    " ", "\t", "\r", "\n", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x87", "\xE3\x80\x80", "\xE2\x80\x83"};

/// Takes blanks off the front of a text, or off its end.
std::string_view trimmed(std::string_view text) noexcept
{
    for (bool isBlank = true; isBlank;) {
        isBlank = false;
        for (const std::string_view blank : kNameBlanks) {
            if (text.starts_with(blank)) {
                text.remove_prefix(blank.size());
                isBlank = true;
            }
            if (text.ends_with(blank)) {
                text.remove_suffix(blank.size());
                isBlank = true;
            }
        }
    }
    return text;
}

std::string_view unquoted(std::string_view cell) noexcept
{
    cell = trimmed(cell);
    return cell.size() >= 2 && cell.front() == '"' && cell.back() == '"' ? cell.substr(1, cell.size() - 2) : cell;
}

/// The separator that a line "sep=;" names; '\0' if it is no such line, or names another.
char separatorNamed(std::string_view line)
{
    constexpr std::string_view kBegin = "sep=";
    line = line.substr(0, line.find_first_of("\r\n"));
    if (line.size() != kBegin.size() + 1 || foldedName(line.substr(0, kBegin.size())) != kBegin ||
        std::find(kSeparators.begin(), kSeparators.end(), line.back()) == kSeparators.end())
        return '\0';
    return line.back();
}

/// How many cells of a row are names of columns if it is parted by a separator.
std::size_t namesIn(const std::function<bool(std::string_view)>& isColumn, std::string_view row, char separator)
{
    constexpr std::size_t kMostCells = 1000;
    std::size_t names = 0;
    for (std::size_t cell = 0; cell < kMostCells; ++cell) {
        const std::size_t end = row.find(separator);
        if (isColumn(foldedName(unquoted(row.substr(0, end)))))
            ++names;
        if (end == std::string_view::npos)
            break;
        row.remove_prefix(end + 1);
    }
    return names;
}

/// The first row that has anything in it.
std::string_view headerRow(std::string_view text)
{
    std::string_view line = firstLine(text);
    while (line.size() < text.size() && line.find_first_not_of(",;\t \"\r\n") == std::string_view::npos) {
        text.remove_prefix(line.size());
        line = firstLine(text);
    }
    return line;
}

} // namespace

std::string foldedName(std::string_view name)
{
    std::string folded(trimmed(name));
    std::transform(folded.begin(), folded.end(), folded.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return folded;
}

CsvForm csvFormOf(Table table, std::string_view text)
{
    return csvFormOf([table](std::string_view name) { return fieldNamed(table, name).has_value(); }, text);
}

CsvForm csvFormOf(const std::function<bool(std::string_view)>& isColumn, std::string_view text)
{
    const std::string_view first = firstLine(text);
    CsvForm form;
    if (const char named = separatorNamed(first); named != '\0') {
        form = {named, true};
        text.remove_prefix(first.size());
    }
    const std::string_view row = headerRow(text);
    std::size_t most = namesIn(isColumn, row, form.separator);
    for (const char separator : kSeparators)
        if (const std::size_t names = namesIn(isColumn, row, separator); names > most) {
            most = names;
            form.separator = separator;
        }
    return form;
}

} // namespace ochain
