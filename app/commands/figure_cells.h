// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rollups/rollup_rows.h"

#include <string>
#include <string_view>

namespace ochain {

/// "capacity_in chips": what a row of a table is called.
[[nodiscard]] std::string nameOfRow(const RollupRow& row);
/// Columns that a text takes: characters, not bytes.
[[nodiscard]] std::size_t columnsOf(std::string_view text);
/// Prints a cell behind two spaces, at the right of its column.
void printRight(std::string_view text, std::size_t width);

/// Figures as the cells of a table for people, and what stands below it.
class FigureCells {
public:
    /// "$1.5T"; "≥ $1.5T (3)" where three more deals would add to it but have no amount; "$1.5T (3+2)" where they pull
    /// to both sides.
    [[nodiscard]] std::string text(const RollupRow& row);
    /// Says what the numbers in brackets are, if there were any.
    void printNote() const;

private:
    bool m_hasUndisclosed = false;
    bool m_hasOpen = false; ///< a figure that undisclosed deals could move either way
};

} // namespace ochain
