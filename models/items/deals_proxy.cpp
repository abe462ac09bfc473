// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/deals_proxy.h"

#include "chain/group.h"
#include "document/names.h"
#include "items/cells.h"

#include <algorithm>

namespace ochain {

namespace {

/// Which rows of a table have a word in their key or in a name of either language.
template <class Row, class RowId>
std::vector<bool> rowsWith(const Chain& chain, const RowSet<Row, RowId>& rows, Table table, const QString& word)
{
    const std::string lower = word.toStdString();
    std::vector<bool> found(chain.slotCount(table), false);
    rows.forEach([&](RowId id, const Row& row) {
        found[id.value] = containsWord(chain.text(row.head.key), lower) ||
                          toQString(chain.text(row.nameEn)).contains(word, Qt::CaseInsensitive) ||
                          toQString(chain.text(row.nameZh)).contains(word, Qt::CaseInsensitive);
    });
    return found;
}

bool isIn(const std::vector<bool>& rows, std::uint32_t row)
{
    return row < rows.size() && rows[row];
}

} // namespace

DealsProxy::DealsProxy(DealsModel& source, QObject* parent) : QSortFilterProxyModel(parent), m_source(source)
{
    setSourceModel(&source);
    setDynamicSortFilter(true);
    connect(&source.document(), &Document::changed, this, &DealsProxy::follow);
    announceCount();
}

void DealsProxy::setFilterText(const QString& text)
{
    if (text == m_text)
        return;
    m_text = text;
    prepareWords();
    invalidateFilter();
    announceCount();
}

void DealsProxy::setOnly(std::optional<RowRef> row)
{
    if (row == m_only)
        return;
    m_only = row;
    prepareOnly();
    invalidateFilter();
    announceCount();
}

QModelIndex DealsProxy::indexOf(RowRef row) const
{
    return mapFromSource(m_source.indexOf(row));
}

void DealsProxy::prepareWords()
{
    const Chain& chain = m_source.document().chain();
    m_words.clear();
    const QStringList words = m_text.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& word : words)
        m_words.push_back({word.toStdString(), rowsWith(chain, chain.nodes(), Table::Nodes, word),
                           rowsWith(chain, chain.kinds(), Table::DealKinds, word),
                           rowsWith(chain, chain.statuses(), Table::Statuses, word)});
}

void DealsProxy::prepareOnly()
{
    const Chain& chain = m_source.document().chain();
    m_onlyNodes.clear();
    if (m_only && chain.isAlive(*m_only))
        if (const std::optional<Group> group = Group::of(*m_only))
            m_onlyNodes = membersOf(chain, *group);
}

bool DealsProxy::matches(const Deal& deal, const Word& word) const
{
    const Chain& chain = m_source.document().chain();
    return isIn(word.nodes, deal.supplier.value) || isIn(word.nodes, deal.customer.value) ||
           isIn(word.kinds, deal.kind.value) || isIn(word.statuses, deal.status.value) ||
           containsWord(chain.text(deal.head.key), word.lower) || containsWord(chain.text(deal.note), word.lower);
}

bool DealsProxy::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const
{
    Q_UNUSED(sourceParent)
    const Chain& chain = m_source.document().chain();
    const DealId id = m_source.dealAt(sourceRow);
    if (!chain.deals().isAlive(id))
        return false;
    const Deal& deal = chain.deals()[id];
    if (m_only) {
        const bool isDeal = m_only->table == Table::Deals;
        const bool isRelated = isDeal && (id.value == m_only->row || deal.partOf.value == m_only->row ||
                                          (chain.isAlive(*m_only) && chain.deals()[DealId{m_only->row}].partOf == id));
        if (isDeal ? !isRelated : !isIn(m_onlyNodes, deal.supplier.value) && !isIn(m_onlyNodes, deal.customer.value))
            return false;
    }
    return std::all_of(m_words.begin(), m_words.end(), [&](const Word& word) { return matches(deal, word); });
}

bool DealsProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    return m_source.lessThan(left.row(), right.row(), static_cast<DealsModel::Column>(left.column()), sortOrder());
}

/// The source model, connected first, has announced its rows by now.
void DealsProxy::follow(const Changed& changed)
{
    const bool areNamesTouched = std::any_of(changed.rows.begin(), changed.rows.end(), [](RowRef ref) {
        return ref.table == Table::Nodes || ref.table == Table::Tiers || ref.table == Table::DealKinds ||
               ref.table == Table::Statuses;
    });
    if (areNamesTouched && (!m_words.empty() || m_only)) {
        prepareWords();
        prepareOnly();
        invalidateFilter();
    }
    // Rows announced one by one were each put in place among others that had not moved yet.
    if (sortColumn() >= 0 && changed.rows.size() > 1 && !isSorted(changed))
        invalidate();
    announceCount();
}

/// Whether each changed row stands right between its neighbours; all others kept their order.
bool DealsProxy::isSorted(const Changed& changed) const
{
    const auto column = static_cast<DealsModel::Column>(sortColumn());
    const auto inOrder = [&](int first, int second) {
        const int a = mapToSource(index(first, 0)).row();
        const int b = mapToSource(index(second, 0)).row();
        return sortOrder() == Qt::AscendingOrder ? !m_source.lessThan(b, a, column, sortOrder())
                                                 : !m_source.lessThan(a, b, column, sortOrder());
    };
    return std::all_of(changed.rows.begin(), changed.rows.end(), [&](RowRef ref) {
        const int row = indexOf(ref).row();
        return row < 0 || ((row == 0 || inOrder(row - 1, row)) && (row + 1 >= rowCount() || inOrder(row, row + 1)));
    });
}

void DealsProxy::announceCount()
{
    if (shown() == m_shown && total() == m_total)
        return;
    m_shown = shown();
    m_total = total();
    emit countChanged(m_shown, m_total);
}

} // namespace ochain
