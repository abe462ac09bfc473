// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/state_page.h"

#include "theme/theme.h"
#include "widgets/wrapped_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace ochain {

namespace {

constexpr int kTextWidth = 420;

} // namespace

StatePage::StatePage(QWidget* parent)
    : QWidget(parent), m_title(new WrappedLabel(this)), m_text(new WrappedLabel(this)),
      m_progress(new QProgressBar(this)), m_action(new QPushButton(this))
{
    m_title->setObjectName(QStringLiteral("stateTitle"));
    makeHeading(m_title);
    m_title->setAlignment(Qt::AlignHCenter);
    makeNote(m_text);
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->setMaximumWidth(kTextWidth);
    m_text->setTextFormat(Qt::PlainText);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    m_progress->setFixedWidth(kTextWidth / 2);
    m_action->setObjectName(QStringLiteral("stateAction"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(kGrid);
    layout->addStretch(2);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    auto* middle = new QHBoxLayout; // narrow lines in wide places
    middle->setContentsMargins(2 * kGrid, 0, 2 * kGrid, 0);
    middle->addStretch(1);
    middle->addWidget(m_text, 100);
    middle->addStretch(1);
    layout->addLayout(middle);
    layout->addWidget(m_progress, 0, Qt::AlignHCenter);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &StatePage::actionChosen);
    showText({}, {});
}

void StatePage::showText(const QString& title, const QString& text, const QString& action)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_progress->hide();
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

void StatePage::showProgress(const QString& title, double share, const QString& cancel)
{
    m_title->setText(title);
    m_text->hide();
    m_progress->show();
    m_progress->setValue(static_cast<int>(std::lround(share * 1000)));
    m_progress->setAccessibleName(title);
    m_action->setText(cancel);
    m_action->setVisible(!cancel.isEmpty());
}

QString StatePage::title() const
{
    return m_title->text();
}

} // namespace ochain
