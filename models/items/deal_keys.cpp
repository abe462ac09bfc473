// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/deal_keys.h"

#include "items/text_ranks.h"

namespace ochain {

namespace {

constexpr std::uint32_t kKeysAtOnce = 8'192; ///< between two questions whether to go on

const DealColumn* dealColumn(int column)
{
    return column < 0 ? nullptr : &DealCells::column(static_cast<DealsModel::Column>(column));
}

} // namespace

DealKeys::DealKeys(const DealCells& cells) : m_cells(cells), m_figures(cells.document())
{}

std::optional<Table> DealKeys::namesOf(int column)
{
    switch (static_cast<Column>(column)) {
    case Column::Supplier:
    case Column::Customer:
        return Table::Nodes;
    case Column::Kind:
        return Table::DealKinds;
    case Column::Status:
        return Table::Statuses;
    default:
        return std::nullopt;
    }
}

bool DealKeys::isOfTexts(int column)
{
    const DealColumn* spec = dealColumn(column);
    return spec != nullptr && spec->text != nullptr;
}

bool DealKeys::isOfPeriod(int column)
{
    const DealColumn* spec = dealColumn(column);
    return spec != nullptr && spec->isOfPeriod;
}

const NameRanks& DealKeys::ranks(Table table) const
{
    return table == Table::Nodes ? m_nodes : table == Table::DealKinds ? m_kinds : m_statuses;
}

bool DealKeys::makeRanks(Table table, const GoesOn& goesOn)
{
    NameRanks& ranks = table == Table::Nodes ? m_nodes : table == Table::DealKinds ? m_kinds : m_statuses;
    return ranks.make(chain(), goesOn);
}

void DealKeys::forgetNames(std::optional<Table> table)
{
    for (NameRanks* each : {&m_nodes, &m_kinds, &m_statuses})
        if (!table || each->table() == *table)
            each->forget();
}

std::optional<std::vector<std::int64_t>> DealKeys::all(Column column, const GoesOn& goesOn)
{
    const std::optional<Table> names = namesOf(static_cast<int>(column));
    if (names && !makeRanks(*names, goesOn))
        return std::nullopt;
    if (isOfPeriod(static_cast<int>(column)) && !m_figures.make(goesOn))
        return std::nullopt;
    const bool isText = isOfTexts(static_cast<int>(column));
    const std::uint32_t slotCount = chain().slotCount(Table::Deals);
    std::vector<std::string_view> texts(isText ? slotCount : 0);
    std::vector<std::int64_t> keys(isText ? 0 : slotCount, kAbsentKey);
    for (std::uint32_t row = 0; row < slotCount; ++row) {
        if (row % kKeysAtOnce == 0 && !goesOn())
            return std::nullopt;
        if (!chain().deals().isAlive(DealId{row}))
            continue;
        if (isText)
            texts[row] = text(DealId{row}, column);
        else
            keys[row] = one(DealId{row}, column);
    }
    return isText ? textRanks(texts, goesOn) : std::optional(std::move(keys));
}

std::int64_t DealKeys::one(DealId deal, Column column) const
{
    const DealColumn& spec = DealCells::column(column);
    if (spec.isOfPeriod)
        return m_figures.of(deal, column);
    if (spec.number != nullptr)
        return spec.number(m_cells, deal);
    const RowRef row = spec.name(m_cells, deal);
    return ranks(row.table).of(row.row);
}

std::string_view DealKeys::text(DealId deal, Column column) const
{
    return DealCells::column(column).text(m_cells, deal);
}

std::optional<std::int64_t> DealKeys::figure(DealId deal, Column column) const
{
    const std::int64_t key = one(deal, column);
    return key == kAbsentKey ? std::nullopt : std::optional(key);
}

} // namespace ochain
