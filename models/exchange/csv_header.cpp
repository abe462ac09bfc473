// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/csv_header.h"

#include "chain/edit_builder.h"
#include "exchange/csv_form.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

namespace ochain {

namespace {

using std::string_view;

/// A name as it would be if its writer had kept to small letters, underscores and no blanks, not even those that one
/// does not see.
std::string tidied(string_view name)
{
    std::string tidy;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        const string_view rest = name.substr(i);
        if (rest.starts_with("\xC2\xA0")) { // no-break space
            tidy += ' ';
            ++i;
        } else if (rest.starts_with("\xEF\xBB\xBF") || rest.starts_with("\xE2\x80\x8B")) // byte order mark, zero width
            i += 2;
        else
            tidy += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    tidy.erase(tidy.begin(), std::find_if_not(tidy.begin(), tidy.end(), isBlank));
    tidy.erase(std::find_if_not(tidy.rbegin(), tidy.rend(), isBlank).base(), tidy.end());
    std::replace_if(
        tidy.begin(), tidy.end(), [](char c) { return c == ' ' || c == '-'; }, '_');
    return tidy;
}

/// How many letters have to be put in, taken out or exchanged to make one name of the other (Levenshtein).
std::size_t distance(string_view a, string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t(0));
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t exchanged = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({exchanged, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

/// The field whose name is so like a word that it must be meant.
std::optional<Field> nearest(Table table, string_view word)
{
    constexpr std::size_t kLongest = 40; // of what can be a name at all
    std::optional<Field> best;
    std::size_t least = word.size() < 5 ? 2 : 3; // one letter wrong, two in a longer word
    for (Field field = 0; field < tableSpec(table).fieldCount() && word.size() <= kLongest; ++field)
        if (const std::size_t far = distance(word, fieldSpec(table, field).name); far < least) {
            least = far;
            best = field;
        }
    return best;
}

std::string namesOf(Table table)
{
    std::string names;
    for (const FieldSpec& spec : tableSpec(table).fields)
        names.append(names.empty() ? "" : ", ").append(spec.name);
    return names;
}

/// One sentence for all names that differ from what they should be only in blanks within them and in signs that one
/// does not see.
std::optional<Sentence> untidyNames(Table table, std::span<const std::string> cells)
{
    std::string wrong;
    std::string right;
    for (const std::string& name : cells)
        if (const std::string tidy = tidied(name); !fieldNamed(table, foldedName(name)) && fieldNamed(table, tidy)) {
            wrong.append(wrong.empty() ? "“" : ", “").append(name).append("”");
            right.append(right.empty() ? "“" : ", “").append(tidy).append("”");
        }
    if (wrong.empty())
        return std::nullopt;
    return Sentence{QT_TRANSLATE_NOOP("Sentence", "there is no column {0}; write {1}, in small letters without blanks"),
                    {std::move(wrong), std::move(right)}};
}

Sentence unknownName(Table table, const std::string& name)
{
    if (const std::optional<Field> meant = nearest(table, tidied(name)))
        return {
            QT_TRANSLATE_NOOP("Sentence", "there is no column “{0}”; if “{1}” is meant, write that, else remove it"),
            {name, std::string(fieldSpec(table, *meant).name)}};
    return {QT_TRANSLATE_NOOP("Sentence", "there is no column “{0}”; correct its name or remove it. There are {1}"),
            {name, namesOf(table)}};
}

/// What is wrong with the row as a whole: it is no header, or one of another kind of file.
std::optional<Sentence> wrongKind(Table table, std::span<const std::string> cells)
{
    constexpr std::size_t kMostCells = 1000; // some trailing commas may be a slip
    if (cells.size() > kMostCells)
        return Sentence{QT_TRANSLATE_NOOP("Sentence",
                                          "the header has {0} cells, and the table {1} columns; remove what "
                                          "is too much"),
                        {std::to_string(cells.size()), std::to_string(tableSpec(table).fieldCount())}};
    if (foldedName(cells.front()).starts_with("sep="))
        return Sentence{QT_TRANSLATE_NOOP("Sentence",
                                          "the line “sep=” names no separator that is read; those are comma, "
                                          "semicolon and tab"),
                        {}};
    return std::nullopt;
}

/// Names that are missing among those wanted, as a list for a sentence.
template <class IsWanted>
std::string missingNames(Table table, const std::vector<bool>& isThere, IsWanted&& isWanted)
{
    std::string names;
    for (Field field = 0; field < tableSpec(table).fieldCount(); ++field)
        if (!isThere[field] && isWanted(field))
            names.append(names.empty() ? "" : ", ").append(fieldSpec(table, field).name);
    return names;
}

bool isKnownBy(Table table, Field field)
{
    if (tableSpec(table).isKeyed)
        return field == 0;
    const std::span<const Field> fields = joinedKeyFields(table);
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

void readNames(Table table, std::span<const std::string> cells, CsvHeader& header, std::vector<bool>& isThere)
{
    if (std::optional<Sentence> untidy = untidyNames(table, cells))
        header.faults.push_back({std::nullopt, std::move(*untidy)});
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        const std::string& name = cells[cell];
        const std::string folded = foldedName(name);
        if (folded.empty()) {
            header.nameless.push_back(cell);
            continue;
        }
        const std::optional<Field> field = fieldNamed(table, folded);
        header.columns.push_back(field.value_or(0));
        header.places.push_back(cell);
        if (!field && !fieldNamed(table, tidied(name)))
            header.faults.push_back({std::nullopt, unknownName(table, name)});
        if (!field)
            continue;
        if (isThere[*field])
            header.faults.push_back(
                {*field, {QT_TRANSLATE_NOOP("Sentence", "the column “{0}” is there twice; remove one"), {folded}}});
        isThere[*field] = true;
    }
}

} // namespace

std::optional<std::size_t> CsvHeader::cellOf(Field field) const noexcept
{
    const auto column = std::find(columns.begin(), columns.end(), field);
    return column == columns.end() ? std::nullopt
                                   : std::optional(places[static_cast<std::size_t>(column - columns.begin())]);
}

CsvHeader readCsvHeader(Table table, std::span<const std::string> cells)
{
    CsvHeader header;
    if (std::optional<Sentence> wrong = wrongKind(table, cells)) {
        header.faults.push_back({std::nullopt, std::move(*wrong)});
        return header;
    }
    std::vector<bool> isThere(tableSpec(table).fieldCount(), false);
    readNames(table, cells, header, isThere);
    std::string unknowable = missingNames(table, isThere, [table](Field field) { return isKnownBy(table, field); });
    if (header.faults.empty() && !unknowable.empty())
        header.faults.push_back(
            {std::nullopt,
             {QT_TRANSLATE_NOOP("Sentence", "columns are missing: {0}; a row is known by them, so add them"),
              {std::move(unknowable)}}});
    header.requiredNotThere =
        missingNames(table, isThere, [table](Field field) { return fieldSpec(table, field).required; });
    return header;
}

} // namespace ochain
