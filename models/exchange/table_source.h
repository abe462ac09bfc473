// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/table.h"
#include "exchange/csv_reader.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ochain {

/// One table as a file has it: cells of text, row by row, the header first. A CSV text is one, a sheet of a workbook
/// another.
class TableSource {
public:
    using Take = std::function<bool(CsvRecord&)>;

    TableSource() = default;
    TableSource(const TableSource&) = delete;
    TableSource& operator=(const TableSource&) = delete;
    virtual ~TableSource() = default;

    /// Of the table, as it should be named.
    [[nodiscard]] virtual const std::string& name() const noexcept = 0;
    /// How much there is to read, in the measure of CsvRecord::readTo; for progress only.
    [[nodiscard]] virtual std::size_t size() const noexcept = 0;
    /// Reads all of it, as often as it is asked to.
    /// @param take  is given each record, which is used again for the next; false ends the reading
    /// @return what is wrong; the records before it have been taken
    [[nodiscard]] virtual std::optional<CsvFault> read(Table table, const Take& take) = 0;
    /// What parts the cells of a row; 0: nothing does, and a row ends with its last cell that is not empty.
    [[nodiscard]] virtual char separator() const noexcept = 0;
    /// A sentence with its place in front: "deals.csv, line 3: …", "Deals!F12: …".
    /// @param cell  of the row, counted from 0; none: the row as a whole is meant
    [[nodiscard]] virtual Sentence placed(std::size_t line, std::optional<std::size_t> cell,
                                          std::string what) const = 0;
    /// "Deals!F12"; empty where cells have no names.
    [[nodiscard]] virtual std::string nameOfCell(std::size_t line, std::size_t cell) const = 0;
    /// What is said of a table without a header row.
    [[nodiscard]] virtual Sentence withoutHeader() const = 0;
};

using TableSources = std::vector<std::unique_ptr<TableSource>>;

} // namespace ochain
