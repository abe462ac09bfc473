// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/figure_cells.h"

#include "formats/format.h"

#include <algorithm>

#include <fmt/format.h>

namespace ochain {

std::string nameOfRow(const RollupRow& row)
{
    return row.layer.empty() ? std::string(row.measure) : fmt::format("{} {}", row.measure, row.layer);
}

std::size_t columnsOf(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void printRight(std::string_view text, std::size_t width)
{
    fmt::print("  {}{}", std::string(width - std::min(width, columnsOf(text)), ' '), text);
}

std::string FigureCells::text(const RollupRow& row)
{
    const Hidden hidden = isCount(row.kind) ? Hidden{} : row.hidden;
    m_hasUndisclosed = m_hasUndisclosed || boundOf(hidden) != Bound::Exact;
    m_hasOpen = m_hasOpen || boundOf(hidden) == Bound::Open;
    if (row.figure.value == 0 && boundOf(hidden) == Bound::Exact)
        return amountText(0, unitOf(row.kind)).toStdString();
    return boundedText(row.figure.value, hidden, unitOf(row.kind), HiddenStyle::Brackets).toStdString();
}

void FigureCells::printNote() const
{
    if (m_hasUndisclosed)
        fmt::print("\n(n): so many more deals would move the figure, but have no disclosed amount{}\n",
                   m_hasOpen ? "; (a+b): a would raise it, b would lower it, and no bound holds" : "");
}

} // namespace ochain
