// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "forms/form_spec.h"
#include "items/row_draft.h"

#include <QPointer>
#include <QWidget>

#include <map>
#include <memory>
#include <optional>

class QBoxLayout;
class QFrame;
class QLabel;
class QPushButton;
class QScrollArea;

namespace ochain {

class ImpactList;
class NewNodeStrip;
class RowCard;
class RowPicker;

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
    [[nodiscard]] bool isNew() const noexcept { return m_draft.isNew() && m_isDrafting; }
    /// Puts the keyboard into a field; into the first one if the form has none of that number.
    void focusField(int field);
    /// Takes what is in the field that has the focus, as if it were left.
    void commitPending();

signals:
    /// The file could not take an edit; what was typed stays.
    void notSaved(const QString& why);
    /// The user gave the new row up.
    void newRowDropped();
    /// The user wants to see another row.
    void rowWanted(const ochain::RowRef& row);

protected:
    void changeEvent(QEvent* event) override;

private:
    static constexpr std::size_t kImpactLines = 6;

    // row_form.cpp
    void createHead();
    void createRows();
    void createImpact();
    void createCards();
    void addCard(RowCard* card, bool isAbove);
    void layOut();
    void connectRow(Field field);
    void createPickers();
    void retranslate();
    void fillChoices();
    void fillProposals();
    void showAll();
    void showHead();
    void showField(Field field);
    void showCards();
    void follow(const Changed& changed);
    [[nodiscard]] QString valueText(Field field) const;
    [[nodiscard]] FieldRow* row(Field field) const { return m_rows.at(field); }

    // row_form_commit.cpp
    void pick(Field field, const QString& key);
    void edited(Field field, const QString& text);
    void judge(Field field);
    void judge(Field field, std::optional<Tried>& tried);
    [[nodiscard]] Tried tryDraft();
    void judgeAll();
    void placeProblems(const Problems& problems, Field at);
    void offerNode(Field field, const Sentence& problem);
    void withdrawNode(Field field);
    void commit(Field field);
    bool commitFields(const std::vector<Field>& fields, Field at);
    void takeOver(const std::string& key, const std::vector<Field>& fields);
    void restore(Field field);
    void keepDraft();
    void showImpact(const std::optional<Impact>& impact);
    [[nodiscard]] QString echoText(Field field, const Reading& reading) const;

    const FormSpec& m_spec;
    QPointer<Document> m_document;
    std::optional<RowRef> m_row; ///< nothing while a new row is a draft
    RowDraft m_draft;
    bool m_isDrafting = false;              ///< a new row, not nothing at all
    std::map<std::string, RowDraft> m_kept; ///< drafts of rows that are not shown now, by key
    std::map<Field, FieldRow*> m_rows;
    std::map<Field, NewNodeStrip*> m_strips;
    std::map<Field, std::unique_ptr<RowPicker>> m_pickers;
    std::vector<RowCard*> m_above;
    std::vector<RowCard*> m_below;
    QScrollArea* m_scroll;
    QLabel* m_title;
    QLabel* m_subtitle;
    QPushButton* m_drop;
    QFrame* m_impactCard;
    QLabel* m_impactTitle;
    ImpactList* m_impact;
    bool m_isCommitting = false;
};

} // namespace ochain
