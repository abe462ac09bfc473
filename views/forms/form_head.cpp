// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/form_head.h"

#include "forms/form_spec.h"
#include "forms/object_names.h"
#include "theme/theme.h"
#include "widgets/wrapped_label.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ochain {

FormHead::FormHead(Table table, QWidget* parent)
    : QWidget(parent), m_table(table), m_title(new WrappedLabel(this)), m_subtitle(new WrappedLabel(this)),
      m_drop(new QPushButton(this))
{
    const QString word = rowWord(table);
    m_title->setObjectName(word + QStringLiteral("Title"));
    makeTitle(m_title);
    m_subtitle->setObjectName(word + QStringLiteral("Subtitle"));
    makeNote(m_subtitle);
    for (QLabel* label : {m_title, m_subtitle})
        label->setTextFormat(Qt::PlainText);
    m_drop->setObjectName(QStringLiteral("dropNew") + capitalised(word));
    m_drop->setProperty("look", QStringLiteral("link"));
    connect(m_drop, &QPushButton::clicked, this, &FormHead::dropAsked);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addWidget(m_drop, 0, Qt::AlignLeft);
    layout->addStretch(1);
}

void FormHead::showTexts(const QString& title, const QString& subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
}

void FormHead::setNew(bool isNew)
{
    m_drop->setVisible(isNew);
}

void FormHead::keepHeight(bool isKept)
{
    setMinimumHeight(isKept ? layout()->totalHeightForWidth(width()) : 0);
}

void FormHead::retranslate()
{
    m_drop->setText(dropNewText(m_table));
}

} // namespace ochain
