// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "editing/row_draft.h"
#include "formats/reading.h"
#include "forms/form_spec.h"
#include "forms/row_drafts.h"
#include "forms/unsaved_text.h"

#include <QPointer>
#include <QWidget>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

class QScrollArea;

namespace ochain {

class FieldConflicts;
class FieldHistories;
class FieldJudge;
class FormFields;
class FormCards;
class FormHead;
class ImpactPlace;
class OverrideMarks;
class ReadLineStrip;

/// The form of a row of any table. A field is checked at every key, committed when it is left or on Enter if it is
/// valid, and restored by Esc. What is not valid is kept and marked, also while other rows are looked at. What belongs
/// to the row stands in cards above and below its fields.
class RowForm final : public QWidget {
    Q_OBJECT
public:
    /// @param spec  must outlive the form
    explicit RowForm(const FormSpec& spec, QWidget* parent = nullptr);
    ~RowForm() override;

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    /// Shows a row of the form's table; what was typed about it before and not committed is still there.
    void showRow(RowRef shown);
    /// Begins a new row; it enters the chain as soon as it has what a row of its table needs.
    void beginNew();
    /// Fills an empty new deal from a line on the clipboard; nothing is saved by that.
    /// @return false: it is a text like any other, or the deal has been begun
    bool readPasted(const QString& text);
    [[nodiscard]] bool isNew() const noexcept { return m_drafts.isNew(); }
    /// Puts the keyboard into a field; into the first one if the form has none of that number.
    void focusField(int field);
    /// The field whose editor or label a widget is, of the row shown; nothing if it is none, or the row is new.
    [[nodiscard]] std::optional<std::pair<RowRef, Field>> fieldAt(const QWidget& widget) const;
    /// Takes what is in the field that has the focus, as if it were left.
    void commitPending();
    /// What was typed, about any row of the table and into its cards, and is not in the chain.
    [[nodiscard]] std::vector<UnsavedText> unsaved() const;
    /// Takes over all of it that can be.
    void saveUnsaved();

signals:
    /// The file could not take an edit; what was typed stays.
    void notSaved(const QString& why);
    /// What was typed into a cell was not taken, and is said here alone.
    void refused(const QString& why);
    /// Others deleted a row about which something was typed, which is kept.
    void rowErased(const ochain::Edit& edit, const ochain::RowDraft& draft);
    /// The user gave the new row up.
    void newRowDropped();
    /// The user wants to see another row.
    void rowWanted(const ochain::RowRef& row);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void createHead();
    void createReadLine();
    void createFields();
    void createCards();
    void layOut();
    void retranslate();
    void showOther();
    void showAll();
    void showHead();
    void follow(const Changed& changed);
    void followOverrides();
    void showEdit(bool isOfRow);
    void catchUp();
    [[nodiscard]] QString valueText(Field field) const;
    void edited(Field field, const QString& text);
    void judgeAll();
    void enterRead();
    void takeReadBack();
    void noteRest(const QString& text);
    [[nodiscard]] bool isWaiting() const { return m_drafts.draft().line().has_value(); }
    void commit(Field field);
    bool commitFields(const std::vector<Field>& fields, Field at);
    void sayNotTaken(const RowDrafts::NotTaken& why, Field at);
    void restore(Field field);
    void settle(Field field, void (RowForm::*order)(Field));

    const FormSpec& m_spec;
    QPointer<Document> m_document;
    RowDrafts m_drafts;
    FormFields* m_fields;
    FieldConflicts* m_conflicts;
    FieldHistories* m_histories;
    OverrideMarks* m_marks;
    std::unique_ptr<FieldJudge> m_judge;
    FormCards* m_cards = nullptr;
    QScrollArea* m_scroll = nullptr;
    FormHead* m_head = nullptr;
    ReadLineStrip* m_readLine = nullptr; ///< null but for deals
    ImpactPlace* m_impact = nullptr;     ///< null where no edit moves a figure
    bool m_isBehind = false;             ///< something has come in that it does not show yet
};

} // namespace ochain
