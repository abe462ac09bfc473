// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/unsaved_text.h"

#include "editing/field_names.h"
#include "formats/format.h"
#include "forms/field_words.h"
#include "forms/form_spec.h"
#include "forms/row_words.h"

#include <QCoreApplication>

namespace ochain {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("ochain::UnsavedText", text);
}

QString whyNot(Document& document, const RowDraft& draft, Field field)
{
    const Chain& chain = document.chain();
    if (const ReadResult reading = draft.read(chain, field); !reading)
        return sentenceText(reading.error());
    if (draft.isNew())
        return draft.isComplete(chain) ? QString() : newRowHint(draft.table());
    if (chain.find(draft.table(), draft.key()) == kNoRow)
        return translated(QT_TRANSLATE_NOOP("ochain::UnsavedText", "The row was deleted meanwhile."));
    if (draft.isOvertaken(chain, field))
        return translated(QT_TRANSLATE_NOOP("ochain::UnsavedText",
                                            "Somebody else has changed it meanwhile; choose there which is to stand."));
    if (document.isReadOnly())
        return sentenceText(document.readOnlyReason());
    const tl::expected<Edit, Problem> edit = draft.edit(chain, {field});
    if (!edit)
        return sentenceText(edit.error().sentence);
    const Problems problems = document.validate(*edit);
    return problems.empty() ? QString() : sentenceText(problems.front().sentence);
}

QString titleOf(const Chain& chain, const RowDraft& draft)
{
    if (draft.isNew())
        return newRowTitle(draft.table());
    const RowRef row{draft.table(), chain.find(draft.table(), draft.key())};
    return row.row == kNoRow ? toQString(draft.key()) : rowTitle(chain, row);
}

} // namespace

std::vector<UnsavedText> unsavedOf(Document& document, const RowDraft& draft)
{
    std::vector<UnsavedText> texts;
    if (!draft.isTouched())
        return texts;
    const Chain& chain = document.chain();
    texts.reserve(draft.typed().size());
    const RowRef row{draft.table(), draft.isNew() ? kNoRow : chain.find(draft.table(), draft.key())};
    for (const auto& [field, text] : draft.typed())
        if (draft.isTyped(field))
            texts.push_back({titleOf(chain, draft), fieldLabel(draft.table(), field),
                             shownInWords(chain, draft.table(), field, text), whyNot(document, draft, field),
                             row.row == kNoRow ? std::nullopt : std::optional(row), static_cast<int>(field),
                             draft.isNew() ? std::optional(draft.table()) : std::nullopt});
    return texts;
}

} // namespace ochain
