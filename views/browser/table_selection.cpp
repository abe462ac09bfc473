// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/table_selection.h"

#include "browser/table_page.h"
#include "editing/change_words.h"
#include "items/roles.h"

#include <QItemSelectionModel>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace ochain {

namespace {

constexpr int kMostSelected = 400; ///< rows lit for a node

/// Whether an edit may give a node other deals.
bool movesDeals(const Edit& edit)
{
    return std::any_of(edit.changes.begin(), edit.changes.end(), [](const RowChange& change) {
        return change.table == Table::Deals &&
               (change.op != Op::Update || change.movedTo != 0 ||
                std::any_of(change.fields.begin(), change.fields.end(), [](const FieldChange& field) {
                    return field.field == deal_field::Supplier || field.field == deal_field::Customer;
                }));
    });
}

/// Lights a row as a whole; cells of it that are selected already stay as they are.
void light(QTableView& table, const QModelIndex& index)
{
    QItemSelectionModel& selection = *table.selectionModel();
    if (!index.isValid())
        table.clearSelection(); // the filter hides it
    else if (!selection.rowIntersectsSelection(index.row(), {}))
        selection.setCurrentIndex(index.siblingAtColumn(std::max(0, table.currentIndex().column())),
                                  QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

/// Rows about a row stay lit while that is selected.
void clearUnless(QTableView& table, const Chain& chain, std::optional<RowRef> row)
{
    const std::optional<RowRef> about = rowRefOf(table.currentIndex());
    if (!row || !about || !chain.isAlive(*about) || shownFor(chain, *about) != *row)
        table.clearSelection();
}

} // namespace

void TableSelection::add(TableTab tab, TablePage* page)
{
    m_shown << Shown{tab, page};
    showIn(m_shown.last());
}

void TableSelection::choose(TablePage* page, const QModelIndex& index)
{
    const std::optional<RowRef> row = rowRefOf(index);
    if (!row || !m_document.chain().isAlive(*row))
        return;
    m_chosenIn = page; // which shows it already, perhaps among others
    m_document.select(shownFor(m_document.chain(), *row));
    m_chosenIn = nullptr;
}

void TableSelection::show()
{
    for (const Shown& shown : std::as_const(m_shown))
        showIn(shown);
}

void TableSelection::scroll()
{
    for (const Shown& shown : std::as_const(m_shown)) {
        if (shown.page == m_chosenIn)
            continue;
        QTableView* table = shown.page->table();
        const QItemSelection lit = table->selectionModel()->selection();
        const auto first =
            std::min_element(lit.begin(), lit.end(), [](const auto& a, const auto& b) { return a.top() < b.top(); });
        if (first != lit.end())
            table->scrollTo(first->topLeft());
    }
}

void TableSelection::followEdit(const Changed& changed, bool isFiltered)
{
    // To look for all deals of a node is work, which an edit of anything else is spared.
    const std::optional<RowRef> row = selected();
    const bool areDealsMoved = !row || row->table != Table::Nodes || isFiltered || movesDeals(changed.edit);
    for (const Shown& shown : std::as_const(m_shown))
        if (shown.tab != TableTab::Deals || areDealsMoved)
            showIn(shown);
}

void TableSelection::showIn(const Shown& shown)
{
    if (shown.page == m_chosenIn)
        return;
    QTableView& table = *shown.page->table();
    if (shown.tab == TableTab::Deals)
        showDeals(table);
    else if (shown.tab == TableTab::ProblemList || shown.tab == TableTab::History)
        clearUnless(table, m_document.chain(), selected());
    else
        showRows(shown.tab, table);
}

/// What is selected, unless it goes with this very edit.
std::optional<RowRef> TableSelection::selected() const
{
    const std::optional<RowRef> row = m_document.selection().row;
    return row && m_document.chain().isAlive(*row) ? row : std::nullopt;
}

QModelIndex TableSelection::placeOf(TableTab tab, RowRef row)
{
    if (tab == TableTab::Events)
        return m_models.events().proxy.mapFromSource(m_models.events().rows.indexOf(row));
    ProxiedModel<WholeTableModel>& whole = m_models.whole(tab);
    return whole.proxy.mapFromSource(whole.rows.indexOf(row));
}

void TableSelection::showDeals(QTableView& table)
{
    const std::optional<RowRef> row = selected();
    if (row && row->table == Table::Nodes)
        showDealsOf(table, NodeId{row->row});
    else if (row && row->table == Table::Deals)
        light(table, m_models.dealsProxy.indexOf(*row));
    else
        table.clearSelection();
}

void TableSelection::showDealsOf(QTableView& table, NodeId node)
{
    QItemSelection selection;
    int lit = 0;
    const auto add = [&](DealId deal, const Deal&) {
        if (lit >= kMostSelected)
            return;
        const QModelIndex index = m_models.dealsProxy.indexOf(RowRef{Table::Deals, deal.value});
        if (!index.isValid())
            return;
        ++lit;
        selection.select(index, index.siblingAtColumn(DealsModel::kColumnCount - 1));
    };
    m_document.chain().forEachSupplied(node, add);
    m_document.chain().forEachBought(node, add);
    table.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

/// In a table of rows that can be selected themselves.
void TableSelection::showRows(TableTab tab, QTableView& table)
{
    const std::optional<RowRef> row = selected();
    if (row && row->table == TableModels::tableOf(tab))
        light(table, placeOf(tab, *row));
    else
        clearUnless(table, m_document.chain(), row);
}

} // namespace ochain
