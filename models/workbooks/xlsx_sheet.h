// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchange/table_source.h"
#include "workbooks/xlsx_workbook.h"

#include <memory>
#include <string>
#include <vector>

namespace ochain {

/// A sheet of a workbook as a table, row by row: of a sheet of any length one row is held.
class XlsxSheet final : public TableSource {
public:
    /// @param index  of the sheet in the workbook
    /// @param table  the name of its table
    XlsxSheet(std::shared_ptr<const XlsxWorkbook> book, std::size_t index, std::string table)
        : m_book(std::move(book)), m_sheet(m_book->sheets[index]), m_table(std::move(table))
    {}

    [[nodiscard]] const std::string& name() const noexcept override { return m_table; }
    [[nodiscard]] std::size_t size() const noexcept override;
    [[nodiscard]] char separator() const noexcept override { return '\0'; }
    [[nodiscard]] std::optional<CsvFault> read(Table table, const Take& take) override;
    [[nodiscard]] Sentence placed(std::size_t line, std::optional<std::size_t> cell, std::string what) const override;
    [[nodiscard]] std::string nameOfCell(std::size_t line, std::size_t cell) const override;
    [[nodiscard]] Sentence withoutHeader() const override;

private:
    [[nodiscard]] std::optional<CsvFault> readRow(std::string_view xml, CsvRecord& record);
    [[nodiscard]] std::optional<CsvFault> readCell(const pugi::xml_node& cell, std::size_t column, CsvRecord& record);

    std::shared_ptr<const XlsxWorkbook> m_book;
    const XlsxSheetPart& m_sheet; ///< of the workbook
    std::string m_table;
    pugi::xml_document m_row;
    std::size_t m_textBytes = 0; ///< of the cells read so far
};

/// What of a workbook can be imported.
struct XlsxTables {
    TableSources tables;
    std::vector<std::string> notRead; ///< sheets that are named as no table
};

/// The sheets of a workbook that are named as tables, whatever the case, with blanks for underscores.
/// @param bytes  of its file. Refused is what is no workbook, has none of the tables, or has one twice
[[nodiscard]] tl::expected<XlsxTables, Sentence> tablesOfXlsx(std::string bytes);

} // namespace ochain
