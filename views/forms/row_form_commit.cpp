// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/row_form.h"

#include "figures/format.h"
#include "forms/new_node_strip.h"
#include "forms/row_list_edit.h"
#include "items/table_edits.h"
#include "items/typed_text.h"
#include "theme/language.h"
#include "widgets/impact_list.h"
#include "widgets/row_picker.h"

#include <QFrame>
#include <QLineEdit>

namespace ochain {

void RowForm::keepDraft()
{
    if (m_row || m_isDrafting) {
        if (m_draft.isTouched())
            m_kept.insert_or_assign(m_draft.key(), m_draft);
        else
            m_kept.erase(m_draft.key());
    }
}

void RowForm::commitPending()
{
    if (m_document == nullptr)
        return;
    for (const auto& [field, fieldRow] : m_rows)
        if (fieldRow->editor()->hasFocus() && m_draft.has(field))
            commit(field);
}

void RowForm::pick(Field field, const QString& key)
{
    if (RowListEdit* rows = row(field)->rows())
        return rows->add(key); // and it reports what that makes
    const Table target = fieldSpec(m_spec.table, field).target;
    const Chain& chain = m_document->chain();
    const QString text = addressOf(chain, RowRef{target, chain.find(target, key.toStdString())}, currentLanguage());
    row(field)->setText(text);
    edited(field, text);
    commit(field);
}

void RowForm::edited(Field field, const QString& text)
{
    if (m_row && text == shownText(m_document->chain(), *m_row, field, currentLanguage())) {
        m_draft.drop(field); // typed back to what it was; the line stays as it is, somebody is typing
        m_impactCard->hide();
        judgeAll();
        return;
    }
    m_draft.type(field, text);
    judge(field);
}

QString RowForm::echoText(Field field, const Reading& reading) const
{
    if (row(field)->line() == nullptr || row(field)->rows() != nullptr)
        return {}; // a choice reads as what it says, and rows stand there by name
    QString text = readsAsText(row(field)->text(), reading);
    const FieldType type = fieldSpec(m_spec.table, field).type;
    if (!m_row || type == FieldType::Text || type == FieldType::Name)
        return text;
    const QString before = shownText(m_document->chain(), *m_row, field, currentLanguage());
    if (!before.isEmpty())
        text += (text.isEmpty() ? tr("was %1") : tr("; was %1")).arg(before);
    return text;
}

void RowForm::judge(Field field)
{
    std::optional<Tried> tried;
    judge(field, tried);
}

/// @param tried  what the whole draft would do; found out at the first field that asks
void RowForm::judge(Field field, std::optional<Tried>& tried)
{
    const Language language = currentLanguage();
    const Chain& chain = m_document->chain();
    const ReadResult reading = m_draft.read(chain, field, language);
    if (!reading) {
        row(field)->showProblem(sentenceText(reading.error()));
        offerNode(field, reading.error());
        showImpact(std::nullopt);
        return;
    }
    withdrawNode(field);
    row(field)->showEcho(echoText(field, *reading));
    if (isNew() && !m_draft.isComplete(chain, language))
        return;
    if (!tried)
        tried = tryDraft();
    placeProblems(tried->problems, field);
    showImpact(tried->impact);
}

Tried RowForm::tryDraft()
{
    const Language language = currentLanguage();
    const Chain& chain = m_document->chain();
    const auto edit = m_draft.edit(chain, m_draft.readableFields(chain, language), language);
    return edit ? m_document->tryOut(*edit) : Tried{{edit.error()}, {}};
}

/// Says each problem at its field if it has been typed into, else where one types: what it does to a phase, say.
void RowForm::placeProblems(const Problems& problems, Field at)
{
    bool isPlaced = false;
    for (const Problem& problem : problems) {
        const bool isOurs = problem.table == m_spec.table && problem.field && m_rows.contains(*problem.field) &&
                            m_draft.has(*problem.field);
        if (isOurs)
            row(*problem.field)->showProblem(sentenceText(problem.sentence));
        isPlaced = isPlaced || isOurs;
    }
    if (!isPlaced && !problems.empty())
        row(at)->showProblem(sentenceText(problems.front().sentence));
}

void RowForm::judgeAll()
{
    std::vector<Field> fields;
    for (const auto& [field, text] : m_draft.typed())
        fields.push_back(field);
    std::optional<Tried> tried; // once for all of them
    for (const Field field : fields)
        judge(field, tried);
}

/// Offers to make a node of a name if nobody bears it, as the reading of the field has found out; several may.
void RowForm::offerNode(Field field, const Sentence& problem)
{
    const auto strip = m_strips.find(field);
    const QString name = row(field)->line() == nullptr ? QString() : row(field)->line()->text().trimmed();
    if (strip == m_strips.end() || name.isEmpty())
        return;
    if (problem != notOneCalled(Table::Nodes, name, 0))
        return withdrawNode(field);
    const Chain& chain = m_document->chain();
    std::string tier;
    if (m_row) { // where the one stands that it takes the place of
        const std::uint32_t before = chain.find(Table::Nodes, chain.value(*m_row, field));
        if (before != kNoRow)
            tier = chain.value({Table::Nodes, before}, node_field::Tier);
    }
    strip->second->offer(chain, name, tier, currentLanguage());
    row(field)->showProblem(
        tr("Nobody in the chain is called \"%1\". Choose from the list, or create it below.").arg(name));
    if (const auto picker = m_pickers.find(field); picker != m_pickers.end())
        picker->second->setHint(tr("None of these? Tab, and create \"%1\"").arg(name));
}

void RowForm::withdrawNode(Field field)
{
    if (const auto strip = m_strips.find(field); strip != m_strips.end())
        strip->second->withdraw();
    if (const auto picker = m_pickers.find(field); picker != m_pickers.end())
        picker->second->setHint({});
}

void RowForm::showImpact(const std::optional<Impact>& impact)
{
    m_impactCard->setVisible(impact.has_value());
    if (impact)
        m_impact->setImpact(m_document->chain(), *impact, kImpactLines);
}

void RowForm::commit(Field field)
{
    if (m_document == nullptr || m_isCommitting || !m_draft.has(field) || m_document->isReadOnly())
        return;
    const Language language = currentLanguage();
    const Chain& chain = m_document->chain();
    if (!m_draft.read(chain, field, language))
        return; // kept and marked
    if (!m_row) {
        if (m_draft.isComplete(chain, language))
            commitFields(m_draft.readableFields(chain, language), field);
        return;
    }
    // All that is pending may be valid only together, as a start and an end that both move.
    const std::vector<Field> pending = m_draft.readableFields(chain, language);
    if (pending.size() > 1 && commitFields(pending, field))
        return;
    commitFields({field}, field);
}

bool RowForm::commitFields(const std::vector<Field>& fields, Field at)
{
    const Language language = currentLanguage();
    const bool wasNew = m_draft.isNew();
    const std::string key = wasNew ? m_draft.keyOfNew(m_document->chain(), language) : m_draft.key();
    tl::expected<Edit, Problem> edit = m_draft.edit(m_document->chain(), fields, language);
    if (!edit) {
        placeProblems({edit.error()}, at);
        return false;
    }
    m_isCommitting = true; // the document announces the edit while the draft still holds it
    const auto applied =
        edit->changes.empty() ? tl::expected<void, Document::Refused>() : m_document->apply(std::move(*edit));
    m_isCommitting = false;
    if (!applied) {
        if (applied.error().error)
            emit notSaved(errorText(*applied.error().error));
        else
            judge(at);
        return false;
    }
    if (wasNew)
        takeOver(key, fields);
    else
        for (const Field field : fields)
            m_draft.drop(field);
    const Impact& impact = m_document->lastImpact();
    for (const Field field : fields)
        showField(field);
    showHead();
    judgeAll();
    m_impactCard->show();
    m_impact->setImpact(m_document->chain(), impact, kImpactLines);
    return true;
}

/// The new row stands in the chain: what is left of its draft is now about that row, which is selected.
void RowForm::takeOver(const std::string& key, const std::vector<Field>& fields)
{
    m_kept.erase(std::string());
    m_kept.insert_or_assign(key, m_draft.takenOver(key, fields));
    m_draft = RowDraft(m_spec.table);
    m_isDrafting = false;
    m_isCommitting = true;
    m_document->select(RowRef{m_spec.table, m_document->chain().find(m_spec.table, key)});
    m_isCommitting = false;
    m_kept.erase(key);
}

void RowForm::restore(Field field)
{
    m_draft.drop(field);
    showField(field);
    if (QLineEdit* line = row(field)->line(); line != nullptr && line->hasFocus())
        line->selectAll();
    m_impactCard->hide();
    judgeAll();
}

} // namespace ochain
