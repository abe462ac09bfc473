// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/table_models.h"
#include "browser/table_page.h"
#include "browser/tables_panel.h"
#include "items/roles.h"

#include <QItemSelectionModel>
#include <QTableView>
#include <QToolButton>

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

} // namespace

/// The user went to a row.
void TablesPanel::select(const QModelIndex& index)
{
    if (m_document == nullptr || !index.isValid())
        return;
    const std::optional<RowRef> row = rowRefOf(index);
    if (!row || !m_document->chain().isAlive(*row))
        return;
    m_chosenIn = page(); // which shows it already, perhaps among others
    m_document->select(*row);
    m_chosenIn = nullptr;
}

void TablesPanel::openRow(const QModelIndex& index)
{
    const std::optional<RowRef> row = rowRefOf(index);
    if (!row || m_document == nullptr || !m_document->chain().isAlive(*row))
        return;
    const QVariant field = index.data(FieldRole);
    emit rowWanted(*row, field.isValid() ? field.toInt() : -1);
}

void TablesPanel::followSelection()
{
    if (!m_models || m_document == nullptr)
        return;
    const std::optional<RowRef> row = m_document->selection().row;
    // A deal out of those shown leaves them standing.
    const bool isShown = row && row->table == Table::Deals && m_models->dealsProxy.indexOf(*row).isValid();
    if (m_only->isChecked() && row && !isShown)
        m_models->dealsProxy.setOnly(row);
    showSelection();
    scrollToSelection();
    showCounts();
}

/// After an edit. To look for all deals of a node is work, which an edit of anything else is spared.
void TablesPanel::followEdit(const Changed& changed)
{
    const std::optional<RowRef> row = selected();
    const bool isFiltered = !m_filters.value(static_cast<int>(Page::DealTable)).isEmpty() || m_only->isChecked();
    showInOtherTables();
    if (!row || row->table != Table::Nodes || isFiltered || movesDeals(changed.edit))
        showInDeals();
}

/// Lights what is selected, and only that, in every table but the one in which it was chosen. Selects nothing.
void TablesPanel::showSelection()
{
    if (!m_models || m_document == nullptr)
        return;
    showInOtherTables();
    showInDeals();
}

/// What is selected, unless it goes with this very edit.
std::optional<RowRef> TablesPanel::selected() const
{
    const std::optional<RowRef> row = m_document->selection().row;
    return row && m_document->chain().isAlive(*row) ? row : std::nullopt;
}

void TablesPanel::showInOtherTables()
{
    for (TablePage* tablePage : std::as_const(m_pages))
        if (tablePage != m_chosenIn && tablePage != m_pages[static_cast<int>(Page::DealTable)])
            showInTable(*tablePage->table(), selected());
}

void TablesPanel::showInDeals()
{
    TablePage* tablePage = m_pages[static_cast<int>(Page::DealTable)];
    if (tablePage == m_chosenIn)
        return;
    const std::optional<RowRef> row = selected();
    QTableView& deals = *tablePage->table();
    if (row && row->table == Table::Nodes)
        showDealsOf(NodeId{row->row});
    else if (row && row->table == Table::Deals)
        light(deals, m_models->dealsProxy.indexOf(*row));
    else
        deals.clearSelection();
}

void TablesPanel::light(QTableView& table, const QModelIndex& index)
{
    if (!index.isValid())
        table.clearSelection(); // the filter hides it
    else if (!table.selectionModel()->isSelected(index))
        table.setCurrentIndex(index.siblingAtColumn(std::max(0, table.currentIndex().column())));
}

/// Of events the one that is selected; problems and edits are about a row, and stay lit while that is selected.
void TablesPanel::showInTable(QTableView& table, std::optional<RowRef> row)
{
    const bool areEvents = &table == m_pages[static_cast<int>(Page::EventTable)]->table();
    if (areEvents && row && row->table == Table::Events)
        light(table, m_models->eventsProxy.mapFromSource(m_models->events.indexOf(*row)));
    else if (!row || rowRefOf(table.currentIndex()) != row)
        table.clearSelection();
}

void TablesPanel::showDealsOf(NodeId node)
{
    QItemSelection selection;
    int lit = 0;
    const auto add = [&](DealId deal, const Deal&) {
        if (lit >= kMostSelected)
            return;
        const QModelIndex index = m_models->dealsProxy.indexOf(RowRef{Table::Deals, deal.value});
        if (!index.isValid())
            return;
        ++lit;
        selection.select(index, index.siblingAtColumn(DealsModel::kColumnCount - 1));
    };
    m_document->chain().forEachSupplied(node, add);
    m_document->chain().forEachBought(node, add);
    m_pages[static_cast<int>(Page::DealTable)]->table()->selectionModel()->select(selection,
                                                                                  QItemSelectionModel::ClearAndSelect);
}

/// The first of the rows that are lit comes into view.
void TablesPanel::scrollToSelection()
{
    for (TablePage* tablePage : std::as_const(m_pages)) {
        if (tablePage == m_chosenIn)
            continue;
        QTableView* table = tablePage->table();
        const QModelIndexList rows = table->selectionModel()->selectedRows();
        const auto first = std::min_element(
            rows.begin(), rows.end(), [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
        if (first != rows.end())
            table->scrollTo(*first);
    }
}

} // namespace ochain
