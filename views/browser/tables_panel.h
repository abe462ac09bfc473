// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/figure_cell.h"
#include "browser/table_pages.h"
#include "document/document.h"
#include "figures/shown_view.h"
#include "items/filter_offer.h"

#include <QMap>
#include <QPointer>
#include <QStringList>
#include <QWidget>

#include <array>
#include <optional>

class QLabel;
class QMenu;
class QTabBar;
class QTimer;
class QToolButton;

namespace ochain {

class CellSummary;
class FilterField;

/// The tables under the charts: deals, nodes, metrics, events, sources, problems, history, each with its filter, sort
/// and columns, which stay through edits.
class TablesPanel final : public QWidget {
    Q_OBJECT
public:
    explicit TablesPanel(QWidget* parent = nullptr);
    ~TablesPanel() override;

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    void showTab(TableTab tab);
    void focusFilter();
    /// The table in front with its filter, columns and sorting.
    [[nodiscard]] ShownTable shownTable() const;
    /// Brings a table to the front as it was, or as an answer wants it; one that there is not changes nothing.
    void showTable(const ShownTable& table);
    /// Copies from the table shown; says so if it cannot.
    void copy();
    /// Undoes the edit chosen in the history alone, where it still applies.
    void undoChosen();
    /// Which columns the table shown has, to be chosen.
    void fillColumns(QMenu& menu) const;
    /// Columns of each table by its name, to remember.
    [[nodiscard]] QMap<QString, QByteArray> columns() const { return m_pages->columns(); }
    void setColumns(const QMap<QString, QByteArray>& columns) { m_pages->setColumns(columns); }
    [[nodiscard]] bool hasKeyboard() const;
    /// The figure in the cell that the keyboard is on, if it can be told apart.
    [[nodiscard]] std::optional<FigureCell> currentFigure() const;
    /// Cells of the table shown that can be written to; see selected_cells.h.
    [[nodiscard]] const QTableView& table() const { return *m_pages->page().table(); }
    [[nodiscard]] TableTab tab() const noexcept { return m_pages->tab(); }
    /// Where there is little room, most tabs say no numbers.
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// The user wants to see a row, and a field of it if it is not negative, in the inspector.
    void rowWanted(const ochain::RowRef& row, int field);
    /// After a double click on a figure.
    void figureWanted(const ochain::FigureCell& cell);
    /// A cell could not be edited; why.
    void refused(const QString& why);
    /// What the selected cells add up to; empty where that is nothing to be said.
    void summed(const QString& text);
    void clearWanted();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void createStrip();
    void createNotes();
    void layOut();
    void connectStrip();
    void connectPages();
    void connectModels();
    void retranslate();
    void showNote(const QString& text, bool isWrong);
    void showCounts();
    [[nodiscard]] QStringList tabNames(bool isWhole) const;
    void nameTabs(const QStringList& names);
    void fitTabs();
    [[nodiscard]] int widthBesideTabs() const;
    void applyFilter();
    void takeTab(int index);
    FilterVerdict filterShown(const QString& text);
    void showVerdict(const FilterVerdict& verdict);
    [[nodiscard]] FilterOffer offerFor(const QString& text, qsizetype cursor, bool isAskedFor) const;
    [[nodiscard]] QString filterText() const;
    void setOnlySelection(bool isOn);
    [[nodiscard]] int shown() const;
    [[nodiscard]] int total(TableTab tab) const;
    void followSelection();
    void followSecondLens();
    void followEdit(const Changed& changed);
    void showSelection();
    void select(const QModelIndex& index);
    void openRow(const QModelIndex& index);
    void dismissNotes();

    QPointer<Document> m_document;
    QTabBar* m_tabs;
    TablePages* m_pages;
    CellSummary* m_summary;
    QLabel* m_count;
    QLabel* m_note;       ///< below the table: what is typed into a cell, or why it is not taken
    QLabel* m_filterNote; ///< below the filter: how it reads, or what of it cannot be read
    FilterField* m_filter;
    QToolButton* m_only;
    QToolButton* m_dismiss; ///< of the problems
    QToolButton* m_columnsButton;
    QTimer* m_typing;
    QStringList m_fewNames, m_wholeNames;      ///< by which the tabs were fitted
    int m_roomForTabs = -1;                    ///< pixels that they were fitted to
    int m_leastTabs = 0;                       ///< how wide the tabs are with few numbers
    std::array<QString, kTableTabs> m_filters; ///< as typed
};

} // namespace ochain
