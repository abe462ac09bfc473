// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/cell_sums.h"

#include "formats/format.h"

#include <QCoreApplication>
#include <QStringList>
#include <QVariant>

#include <optional>

namespace ochain {

namespace {

/// The unit in which figures of a column add up; nothing where they do not.
std::optional<Unit> unitOf(ColumnContent content)
{
    switch (content) {
    case ColumnContent::Money:
        return Unit::Money;
    case ColumnContent::Capacity:
        return Unit::Capacity;
    default:
        return std::nullopt;
    }
}

/// Whether some deal that this one is part of, however far up, is among others.
bool isInOneOf(const Chain& chain, DealId deal, const std::unordered_map<std::uint32_t, std::int64_t>& others)
{
    for (DealId whole = chain.deals()[deal].partOf; whole.isSet(); whole = chain.deals()[whole].partOf)
        if (others.contains(whole.value))
            return true;
    return false;
}

} // namespace

void CellSums::take(const QModelIndex& cell, ColumnContent content)
{
    if (!unitOf(content) || cell.data(AbsentRole).toBool())
        return;
    const QVariant figure = cell.data(SortRole);
    if (!figure.isValid())
        return;
    const std::int64_t amount = figure.toLongLong();
    Sum& sum = m_sums[cell.column()];
    sum.content = content;
    if (sum.figures++ == 0)
        sum.title = cell.model()->headerData(cell.column(), Qt::Horizontal).toString();
    sum.isTooLarge = sum.isTooLarge || __builtin_add_overflow(sum.total, amount, &sum.total);
    const std::optional<RowRef> row = rowRefOf(cell);
    if (row && row->table == Table::Deals && m_chain.isAlive(*row))
        sum.deals.insert_or_assign(row->row, amount);
}

std::int64_t CellSums::inOthers(const Sum& sum) const
{
    std::int64_t inside = 0;
    for (const auto& [deal, amount] : sum.deals)
        if (m_chain.deals().isAlive(DealId{deal}) && isInOneOf(m_chain, DealId{deal}, sum.deals))
            inside += amount;
    return inside;
}

QString CellSums::sumText(const Sum& sum, bool isAlone) const
{
    const Unit unit = unitOf(sum.content).value_or(Unit::Count);
    if (sum.isTooLarge)
        return QCoreApplication::translate("ochain::CellSums", "%1 too large to add up").arg(sum.title);
    const QString total =
        (isAlone ? QCoreApplication::translate("ochain::CellSums", "sum %1") : sum.title + QStringLiteral(" %1"))
            .arg(amountText(sum.total, unit));
    const std::int64_t inside = inOthers(sum);
    return inside == 0 ? total
                       : QCoreApplication::translate("ochain::CellSums", "%1, of which %2 is part of others selected")
                             .arg(total, amountText(inside, unit));
}

QString CellSums::text() const
{
    QStringList sums;
    for (const auto& [column, sum] : m_sums)
        if (sum.figures > 1)
            sums << sumText(sum, m_sums.size() == 1);
    return sums.join(QStringLiteral(" · "));
}

} // namespace ochain
