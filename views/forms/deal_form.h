// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "forms/deal_draft.h"

#include <QPointer>
#include <QWidget>

#include <map>
#include <memory>

class QFrame;
class QLabel;
class QPushButton;
class QScrollArea;

namespace ochain {

class FieldRow;
class ImpactList;
class NewNodeStrip;
class RowPicker;
class SourcesCard;
class TranchesCard;

/// The form of a deal. A field is checked at every key, committed when it is left or on Enter if it is valid, and
/// restored by Esc. What is not valid is kept and marked, also while other deals are looked at.
class DealForm final : public QWidget {
    Q_OBJECT
public:
    explicit DealForm(QWidget* parent = nullptr);
    ~DealForm() override;

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    /// Shows a deal; what was typed about it before and not committed is still there.
    void showDeal(DealId deal);
    /// Begins a new deal; it enters the chain as soon as it has both ends, a kind, a status and a basis.
    void beginNew();
    [[nodiscard]] bool isNew() const noexcept { return m_draft.isNew(); }
    [[nodiscard]] bool hasDrafts() const { return !m_draft.typed().empty(); }
    void focusField(Field field);
    /// Takes what is in the field that has the focus, as if it were left.
    void commitPending();

signals:
    /// The file could not take an edit; what was typed stays.
    void notSaved(const QString& why);
    /// The user gave the new deal up.
    void newDealDropped();

protected:
    void changeEvent(QEvent* event) override;

private:
    static constexpr std::size_t kImpactLines = 6;

    void createRows();
    void createCards();
    void layOut();
    void connectRow(Field field, FieldRow* row);
    void retranslate();
    void fillChoices();
    void showAll();
    void showHead();
    void showField(Field field);
    void follow(const Changed& changed);
    void edited(Field field, const QString& text);
    void judge(Field field);
    void judgeAll();
    void offerNode(Field field);
    void commit(Field field);
    bool commitFields(const std::vector<Field>& fields, Field at);
    void restore(Field field);
    void keepDraft();
    void showImpact(const std::optional<Edit>& edit);
    [[nodiscard]] std::vector<Field> readableFields() const;
    [[nodiscard]] QString valueText(Field field) const;
    [[nodiscard]] FieldRow* row(Field field) const { return m_rows.at(field); }
    [[nodiscard]] QString echoText(Field field, const Reading& reading) const;

    QPointer<Document> m_document;
    DealId m_deal;
    DealDraft m_draft;
    std::map<std::string, DealDraft> m_kept; ///< drafts of deals that are not shown now, by key
    std::map<Field, FieldRow*> m_rows;
    std::map<Field, NewNodeStrip*> m_strips;
    std::vector<std::unique_ptr<RowPicker>> m_pickers;
    QScrollArea* m_scroll;
    QLabel* m_title;
    QLabel* m_subtitle;
    QPushButton* m_drop;
    QFrame* m_impactCard;
    QLabel* m_impactTitle;
    ImpactList* m_impact;
    TranchesCard* m_tranches;
    SourcesCard* m_sources;
    bool m_isCommitting = false;
};

} // namespace ochain
