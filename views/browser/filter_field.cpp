// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/filter_field.h"

#include "widgets/choice_list.h"

#include <QStringListModel>

namespace ochain {

FilterField::FilterField(QWidget* parent) : QLineEdit(parent), m_texts(new QStringListModel(this))
{
    setObjectName(QStringLiteral("tableFilter"));
    m_list = new ChoiceList(*this, *this); // which is named after it
    m_list->setModel(m_texts);
    connect(this, &QLineEdit::textEdited, this, [this] { offer(false); });
    connect(m_list, &ChoiceList::wanted, this, [this] { offer(true); });
    connect(m_list, &ChoiceList::chosen, this, [this](const QModelIndex& index) { take(index.data().toString()); });
}

void FilterField::offer(bool isAskedFor)
{
    m_offer = m_offers ? m_offers(text(), cursorPosition(), isAskedFor) : FilterOffer();
    m_texts->setStringList(m_offer.texts);
    m_list->offer();
}

/// Puts it in place of what was typed of it, as one step of undo.
void FilterField::take(const QString& text)
{
    setSelection(static_cast<int>(m_offer.from), static_cast<int>(m_offer.to - m_offer.from));
    insert(text);
}

} // namespace ochain
