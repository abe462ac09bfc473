// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbooks/xlsx_export.h"

#include "chain/spreadsheet_guard.h"
#include "exchange/csv_export.h"
#include "files/part_file.h"
#include "files/safe_file.h"
#include "workbooks/cell_name.h"
#include "workbooks/xlsx_cells.h"
#include "workbooks/xlsx_workbook.h"
#include "workbooks/xlsx_writer.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace ochain {

namespace {

constexpr std::size_t kMaxCellLength = 32'767; ///< of a text in a workbook, in units of UTF-16

bool isNumberType(FieldType type) noexcept
{
    return type == FieldType::Usd || type == FieldType::Megawatts || type == FieldType::Percent ||
           type == FieldType::Decimal || type == FieldType::Integer || type == FieldType::Weight ||
           type == FieldType::Flag;
}

XlsxColumn columnKind(FieldType type) noexcept
{
    if (type == FieldType::Date)
        return XlsxColumn::Date;
    return isNumberType(type) ? XlsxColumn::Number : XlsxColumn::Text;
}

/// What a cell's text is: of the value of a claim or an override what the field is that it is for.
FieldType typeOfCell(const Chain& chain, RowRef row, Field field)
{
    const bool isClaim = row.table == Table::Claims && field == claim_field::Value;
    const bool isOverride = row.table == Table::Overrides && field == override_field::Value;
    if (!isClaim && !isOverride)
        return fieldSpec(row.table, field).type;
    const std::optional<Table> table =
        tableNamed(chain.value(row, isClaim ? Field{claim_field::Table} : Field{override_field::Table}));
    const std::optional<Field> of =
        table ? fieldNamed(*table, chain.value(row, isClaim ? Field{claim_field::Field} : Field{override_field::Field}))
              : std::nullopt;
    return of ? fieldSpec(*table, *of).type : FieldType::Text;
}

/// The number that a text is, if it comes back from a spreadsheet as it was: LibreOffice keeps 15 digits, and Excel
/// shows no more.
std::optional<double> safeNumber(std::string_view text)
{
    constexpr std::size_t kMaxDigits = 15;
    double number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || end != text.data() + text.size() || textOfNumber(number, {}, false) != text)
        return std::nullopt;
    std::string digits(text);
    std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    if (text.find('.') == std::string_view::npos)
        digits.erase(digits.find_last_not_of('0') + 1);
    return digits.size() <= kMaxDigits ? std::optional(number) : std::nullopt;
}

/// The day that a text is, if spreadsheets agree on it: before March of 1900 they do not.
std::optional<Day> safeDay(std::string_view text)
{
    const Result<Date> date = parseDate(text);
    if (!date || date->day() == 0)
        return std::nullopt;
    const Day day = dayNumber(date->year(), date->month(), date->day());
    return day >= dayNumber(1900, 3, 1) ? std::optional(day) : std::nullopt;
}

std::size_t utf16Length(std::string_view text) noexcept
{
    std::size_t length = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        length += (byte & 0xC0U) == 0x80U ? 0 : byte >= 0xF0U ? 2 : 1;
    }
    return length;
}

void writeCell(XlsxWriter& writer, std::size_t column, FieldType type, std::string_view text)
{
    if (const std::optional<double> number = isNumberType(type) ? safeNumber(text) : std::nullopt)
        writer.number(column, *number, type == FieldType::Usd || type == FieldType::Megawatts);
    else if (const std::optional<Day> day = type == FieldType::Date ? safeDay(text) : std::nullopt)
        writer.date(column, *day);
    else
        writer.text(column, guardedForSpreadsheet(text));
}

