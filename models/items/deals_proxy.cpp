// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/deals_proxy.h"

#include "chain/group.h"
#include "document/names.h"
#include "editing/field_names.h"
#include "items/deal_cells.h"

#include <algorithm>
#include <utility>

namespace ochain {

namespace {

// Rows that come or go are announced one stretch after another, and each stretch costs a look at all rows. In a table
// that is long, only few are worth it; else it is laid out anew, which sorts it anew too.
constexpr int kLong = 5'000;
constexpr int kMostStretches = 8;

/// What rows are called, as long as a list of them is of use.
QStringList namesOfRows(const Chain& chain, Table table)
{
    constexpr std::size_t kMostNames = 2'000;
    QStringList names;
    if (chain.size(table) > kMostNames)
        return names;
    for (std::uint32_t row = 0; row < chain.slotCount(table); ++row)
        if (chain.isAlive({table, row}))
            names << nameOf(chain, RowRef{table, row});
    names.sort();
    names.removeDuplicates();
    return names;
}

bool isIn(const std::vector<bool>& rows, std::uint32_t row)
{
    return row < rows.size() && rows[row];
}

} // namespace

DealsProxy::DealsProxy(DealsModel& source, QObject* parent)
    : QSortFilterProxyModel(parent), m_source(source), m_filter(source, {})
{
    nameColumns();
    setSourceModel(&source);
    setDynamicSortFilter(true);
    connect(&source.document(), &Document::changed, this, &DealsProxy::follow);
    connect(&source, &DealsModel::headerDataChanged, this, &DealsProxy::nameColumns); // in another language
    announceCount();
}

/// As the model has them, and by the names of their fields.
void DealsProxy::nameColumns()
{
    m_columns = filterColumns(m_source);
    for (int column = 0; column < DealsModel::kColumnCount; ++column)
        if (const int field = DealCells::column(static_cast<DealsModel::Column>(column)).spec.field; field >= 0)
            m_columns[static_cast<std::size_t>(column)].names
                << toQString(fieldSpec(Table::Deals, static_cast<Field>(field)).name);
}

FilterVerdict DealsProxy::setFilterText(const QString& text)
{
    FilterResult query = readFilter(text, m_columns);
    if (!query)
        return {std::move(query.error()), {}};
    m_text = text;
    const bool isOther = query->terms != m_query.terms;
    m_query = std::move(*query);
    if (isOther) {
        m_filter = DealFilter(m_source, m_query);
        filterAgain();
        announceCount();
    }
    return {std::nullopt, m_query.reading};
}

void DealsProxy::filterAgain()
{
    const int stretches = total() > kLong ? stretchesToChange() : 1;
    if (stretches > kMostStretches)
        invalidate();
    else if (stretches > 0)
        invalidateFilter();
}

/// How many stretches of rows come or go under the filter of the moment, or one too many as soon as that is sure. In a
/// sorted table each row is counted as one.
int DealsProxy::stretchesToChange() const
{
    int stretches = 0;
    bool wasChanging = false;
    for (int row = 0; row < total() && stretches <= kMostStretches; ++row) {
        const bool isShown = mapFromSource(m_source.index(row, 0)).isValid();
        const bool isChanging = isShown != filterAcceptsRow(row, {});
        stretches += isChanging && !(wasChanging && sortColumn() < 0) ? 1 : 0;
        wasChanging = isChanging;
    }
    return stretches;
}

void DealsProxy::setOnly(std::optional<RowRef> row)
{
    if (row == m_only)
        return;
    m_only = row;
    prepareOnly();
    filterAgain();
    announceCount();
}

QModelIndex DealsProxy::indexOf(RowRef row) const
{
    return mapFromSource(m_source.indexOf(row));
}

QStringList DealsProxy::valuesOf(int column) const
{
    const Chain& chain = m_source.document().chain();
    const auto choices = [](Field field) {
        QStringList names;
        const QList<std::pair<QString, QString>> all = choicesOf(fieldSpec(Table::Deals, field));
        for (const auto& [value, name] : all)
            if (!value.isEmpty())
                names << name;
        return names;
    };
    switch (static_cast<DealsModel::Column>(column)) {
    case DealsModel::Column::Supplier:
    case DealsModel::Column::Customer:
        return namesOfRows(chain, Table::Nodes);
    case DealsModel::Column::Kind:
        return namesOfRows(chain, Table::DealKinds);
    case DealsModel::Column::Status:
        return namesOfRows(chain, Table::Statuses);
    case DealsModel::Column::Boundary:
        return namesOfRows(chain, Table::Boundaries);
    case DealsModel::Column::Commitment:
        return choices(deal_field::Commitment);
    case DealsModel::Column::Basis:
        return choices(deal_field::Basis);
    default:
        return {};
    }
}

void DealsProxy::prepareOnly()
{
    const Chain& chain = m_source.document().chain();
    m_onlyNodes.clear();
    if (m_only && chain.isAlive(*m_only))
        if (const std::optional<Group> group = Group::of(*m_only))
            m_onlyNodes = membersOf(chain, *group);
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
    return m_filter.accepts(id, deal);
}

bool DealsProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    return m_source.lessThan(left.row(), right.row(), static_cast<DealsModel::Column>(left.column()), sortOrder());
}

/// The source model, connected first, has announced its rows by now.
void DealsProxy::follow(const Changed& changed)
{
    const bool areNamesTouched = std::any_of(changed.rows.begin(), changed.rows.end(), [this](RowRef ref) {
        return m_filter.dependsOn(ref.table) || (m_only && (ref.table == Table::Nodes || ref.table == Table::Tiers));
    });
    if (areNamesTouched) {
        m_filter = DealFilter(m_source, m_query);
        prepareOnly();
        filterAgain();
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
