// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/table_models.h"
#include "browser/table_page.h"
#include "browser/table_selection.h"
#include "widgets/checked_delegate.h"

#include <QByteArray>
#include <QMap>
#include <QPointer>
#include <QStackedWidget>

#include <array>
#include <memory>

namespace ochain {

class HistoryMenu;

/// The tables behind the tabs, of which one is seen: each is made when it is first seen, so that nobody waits for the
/// others.
class TablePages final : public QStackedWidget {
    Q_OBJECT
public:
    explicit TablePages(QWidget* parent = nullptr);
    ~TablePages() override;

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    /// Brings a table to the front.
    void show(TableTab tab);
    [[nodiscard]] TableTab tab() const noexcept { return m_tab; }
    /// The table in front.
    [[nodiscard]] TablePage& page() const { return *m_pages[indexOf(m_tab)]; }
    /// Null while there is no document.
    [[nodiscard]] TableModels* models() const noexcept { return m_models.get(); }
    [[nodiscard]] TableSelection* selection() const noexcept { return m_selection.get(); }
    /// Of the history; makes its table if need be.
    [[nodiscard]] HistoryMenu& history();

    /// Columns of each table by its name, to remember.
    [[nodiscard]] QMap<QString, QByteArray> columns() const;
    void setColumns(const QMap<QString, QByteArray>& columns);
    void retranslate();

signals:
    /// The user went to a row, by mouse or key.
    void chosen(const QModelIndex& index);
    /// Enter or a double click on a row that is not edited in place.
    void activated(const QModelIndex& index);
    /// A double click on a figure that can be told apart.
    void figureWanted(const QModelIndex& index);
    /// Something could not be edited; why.
    void refused(const QString& why);
    /// What is typed into a cell, or why it is not taken; empty when that is over.
    void noted(const QString& text, bool isWrong);
    void clearWanted();

private:
    static std::size_t indexOf(TableTab tab) noexcept { return static_cast<std::size_t>(tab); }
    TablePage& made(TableTab tab);
    void letEdit(QTableView& table);
    [[nodiscard]] CheckedDelegate::Reader reader() const;
    [[nodiscard]] CheckedDelegate::Choices choices() const;
    CheckedDelegate* editing(CheckedDelegate* delegate);
    void equip(TableTab tab);
    void nameTable(TableTab tab);

    QPointer<Document> m_document;
    std::unique_ptr<TableModels> m_models;
    std::unique_ptr<TableSelection> m_selection; ///< there while the models are
    std::array<TablePage*, kTableTabs> m_pages{};
    QMap<QString, QByteArray> m_columns; ///< of tables not made yet
    HistoryMenu* m_history = nullptr;
    TableTab m_tab = TableTab::Deals;
};

} // namespace ochain
