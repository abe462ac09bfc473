// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "editing/row_draft.h"
#include "forms/unsaved_text.h"

#include <QPointer>
#include <QStackedWidget>

#include <map>
#include <optional>
#include <utility>
#include <vector>

class QTimer;

namespace ochain {

class RowForm;
struct FormSpec;
class StatePage;

/// What is selected, in full and to be edited: a form a table.
class Inspector final : public QStackedWidget {
    Q_OBJECT
public:
    explicit Inspector(QWidget* parent = nullptr);

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    /// @param table  one that has a form
    void beginNew(Table table);
    /// Begins a new deal and fills it from a line on the clipboard, to be looked at.
    void readDeal(const QString& line);
    /// Puts the keyboard into a field of the row shown; into the first one if there is none of that number.
    void focusField(int field);
    /// The field whose editor or label a widget is, and of which row; nothing if it is none, or the row is new.
    [[nodiscard]] std::optional<std::pair<RowRef, Field>> fieldAt(const QWidget& widget) const;
    /// Takes what is in the field that has the focus, as if it were left.
    void commitPending();
    /// What was typed into any form and is not in the chain.
    [[nodiscard]] std::vector<UnsavedText> unsaved() const;
    /// Takes over all of it that can be.
    void saveUnsaved();

signals:
    void notSaved(const QString& why);
    /// What was typed into a cell was not taken, and is said here alone.
    void refused(const QString& why);
    /// Others deleted a row about which something was typed, which is kept.
    void rowErased(const ochain::Edit& edit, const ochain::RowDraft& draft);
    /// The user wants to see another row.
    void rowWanted(const ochain::RowRef& row);

protected:
    void changeEvent(QEvent* event) override;

private:
    void follow();
    void retranslate();
    /// The form of a table, made when it is wanted first; null if the table has none.
    RowForm* formOf(Table table);
    RowForm& add(const FormSpec& spec);
    void makeNextForm();
    [[nodiscard]] RowForm* current() const; ///< null while nothing is shown

    QPointer<Document> m_document;
    StatePage* m_empty;
    std::map<Table, RowForm*> m_forms;
    QTimer* m_idle; ///< in which the forms are made that nobody has asked for yet
};

} // namespace ochain
