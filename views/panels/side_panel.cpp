// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/side_panel.h"

#include "theme/theme.h"

#include <QEvent>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace ochain {

SidePanel::SidePanel(QWidget* edit, QWidget* why, QWidget* whatIf, QWidget* parent)
    : QWidget(parent), m_tabs(new QTabBar(this)), m_pages(new QStackedWidget(this))
{
    m_tabs->setObjectName(QStringLiteral("sideTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setElideMode(Qt::ElideNone);
    for (QWidget* page : {edit, why, whatIf}) {
        m_tabs->addTab(QString());
        m_pages->addWidget(page);
    }
    auto* strip = new QVBoxLayout;
    strip->setContentsMargins(12, 0, kGrid, 0);
    strip->addWidget(m_tabs);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(strip);
    layout->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    retranslate();
}

void SidePanel::showPage(SidePage page)
{
    m_tabs->setCurrentIndex(static_cast<int>(page));
}

SidePage SidePanel::page() const
{
    return static_cast<SidePage>(m_tabs->currentIndex());
}

void SidePanel::retranslate()
{
    m_tabs->setAccessibleName(tr("What is selected"));
    m_tabs->setTabText(static_cast<int>(SidePage::Edit), tr("Edit"));
    m_tabs->setTabText(static_cast<int>(SidePage::Why), tr("Why"));
    m_tabs->setTabText(static_cast<int>(SidePage::WhatIf), tr("What if"));
    m_tabs->setTabToolTip(static_cast<int>(SidePage::Edit), tr("What is selected, in full and to be edited"));
    m_tabs->setTabToolTip(static_cast<int>(SidePage::Why), tr("What a figure is made of, down to its sources"));
    m_tabs->setTabToolTip(static_cast<int>(SidePage::WhatIf),
                          tr("Fields that are overridden, by hand or by a scenario: figures follow, the file stays"));
}

void SidePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ochain
