// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/form_card.h"

#include "editing/table_edits.h"
#include "formats/format.h"
#include "theme/theme.h"
#include "widgets/wrapped_label.h"

#include <QLabel>
#include <QLineEdit>

#include <utility>

namespace ochain {

FormCard::FormCard(const QString& name, QWidget* parent)
    : QFrame(parent), m_caption(new WrappedLabel(this)), m_note(new WrappedLabel(this))
{
    setObjectName(name + QStringLiteral("sCard"));
    setProperty("look", QStringLiteral("card"));
    makeCaption(m_caption);
    makeNote(m_note);
    m_note->setObjectName(name + QStringLiteral("Note"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->hide();
}

void FormCard::setLookedAt(bool isLookedAt)
{
    if (isLookedAt == m_isLookedAt)
        return;
    m_isLookedAt = isLookedAt;
    lookedAtChanged();
    if (m_isLookedAt && std::exchange(m_isBehind, false))
        refresh();
}

void FormCard::askRefresh()
{
    m_isBehind = !m_isLookedAt;
    if (m_isLookedAt)
        refresh();
}

void FormCard::showNote(const QString& text, bool isWrong)
{
    setLook(m_note, "role", isWrong ? QStringLiteral("error") : QStringLiteral("note"));
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

std::vector<UnsavedText> FormCard::unsavedIn(const QList<const QLineEdit*>& lines, const QString& row,
                                             const QString& why)
{
    std::vector<UnsavedText> texts;
    for (const QLineEdit* line : lines)
        if (const QString text = line->text().trimmed(); !text.isEmpty())
            texts.push_back({row, line->accessibleName(), visibleText(text), why, {}, -1, {}});
    return texts;
}

bool FormCard::apply(Edit edit)
{
    const auto applied = m_document->apply(std::move(edit));
    if (applied) {
        showNote({}, false);
        return true;
    }
    if (applied.error().error)
        emit notSaved(errorText(*applied.error().error));
    else
        showNote(refusedText(applied.error()), true);
    return false;
}

} // namespace ochain
