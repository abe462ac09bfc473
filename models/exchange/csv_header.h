// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/sentence.h"
#include "chain/table.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ochain {

/// Something wrong with the header row of a CSV text.
struct CsvHeaderFault {
    std::optional<Field> field;
    Sentence sentence;
};

/// What the header row of a table's text says.
struct CsvHeader {
    std::vector<Field> columns;         ///< the field of each cell that has a name
    std::vector<std::size_t> places;    ///< the cell of each of these columns, counted from 0
    std::vector<std::size_t> nameless;  ///< the cells without one, in order: columns that must be empty
    std::vector<CsvHeaderFault> faults; ///< with any, nothing can be read by it
    std::string requiredNotThere; ///< "supplier, customer": fields that a new row must have and that have no column

    /// The cell in which a field stands.
    [[nodiscard]] std::optional<std::size_t> cellOf(Field field) const noexcept;
};

/// Reads a header row: names of fields, each once, in any order, whatever their case and the blanks around them. A
/// column may be absent, but for those by which a row is known. A name that is only nearly one is refused with the name
/// that is meant: who wrote it may have meant another.
[[nodiscard]] CsvHeader readCsvHeader(Table table, std::span<const std::string> cells);

} // namespace ochain
