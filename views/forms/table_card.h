// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "forms/form_card.h"
#include "items/rows_model.h"

#include <map>
#include <memory>
#include <vector>

class QLabel;
class QPushButton;
class QTableView;

namespace ochain {

class CardColumns;
class RowAdder;
class RowClaims;

/// What a table of rows below a row is called, in the language of the moment.
struct TableCardWords {
    QString caption;   ///< over the table
    QString none;      ///< in its place when there are no rows
    QString hint;      ///< below the table: what its fields mean here; empty: nothing
    QString table;     ///< the table's accessible name
    QString add;       ///< the button
    QString newRow;    ///< "New phase: %1", of the fields of a row to be added
    QString remove;    ///< accessible name of the button
    QString notChosen; ///< told when nothing is chosen to be removed
};

/// The rows that belong to the row of a form, in a table: edited in place with the checks of a form, added below it and
/// taken away. What an edit would move is told before it is made.
class TableCard : public FormCard {
    Q_OBJECT
public:
    ~TableCard() override;

    void setDocument(Document* document) override;
    void setRow(std::optional<RowRef> row) override;
    [[nodiscard]] std::vector<UnsavedText> unsaved() const override;
    [[nodiscard]] QTableView* table() const noexcept { return m_table; }

protected:
    struct Spec {
        QString name; ///< "tranche": object names
        Table table = Table::Tranches;
        std::optional<Field> owner; ///< of a new row: the field that names the row of the form
        std::vector<Field> added;   ///< what the lines below the table ask of a new row; none: nothing is added here
        QString basis;              ///< that a new row begins with; empty: none
        std::vector<Field> hidden;  ///< columns there is no room for
        std::map<Field, QString> samples; ///< what columns have room for at least (figures have one of their own)
        int filling = 0;        ///< so many columns fill the width; what comes after them is reached by scrolling
        bool opensRows = false; ///< whether a row has a form of its own
    };
    TableCard(Spec spec, QWidget* parent);

    [[nodiscard]] virtual std::unique_ptr<RowsModel> makeModel(Document& document) const = 0;
    [[nodiscard]] virtual TableCardWords words() const = 0;
    /// The row whose rows they are; nothing while there is none.
    [[nodiscard]] std::optional<RowRef> owner() const;
    /// To be called at the end of the constructor and when the language changes.
    void retranslate();

    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void lookedAtChanged() override;
    /// The words, as the owner stands now.
    void refresh() override;

private:
    void createTable();
    void createButtons();
    void layOut();
    void orderTabs();
    void showColumns();
    void showClaims();
    void fitHeight();
    void noteCell(const QString& text, bool isWrong);
    void add(const Edit& edit);
    void removeCurrent();
    void openCurrent();

    Spec m_spec;
    std::unique_ptr<RowsModel> m_model;
    QTableView* m_table;
    CardColumns* m_columns = nullptr;
    RowClaims* m_claims;
    QLabel* m_hint;
    RowAdder* m_adder;
    QPushButton* m_remove;
    QPushButton* m_open;
};

} // namespace ochain
