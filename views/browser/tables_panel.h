// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "items/filter_offer.h"
#include "widgets/checked_delegate.h"

#include <QMap>
#include <QPointer>
#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QMenu;
class QStackedWidget;
class QTabBar;
class QTimer;
class QToolButton;

namespace ochain {

class FilterField;
class HistoryMenu;
class TablePage;
class TableSelection;
struct TableModels;

/// The tables under the charts: deals, events, problems, history, each with its filter, sort and columns, which stay
/// through edits.
class TablesPanel final : public QWidget {
    Q_OBJECT
public:
    enum class Page { DealTable, EventTable, ProblemTable, HistoryTable };

    explicit TablesPanel(QWidget* parent = nullptr);
    ~TablesPanel() override;

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    void showPage(Page which);
    void focusFilter();
    /// Copies from the page shown.
    void copy() const;
    /// Undoes the edit chosen in the history alone, where it still applies.
    void undoChosen();
    /// Which columns the page shown has, to be chosen.
    void fillColumns(QMenu& menu) const;
    /// Columns of each table by its name, to remember.
    [[nodiscard]] QMap<QString, QByteArray> columns() const;
    void setColumns(const QMap<QString, QByteArray>& columns);

signals:
    /// The user wants to see a row, and a field of it if it is not negative, in the inspector.
    void rowWanted(const ochain::RowRef& row, int field);
    /// A cell could not be edited; why.
    void refused(const QString& why);

protected:
    void changeEvent(QEvent* event) override;

private:
    void createStrip();
    void createPages();
    [[nodiscard]] CheckedDelegate::Reader reader() const;
    [[nodiscard]] CheckedDelegate::Choices choices() const;
    [[nodiscard]] CheckedDelegate* editing(CheckedDelegate* delegate);
    void connectPages();
    void connectModels();
    void retranslate();
    void showCounts();
    void applyFilter();
    FilterVerdict filterShown(const QString& text);
    void showVerdict(const FilterVerdict& verdict);
    [[nodiscard]] FilterOffer offerFor(const QString& text, qsizetype cursor, bool isAskedFor) const;
    [[nodiscard]] QString filterText(Page which) const;
    void setOnlySelection(bool isOn);
    [[nodiscard]] TablePage* page() const;
    [[nodiscard]] int shown(Page which) const;
    [[nodiscard]] int total(Page which) const;
    void followSelection();
    void followEdit(const Changed& changed);
    void showSelection();
    void select(const QModelIndex& index);
    void openRow(const QModelIndex& index);
    void dismissNotes();

    QPointer<Document> m_document;
    std::unique_ptr<TableModels> m_models;
    std::unique_ptr<TableSelection> m_selection; ///< there while the models are
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    QList<TablePage*> m_pages;
    QLabel* m_count;
    QLabel* m_note;       ///< below the table: what is typed into a cell, or why it is not taken
    QLabel* m_filterNote; ///< below the filter: how it reads, or what of it cannot be read
    FilterField* m_filter;
    QToolButton* m_only;
    QToolButton* m_dismiss; ///< of the problems
    HistoryMenu* m_history;
    QToolButton* m_columnsButton;
    QTimer* m_typing;
    QStringList m_filters; ///< one a page, as typed
};

} // namespace ochain
