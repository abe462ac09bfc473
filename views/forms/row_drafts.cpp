// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/row_drafts.h"

#include "document/reason.h"
#include "editing/scenario_edits.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace ochain {

void RowDrafts::setDocument(Document* document)
{
    m_document = document;
    m_entered.reset();
    m_row.reset();
    m_draft = RowDraft(m_draft.table());
    m_isDrafting = false;
    m_kept.clear();
}

void RowDrafts::show(RowRef row)
{
    putAway();
    m_entered.reset();
    m_row = row;
    m_isDrafting = false;
    const std::string key(m_document->chain().key(row));
    const auto kept = m_kept.find(key);
    m_draft = kept == m_kept.end() ? RowDraft(m_draft.table(), key) : kept->second;
}

void RowDrafts::beginNew()
{
    putAway();
    m_entered.reset();
    const auto kept = m_kept.find({});
    m_draft = kept == m_kept.end() ? RowDraft::newRow(m_document->chain(), m_draft.table(), m_document->selection().row)
                                   : kept->second;
    m_row.reset();
    m_isDrafting = true;
}

void RowDrafts::dropNew()
{
    m_draft = RowDraft(m_draft.table());
    m_kept.erase(std::string());
    m_isDrafting = false;
}

void RowDrafts::leaveRow()
{
    m_entered.reset();
    m_draft = RowDraft(m_draft.table());
    m_row.reset();
}

bool RowDrafts::isShown(const RowDraft& draft) const
{
    return (m_row || m_isDrafting) && draft.key() == m_draft.key();
}

std::vector<RowDraft> RowDrafts::follow(const Edit& edit, bool isOthers)
{
    if (m_row || m_isDrafting)
        putAway(); // one way for all
    std::map<std::string, RowDraft> kept;
    for (auto& [key, draft] : m_kept) {
        draft.follow(edit);
        kept.insert_or_assign(draft.key(), std::move(draft));
    }
    m_kept = std::move(kept);
    m_draft.follow(edit);
    std::vector<RowDraft> erased;
    for (const RowChange& change : edit.changes) {
        if (change.table != m_draft.table() || change.op != Op::Erase)
            continue;
        const auto draft = m_kept.find(change.key);
        if (draft != m_kept.end() && isOthers)
            erased.push_back(draft->second);
        else if (draft != m_kept.end())
            m_kept.erase(draft);
    }
    return erased;
}

std::vector<RowDraft> RowDrafts::touched() const
{
    std::vector<RowDraft> drafts;
    if ((m_row || m_isDrafting) && m_draft.isTouched())
        drafts.push_back(m_draft);
    for (const auto& [key, draft] : m_kept)
        if (!isShown(draft) && draft.isTouched())
            drafts.push_back(draft);
    return drafts;
}

void RowDrafts::saveKept()
{
    std::map<std::string, RowDraft> kept = std::exchange(m_kept, {});
    for (auto& [key, draft] : kept) {
        if (!isShown(draft))
            saveKept(draft);
        if (draft.isTouched())
            m_kept.insert_or_assign(key, std::move(draft));
    }
}

void RowDrafts::saveKept(RowDraft& draft)
{
    const Chain& chain = editedChain(*m_document);
    std::vector<Field> fields;
    for (const Field field : draft.readableFields(chain))
        if (!draft.isOvertaken(chain, field))
            fields.push_back(field);
    const bool isThere = draft.isNew() ? draft.isComplete(chain) : chain.find(draft.table(), draft.key()) != kNoRow;
    if (!isThere || fields.empty())
        return;
    const auto save = [&](const std::vector<Field>& some) {
        const tl::expected<Edit, Problem> edit = draft.edit(editedChain(*m_document), some);
        if (!edit || !apply(*edit))
            return false;
        if (draft.isNew())
            draft = RowDraft(draft.table()); // what could not be read of it did not let it be complete
        else
            for (const Field field : some)
                draft.drop(field);
        return true;
    };
    if (save(fields) || draft.isNew())
        return;
    for (const Field field : fields) // what stands in the way of one need not be in that of another
        std::ignore = save({field});
}

void RowDrafts::putAway()
{
    if (!m_row && !m_isDrafting)
        return;
    if (m_draft.isTouched())
        m_kept.insert_or_assign(m_draft.key(), m_draft);
    else
        m_kept.erase(m_draft.key());
}

std::optional<Tried> RowDrafts::tryOut() const
{
    const Chain& chain = editedChain(*m_document);
    if (isNew() && !m_draft.isComplete(chain))
        return std::nullopt;
    const auto edit = m_draft.edit(chain, m_draft.readableFields(chain));
    if (edit && m_document->isEditingScenario())
        return Tried{problemsInScenario(*m_document, *edit), std::nullopt};
    return edit ? m_document->tryOut(*edit) : Tried{{edit.error()}, std::nullopt};
}

tl::expected<void, RowDrafts::NotTaken> RowDrafts::commit(const std::vector<Field>& fields)
{
    const bool wasNew = m_draft.isNew();
    const std::string key = wasNew ? m_draft.keyOfNew(m_document->chain()) : m_draft.key();
    tl::expected<Edit, Problem> edit = m_draft.edit(editedChain(*m_document), fields);
    if (!edit)
        return tl::unexpected(NotTaken{std::move(edit.error()), std::nullopt});
    // A field that is given a second time is corrected: that is a step of its own, and the entering is over.
    std::optional<Entered> entered = m_entered && !m_entered->gives(fields) ? m_entered : std::nullopt;
    if (wasNew)
        entered = Entered{defaultReason(m_document->chain(), *edit), {}};
    if (entered)
        edit->why = entered->why;
    const std::set<Field> given = typedAmong(fields);
    if (auto applied = apply(std::move(*edit)); !applied)
        return tl::unexpected(NotTaken{std::nullopt, std::move(applied.error())});
    if (entered)
        entered->fields.insert(given.begin(), given.end());
    if (wasNew)
        takeOver(key, fields);
    else
        for (const Field field : fields)
            m_draft.drop(field);
    m_entered = std::move(entered);
    return {};
}

std::set<Field> RowDrafts::typedAmong(const std::vector<Field>& fields) const
{
    std::set<Field> typed;
    for (const Field field : fields)
        if (m_draft.isTyped(field))
            typed.insert(field);
    return typed;
}

bool RowDrafts::Entered::gives(const std::vector<Field>& some) const
{
    return std::any_of(some.begin(), some.end(), [this](Field field) { return fields.contains(field); });
}

tl::expected<void, Document::Refused> RowDrafts::apply(Edit edit)
{
    if (edit.changes.empty())
        return {};
    m_isCommitting = true; // the document announces the edit while the draft still holds it
    auto applied =
        m_document->isEditingScenario() ? applyToScenario(*m_document, edit) : m_document->apply(std::move(edit));
    m_isCommitting = false;
    return applied;
}

/// The new row stands in the chain: what is left of its draft is now about that row, which is selected.
void RowDrafts::takeOver(const std::string& key, const std::vector<Field>& fields)
{
    const Table table = m_draft.table();
    m_kept.erase(std::string());
    RowDraft rest = m_draft.takenOver(key, fields);
    rest.rememberStored(m_document->chain());
    m_kept.insert_or_assign(key, std::move(rest));
    m_draft = RowDraft(table);
    m_isDrafting = false;
    m_isCommitting = true;
    m_document->select(RowRef{table, m_document->chain().find(table, key)});
    m_isCommitting = false;
    m_kept.erase(key);
}

} // namespace ochain
