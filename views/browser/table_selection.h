// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/table_models.h"

#include <QList>

#include <functional>
#include <optional>

class QModelIndex;
class QTableView;

namespace ochain {

class TablePage;

/// Keeps the tables and what is selected in the document together: a row that the user goes to becomes what is
/// selected, and what is selected is lit in every table but the one in which it was chosen.
class TableSelection {
public:
    /// @param document, models  must outlive it
    TableSelection(Document& document, TableModels& models) : m_document(document), m_models(models) {}

    /// From now on a table is kept together with the others. The page must outlive it.
    void add(TableTab tab, TablePage* page);

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
    struct Shown {
        TableTab tab;
        TablePage* page;
    };
    [[nodiscard]] std::optional<RowRef> selected() const;
    [[nodiscard]] QModelIndex placeOf(TableTab tab, RowRef row);
    void showDeals(QTableView& table);
    void showDealsOf(QTableView& table, NodeId node);
    void showRows(TableTab tab, QTableView& table);
    void showIn(const Shown& shown);

    Document& m_document;
    TableModels& m_models;
    QList<Shown> m_shown;
    TablePage* m_chosenIn = nullptr; ///< while a row of it becomes what is selected
};

} // namespace ochain