Result<void> writeTable(XlsxWriter& writer, const Chain& chain, const TableSpec& spec)
{
    if (chain.size(spec.table) >= kMaxSheetRows)
        return failure(ErrorKind::InvalidInput,
                       QT_TRANSLATE_NOOP("Sentence",
                                         "the table {0} has {1} rows, and a sheet holds {2} below its header; export a "
                                         "folder of CSV files"),
                       spec.name, std::to_string(chain.size(spec.table)), std::to_string(kMaxSheetRows - 1));
    std::vector<XlsxWriter::Column> columns;
    for (const FieldSpec& field : spec.fields)
        columns.push_back({std::string(field.name), columnKind(field.type)});
    writer.beginTable(std::string(spec.name), columns);
    for (const std::uint32_t number : chain.inOrder(spec.table)) {
        const RowRef row{spec.table, number};
        for (Field field = 0; field < spec.fieldCount(); ++field) {
            const std::string text = chain.value(row, field);
            if (utf16Length(text) >= kMaxCellLength)
                return failure(
                    ErrorKind::InvalidInput,
                    QT_TRANSLATE_NOOP("Sentence", "{0} of {1} “{2}” is longer than the {3} signs that a cell "
                                                  "of a workbook holds; export a folder of CSV files"),
                    fieldSpec(spec.table, field).name, spec.name, chain.key(row), std::to_string(kMaxCellLength));
            if (!text.empty())
                writeCell(writer, field, typeOfCell(chain, row, field), text);
        }
        writer.nextRow();
    }
    return {};
}

void writeSources(XlsxWriter& writer, const Chain& chain, const WorkbookAbout& about)
{
    constexpr std::array<Field, 4> kFields{source_field::Publisher, source_field::Title, source_field::Published,
                                           source_field::Url};
    for (std::size_t i = 0; i < about.sourceHeads.size(); ++i)
        writer.heading(i, about.sourceHeads[i]);
    writer.nextRow();
    for (const std::uint32_t number : chain.inOrder(Table::Sources)) {
        for (std::size_t i = 0; i < kFields.size(); ++i)
            if (const std::string text = chain.value({Table::Sources, number}, kFields[i]); !text.empty())
                writeCell(writer, i, fieldSpec(Table::Sources, kFields[i]).type, text.substr(0, kMaxCellLength / 4));
        writer.nextRow();
    }
}

void writeAbout(XlsxWriter& writer, const Chain& chain, const WorkbookAbout& about)
{
    writer.beginPage(std::string(kAboutSheet));
    for (const auto& [name, value] : about.lines) {
        writer.heading(0, name);
        writer.text(1, guardedForSpreadsheet(value));
        writer.nextRow();
    }
    writer.nextRow();
    for (std::size_t i = 0; i < about.tableHeads.size(); ++i)
        writer.heading(i, about.tableHeads[i]);
    writer.nextRow();
    for (const TableSpec* spec : exportedTables(chain)) {
        writer.text(0, spec->name);
        writer.number(1, static_cast<double>(chain.size(spec->table)), true);
        writer.nextRow();
    }
    writer.nextRow();
    writeSources(writer, chain, about);
}

} // namespace

Result<std::size_t> exportXlsx(const Chain& chain, const std::filesystem::path& file, const WorkbookAbout& about)
{
    const Result<std::filesystem::path> real = fileToReplace(file);
    if (!real)
        return tl::unexpected(real.error());
    Result<PartFile> part = PartFile::create(*real);
    if (!part)
        return tl::unexpected(std::move(part.error()));
    XlsxWriter writer(part->path(), *real);
    const std::vector<const TableSpec*> tables = exportedTables(chain);
    for (const TableSpec* spec : tables)
        if (Result<void> written = writeTable(writer, chain, *spec); !written)
            return tl::unexpected(std::move(written.error()));
    writeAbout(writer, chain, about);
    if (Result<void> written = writer.finish(); !written)
        return tl::unexpected(std::move(written.error()));
    if (Result<void> placed = part->putInPlace(*real, true); !placed)
        return tl::unexpected(std::move(placed.error()));
    return tables.size();
}

} // namespace ochain
