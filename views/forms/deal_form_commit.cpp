// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/deal_form.h"

#include "figures/format.h"
#include "forms/field_row.h"
#include "panels/impact_list.h"
#include "theme/language.h"

#include <QFrame>
#include <QLineEdit>

namespace ochain {

void DealForm::showImpact(const std::optional<Edit>& edit)
{
    const std::optional<Impact> impact = edit && !edit->changes.empty() ? m_document->preview(*edit) : std::nullopt;
    m_impactCard->setVisible(impact.has_value());
    if (impact)
        m_impact->setImpact(m_document->chain(), *impact, kImpactLines);
}

void DealForm::commit(Field field)
{
    if (m_document == nullptr || m_isCommitting || !m_draft.has(field) || m_document->isReadOnly())
        return;
    const Language language = currentLanguage();
    if (!m_draft.read(m_document->chain(), field, language))
        return; // kept and marked
    if (isNew()) {
        if (m_draft.isComplete(m_document->chain(), language))
            commitFields(readableFields(), field);
        return;
    }
    // All that is pending may be valid only together, as a start and an end that both move.
    const std::vector<Field> pending = readableFields();
    if (pending.size() > 1 && commitFields(pending, field))
        return;
    commitFields({field}, field);
}

bool DealForm::commitFields(const std::vector<Field>& fields, Field at)
{
    const Language language = currentLanguage();
    const bool wasNew = isNew();
    const std::string key = wasNew ? m_draft.keyOfNew(m_document->chain(), language) : m_draft.key();
    tl::expected<Edit, Problem> edit = m_draft.edit(m_document->chain(), fields, language);
    if (!edit) {
        row(at)->showProblem(sentenceText(edit.error().sentence));
        return false;
    }
    if (!m_document->validate(*edit).empty()) {
        judge(at);
        return false;
    }
    m_isCommitting = true; // the document announces the edit while the draft still holds it
    const auto applied =
        edit->changes.empty() ? tl::expected<void, Document::Refused>() : m_document->apply(std::move(*edit));
    m_isCommitting = false;
    if (!applied) {
        const Document::Refused& refused = applied.error();
        if (refused.error)
            emit notSaved(errorText(*refused.error));
        else if (!refused.problems.empty())
            row(at)->showProblem(sentenceText(refused.problems.front().sentence));
        return false;
    }
    for (const Field field : fields)
        m_draft.drop(field);
    if (wasNew) {
        m_kept.erase(std::string());
        const DealDraft rest = m_draft;
        m_draft = DealDraft(key);
        for (const auto& [field, text] : rest.typed())
            m_draft.type(field, text);
        m_kept[key] = m_draft;
        m_deal = {};
        m_isCommitting = true;
        m_document->select(RowRef{Table::Deals, m_document->chain().find(Table::Deals, key)});
        m_isCommitting = false;
        m_kept.erase(key);
    }
    const Impact& impact = m_document->lastImpact();
    for (const Field field : fields)
        showField(field);
    showHead();
    judgeAll();
    m_impactCard->show();
    m_impact->setImpact(m_document->chain(), impact, kImpactLines);
    return true;
}

void DealForm::restore(Field field)
{
    m_draft.drop(field);
    if (isNew() && (field == deal_field::Status || field == deal_field::Basis))
        m_draft.type(field, DealDraft::newDeal().typed().at(field));
    showField(field);
    if (QLineEdit* line = row(field)->line(); line != nullptr && line->hasFocus())
        line->selectAll();
    m_impactCard->hide();
    judgeAll();
}

} // namespace ochain
