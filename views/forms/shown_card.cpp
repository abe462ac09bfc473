// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/shown_card.h"

#include <QEvent>

namespace ochain {

void ShownCard::setDocument(Document* document)
{
    if (this->document() != nullptr)
        disconnect(this->document(), nullptr, this, nullptr);
    follow(document);
    m_row.reset();
    if (document == nullptr)
        return;
    connect(document, &Document::changed, this, &ShownCard::askRefresh);
    connect(document, &Document::viewedChanged, this, &ShownCard::askRefresh);
    connect(document, &Document::lensChanged, this, &ShownCard::askRefresh);
}

void ShownCard::setRow(std::optional<RowRef> row)
{
    m_row = row;
    askRefresh();
}

std::optional<RowRef> ShownCard::row() const
{
    const bool isThere = document() != nullptr && m_row && document()->chain().isAlive(*m_row);
    return isThere ? m_row : std::nullopt;
}

void ShownCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        askRefresh();
    FormCard::changeEvent(event);
}

} // namespace ochain
