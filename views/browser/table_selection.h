// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/table_models.h"

#include <QList>

#include <optional>

class QModelIndex;
class QTableView;

namespace ochain {

class TablePage;

/// Keeps the tables and what is selected in the document together: a row that the user goes to becomes what is
/// selected, and what is selected is lit in every table but the one in which it was chosen.
class TableSelection {
public:
    /// The pages by what their tables show.
    struct Pages {
        TablePage* deals = nullptr;
        TablePage* events = nullptr;
        QList<TablePage*> others; ///< whose rows are about a row of another table: problems, edits
    };
    /// @param document, models, pages  must outlive it
    TableSelection(Document& document, TableModels& models, Pages pages);

    /// The user went to a row of a page.
    void choose(TablePage* page, const QModelIndex& index);
    /// Lights what is selected, and only that. Selects nothing.
    void show();
    /// Brings the first row that is lit into view.
    void scroll();
    /// After an edit lights again what it may have moved.
    /// @param isFiltered  whether some deals are not shown, and the edit may have changed which
    void followEdit(const Changed& changed, bool isFiltered);

private:
    [[nodiscard]] std::optional<RowRef> selected() const;
    [[nodiscard]] QList<TablePage*> pages() const;
    void showDeals();
    void showDealsOf(NodeId node);
    void showEvents();
    void showOthers();

    Document& m_document;
    TableModels& m_models;
    Pages m_pages;
    TablePage* m_chosenIn = nullptr; ///< while a row of it becomes what is selected
};

} // namespace ochain
