// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "exchange/csv_header.h"
#include "exchange/csv_reader.h"
#include "exchange/table_source.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace ochain {

/// A cell that is not in the form of the CSV, and what stands beside it.
struct CsvCell {
    Table table;
    std::string_view key; ///< of the row
    Field field;
    std::string_view text;
    std::function<std::string(Field)> beside; ///< the canonical text of another field of the row
};
/// What such a cell stands for: the canonical text, and what it says of other fields of the row.
struct CsvReading {
    std::string canonical;
    std::vector<std::pair<Field, std::string>> also;
};
/// Reads figures and dates as people write them ("$300B", "1/21/2025"), or says why not. Handed in by who has words for
/// that.
using CsvCellReader = std::function<tl::expected<CsvReading, Sentence>(const CsvCell&)>;

/// A cell that was read otherwise than it was written.
struct CsvRead {
    Table table = Table::Deals;
    std::size_t line = 0;
    std::string row;
    Field field = 0; ///< that got the value: of its own column, or another that the cell says something of
    std::string typed;
    std::string canonical;
    std::string cell = {}; ///< of a workbook, where the text stands: "Deals!F12"
    bool operator==(const CsvRead&) const = default;
};

/// Reads the cells of a table's rows that hold figures and dates. What can be read in one way only is read; what can be
/// read in several is refused with all of them.
class CsvCells {
public:
    /// All must outlive it. @param reader  may be empty: then only the forms of numbers that spreadsheets write are
    /// read
    CsvCells(const Chain& chain, Table table, const CsvHeader& header, const TableSource& source,
             const CsvCellReader& reader)
        : CsvCells(chain, table, header, source.separator(), reader)
    {
        m_source = &source;
    }
    /// Of rows that stand in no table of a file, so that their cells have no names.
    CsvCells(const Chain& chain, Table table, const CsvHeader& header, char separator, const CsvCellReader& reader)
        : m_chain(chain), m_table(table), m_header(header), m_hasDecimalComma(separator == ';'), m_reader(reader)
    {}

    /// A cell that cannot be read, and why.
    struct Refused {
        Field field;
        Sentence sentence;
    };
    /// Puts the cells of a row that hold figures and dates into the form of the CSV; the others stay as they are.
    /// @param key    of the row, joined if its table has no keys
    /// @param reads  gets what was read otherwise than it was written
    /// @param also   gets fields without a column that a cell fills
    [[nodiscard]] std::vector<Refused> read(CsvRecord& record, const std::string& key, std::vector<CsvRead>& reads,
                                            std::vector<std::pair<Field, std::string>>& also) const;

private:
    /// What a cell is read as: of the value of a claim the field that is claimed.
    struct Meaning {
        Table table;
        Field field;
    };
    [[nodiscard]] Meaning meaningOf(const CsvRecord& record, Field field) const;
    [[nodiscard]] const std::string* cellOf(const CsvRecord& record, Field field) const;
    [[nodiscard]] std::string beside(const CsvRecord& record, const std::string& key, Field field) const;
    [[nodiscard]] tl::expected<CsvReading, Sentence> readOne(const CsvRecord& record, const std::string& key,
                                                             Field field, const Meaning& meaning,
                                                             const std::string& text) const;
    [[nodiscard]] tl::expected<CsvReading, Sentence> readCell(const CsvRecord& record, const std::string& key,
                                                              Field field, const Meaning& meaning,
                                                              const std::string& text) const;
    void fill(CsvRecord& record, std::vector<std::pair<Field, std::string>>& also, const CsvReading& reading,
              CsvRead read, std::vector<CsvRead>& reads) const;

    const Chain& m_chain;
    Table m_table;
    const CsvHeader& m_header;
    const TableSource* m_source = nullptr;
    bool m_hasDecimalComma;
    const CsvCellReader& m_reader;
};

} // namespace ochain
