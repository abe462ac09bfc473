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

void light(QTableView& table, const QModelIndex& index)
{
    if (!index.isValid())
        table.clearSelection(); // the filter hides it
    else if (!table.selectionModel()->isSelected(index))
        table.setCurrentIndex(index.siblingAtColumn(std::max(0, table.currentIndex().column())));
}

/// Rows about a row stay lit while that is selected.
void clearUnless(QTableView& table, const Chain& chain, std::optional<RowRef> row)
{
    const std::optional<RowRef> about = rowRefOf(table.currentIndex());
    if (!row || !about || !chain.isAlive(*about) || shownFor(chain, *about) != *row)
        table.clearSelection();
}

} // namespace

TableSelection::TableSelection(Document& document, TableModels& models, Pages pages)
    : m_document(document), m_models(models), m_pages(std::move(pages))
{}

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
    showEvents();
    showOthers();
    showDeals();
}

void TableSelection::scroll()
{
    for (TablePage* page : pages()) {
        if (page == m_chosenIn)
            continue;
        QTableView* table = page->table();
        const QModelIndexList rows = table->selectionModel()->selectedRows();
        const auto first = std::min_element(
            rows.begin(), rows.end(), [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
        if (first != rows.end())
            table->scrollTo(*first);
    }
}

void TableSelection::followEdit(const Changed& changed, bool isFiltered)
{
    showEvents();
    showOthers();
    // To look for all deals of a node is work, which an edit of anything else is spared.
    const std::optional<RowRef> row = selected();
    if (!row || row->table != Table::Nodes || isFiltered || movesDeals(changed.edit))
        showDeals();
}

/// What is selected, unless it goes with this very edit.
std::optional<RowRef> TableSelection::selected() const
{
    const std::optional<RowRef> row = m_document.selection().row;
    return row && m_document.chain().isAlive(*row) ? row : std::nullopt;
}

QList<TablePage*> TableSelection::pages() const
{
    return QList<TablePage*>{m_pages.deals, m_pages.events} + m_pages.others;
}

void TableSelection::showDeals()
{
    if (m_pages.deals == m_chosenIn)
        return;
    const std::optional<RowRef> row = selected();
    QTableView& deals = *m_pages.deals->table();
    if (row && row->table == Table::Nodes)
        showDealsOf(NodeId{row->row});
    else if (row && row->table == Table::Deals)
        light(deals, m_models.dealsProxy.indexOf(*row));
    else
        deals.clearSelection();
}

void TableSelection::showDealsOf(NodeId node)
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
    m_pages.deals->table()->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void TableSelection::showEvents()
{
    if (m_pages.events == m_chosenIn)
        return;
    const std::optional<RowRef> row = selected();
    QTableView& events = *m_pages.events->table();
    if (row && row->table == Table::Events)
        light(events, m_models.eventsProxy.mapFromSource(m_models.events.indexOf(*row)));
    else
        clearUnless(events, m_document.chain(), row);
}

void TableSelection::showOthers()
{
    for (TablePage* page : std::as_const(m_pages.others))
        if (page != m_chosenIn)
            clearUnless(*page->table(), m_document.chain(), selected());
}

} // namespace ochain
