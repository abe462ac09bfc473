// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/shown_view.h"

#include <QStackedWidget>

class QAbstractItemModel;
class QKeyEvent;
class QTableView;

namespace ochain {

class StatePage;

/// One table: sorts by its headers (a third click gives the order of entry back), chooses its columns, copies with
/// headers, and says so when there is nothing to show. Owns the view, not the model.
class TablePage final : public QStackedWidget {
    Q_OBJECT
public:
    /// What a click or an arrow key selects.
    enum class Selects { Rows, Cells };
    /// @param name  object name of the table, under which its columns are remembered too
    TablePage(const QString& name, Selects selects, QWidget* parent = nullptr);

    /// @param model  a proxy; null to show nothing. Must outlive the next call.
    void setModel(QAbstractItemModel* model);
    /// Columns as the model has them to begin with, or as they are remembered; called when a model is in place.
    void showDefaults();
    /// What stands there when there are no rows, and when the filter hides all.
    void setEmptyTexts(const QString& title, const QString& text, const QString& filteredTitle);
    void setFiltered(bool isFiltered);

    [[nodiscard]] QTableView* table() const noexcept { return m_table; }
    [[nodiscard]] QByteArray columns() const;
    void setColumns(const QByteArray& state);
    /// Columns and sorting as a saved view tells them; the rest of `table` stays.
    void tellColumns(ShownTable& table) const;
    /// Shows the columns that it names, and the one to sort by; names that no column has are passed over.
    void showColumns(const ShownTable& table);
    /// Shows a column right behind another, or hides it; widths that nobody has set fit the window again.
    void showBeside(int column, int other, bool isShown);
    /// Copies the selected cells that are shown, tab-separated and with headers; a single cell is copied without.
    /// @return false: they are too many for the clipboard
    [[nodiscard]] bool copy() const;

signals:
    /// The user went to a row, by mouse or key.
    void chosen(const QModelIndex& index);
    /// Enter or a double click on a row that is not edited in place.
    void activated(const QModelIndex& index);
    /// A double click on a figure that can be told apart and is not edited in place.
    void figureWanted(const QModelIndex& index);
    /// Backspace over cells.
    void clearWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showState();
    [[nodiscard]] bool areColumnsChosen() const;
    [[nodiscard]] QString titleOf(int column) const;
    [[nodiscard]] int columnCalled(const QString& title) const;
    void showColumn(int column);
    void fitColumns();
    void showCurrentRow(const QModelIndex& current, const QModelIndex& before);
    bool takeKey(const QKeyEvent& key);

    QTableView* m_table;
    StatePage* m_empty;
    QByteArray m_columns;
    QString m_emptyTitle, m_emptyText, m_filteredTitle;
    bool m_isFiltered = false;
    bool m_areOwnWidths = true; ///< the user's: set by hand, or remembered
    bool m_isFitting = false;
    int m_fittedTo = 0; ///< the room that the columns are spread over
};

} // namespace ochain
