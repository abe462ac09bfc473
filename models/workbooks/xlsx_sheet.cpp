// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbooks/xlsx_sheet.h"

#include "exchange/csv_form.h"
#include "workbooks/cell_name.h"
#include "workbooks/xml_names.h"
#include "workbooks/xml_pieces.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace ochain {

namespace {

constexpr std::size_t kMaxSheetText = 500'000'000; ///< bytes of what the cells of a sheet say, shared texts each time

CsvFault faultAt(std::size_t row, Sentence sentence, std::optional<std::size_t> cell = {})
{
    return {row, std::move(sentence), cell};
}

/// The number of a row; one more than that before if it does not say.
std::size_t numberOfRow(const pugi::xml_node& row, std::size_t before) noexcept
{
    const std::string_view text = row.attribute("r").value();
    std::size_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc() && end == text.data() + text.size() ? number : before + 1;
}

/// A sheet's name as a table's would be.
std::string asNameOfTable(std::string_view sheet)
{
    std::string name = foldedName(sheet);
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == ' ' || c == '-'; }, '_');
    return name;
}

} // namespace

std::size_t XlsxSheet::size() const noexcept
{
    return std::min(m_book->package.statedSize(m_sheet.part), kMaxXlsxPart);
}

Sentence XlsxSheet::placed(std::size_t line, std::optional<std::size_t> cell, std::string what) const
{
    if (cell && line > 0)
        return {QT_TRANSLATE_NOOP("Sentence", "{0}: {1}"), {nameOfCell(line, *cell), std::move(what)}};
    if (line > 0)
        return {QT_TRANSLATE_NOOP("Sentence", "{0}, row {1}: {2}"),
                {m_sheet.name, std::to_string(line), std::move(what)}};
    return {QT_TRANSLATE_NOOP("Sentence", "{0}: {1}"), {m_sheet.name, std::move(what)}};
}

std::string XlsxSheet::nameOfCell(std::size_t line, std::size_t cell) const
{
    return m_sheet.name + '!' + cellName(cell, line);
}

Sentence XlsxSheet::withoutHeader() const
{
    return {QT_TRANSLATE_NOOP("Sentence",
                              "the header row is missing; begin the sheet with the names of its columns, or "
                              "give it another name"),
            {}};
}

std::optional<CsvFault> XlsxSheet::readCell(const pugi::xml_node& cell, std::size_t column, CsvRecord& record)
{
    if (column >= kMaxSheetColumns)
        return faultAt(record.line, {QT_TRANSLATE_NOOP("Sentence", "the row has more than {0} cells, the most that a "
                                                                   "sheet can have"),
                                     {std::to_string(kMaxSheetColumns)}});
    tl::expected<std::string, Sentence> text = textOfCell(cell, m_book->reading);
    if (!text)
        return faultAt(record.line, std::move(text.error()), column);
    if (text->size() > kMaxCsvField)
        return faultAt(
            record.line,
            {QT_TRANSLATE_NOOP("Sentence", "a field has {0} bytes; {1} are the most that are read, shorten it"),
             {std::to_string(text->size()), std::to_string(kMaxCsvField)}},
            column);
    m_textBytes += text->size();
    if (m_textBytes > kMaxSheetText)
        return faultAt(record.line,
                       {QT_TRANSLATE_NOOP("Sentence", "up to here the sheet has more than {0} bytes of text, the most "
                                                      "that are read; split it into several files"),
                        {std::to_string(kMaxSheetText)}},
                       column);
    if (text->empty())
        return std::nullopt;
    if (record.fields.size() <= column)
        record.fields.resize(column + 1);
    record.fields[column] = std::move(*text);
    return std::nullopt;
}

/// Reads a row's cells into a record.
std::optional<CsvFault> XlsxSheet::readRow(std::string_view xml, CsvRecord& record)
{
    record.fields.clear();
    if (!m_row.load_buffer(xml.data(), xml.size(), kXmlFlags, pugi::encoding_utf8))
        return faultAt(record.line + 1,
                       {QT_TRANSLATE_NOOP("Sentence", "the file is damaged here; open it in a spreadsheet program and "
                                                      "save it as .xlsx again"),
                        {}});
    const pugi::xml_node row = m_row.first_child();
    record.line = numberOfRow(row, record.line);
    if (record.line > kMaxSheetRows)
        return faultAt(record.line, {QT_TRANSLATE_NOOP("Sentence", "a sheet has at most {0} rows"),
                                     {std::to_string(kMaxSheetRows)}});
    std::size_t next = 0;
    for (pugi::xml_node cell = row.first_child(); cell; cell = cell.next_sibling()) {
        if (!isNamed(cell, "c"))
            continue;
        const std::string_view name = cell.attribute("r").value();
        const std::size_t column = name.empty() ? next : columnOf(name).value_or(kMaxSheetColumns);
        if (std::optional<CsvFault> fault = readCell(cell, column, record))
            return fault;
        next = column + 1;
    }
    return std::nullopt;
}

std::optional<CsvFault> XlsxSheet::read(Table /*table*/, const Take& take)
{
    m_textBytes = 0;
    CsvRecord record;
    record.line = 0;
    std::size_t rows = 0;
    std::optional<CsvFault> fault;
    XmlPieces pieces("row", 3, [&](std::string_view xml) {
        fault = readRow(xml, record);
        if (!fault && ++rows > kMaxSheetRows)
            fault = faultAt(record.line, {QT_TRANSLATE_NOOP("Sentence", "a sheet has at most {0} rows"),
                                          {std::to_string(kMaxSheetRows)}});
        return !fault && take(record);
    });
    std::optional<Sentence> wrong;
    const std::optional<Sentence> unread = m_book->package.read(m_sheet.part, [&](std::string_view block) {
        record.readTo += block.size();
        wrong = pieces.add(block);
        return !wrong && pieces.goesOn();
    });
    if (fault)
        return fault;
    if (!wrong)
        wrong = unread ? unread : pieces.finish();
    return wrong ? std::optional(faultAt(record.line + 1, std::move(*wrong))) : std::nullopt;
}

tl::expected<XlsxTables, Sentence> tablesOfXlsx(std::string bytes)
{
    tl::expected<std::shared_ptr<const XlsxWorkbook>, Sentence> book = XlsxWorkbook::open(std::move(bytes));
    if (!book)
        return tl::unexpected(std::move(book.error()));
    XlsxTables found;
    const std::vector<XlsxSheetPart>& sheets = (*book)->sheets;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string name = asNameOfTable(sheets[i].name);
        const auto same = [&name](const auto& other) { return other->name() == name; };
        if (std::any_of(found.tables.begin(), found.tables.end(), same))
            return tl::unexpected(Sentence{
                QT_TRANSLATE_NOOP("Sentence", "two of its sheets are named as the table {0}; rename one"), {name}});
        if (tableNamed(name))
            found.tables.push_back(std::make_unique<XlsxSheet>(*book, i, name));
        else if (name != foldedName(kAboutSheet))
            found.notRead.push_back(sheets[i].name);
    }
    if (found.tables.empty())
        return tl::unexpected(Sentence{
            QT_TRANSLATE_NOOP("Sentence", "none of its sheets is named as a table of a chain, such as deals or nodes; "
                                          "name them so"),
            {}});
    return found;
}

} // namespace ochain
