// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/date.h"
#include "chain/error.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace ochain {

/// How a column of a sheet looks, and what is typed into its empty cells becomes.
enum class XlsxColumn : std::uint8_t {
    Text, ///< nothing typed there is taken for a number, a date or a formula
    Number,
    Date,
};

/// A workbook that is being written, sheet by sheet and row by row. A failure is kept until finish().
class XlsxWriter {
public:
    /// @param part  that is written to; what is there is overwritten
    /// @param file  whose place it takes, for messages
    XlsxWriter(const std::filesystem::path& part, const std::filesystem::path& file);

    /// Begins a sheet of a table: a header row that stays in sight.
    struct Column {
        std::string name;
        XlsxColumn kind = XlsxColumn::Text;
    };
    void beginTable(const std::string& name, const std::vector<Column>& columns);
    /// Begins a sheet of lines for people.
    void beginPage(const std::string& name);
    void nextRow() noexcept { ++m_row; }

    // Each writes into a cell of the row.
    void text(std::size_t column, std::string_view text);
    void heading(std::size_t column, std::string_view text);
    /// @param isGrouped  shows thousands apart
    void number(std::size_t column, double number, bool isGrouped);
    /// @param day  from 1900-03-01 on
    void date(std::size_t column, Day day);

    /// Writes the file, which is whole then.
    [[nodiscard]] Result<void> finish();

private:
    enum Look : std::uint8_t { Heading, Plain, Integer, Grouped, DateLook };
    static constexpr std::size_t kLooks = 5;
    struct Discard {
        void operator()(lxw_workbook* book) const noexcept;
    };
    void endSheet();
    void note(int error) noexcept;
    void widen(std::size_t column, std::size_t width);
    [[nodiscard]] lxw_format* lookOf(XlsxColumn kind) const noexcept;

    std::filesystem::path m_file;
    std::unique_ptr<lxw_workbook, Discard> m_book;
    std::array<lxw_format*, kLooks> m_looks{}; ///< of the workbook
    lxw_worksheet* m_sheet = nullptr;          ///< that is written to; of the workbook
    std::vector<Column> m_columns;             ///< of a table
    std::vector<std::size_t> m_widths;
    std::size_t m_row = 0;
    int m_error = 0; ///< the first
};

} // namespace ochain
