// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/home_panel.h"

#include "browser/chain_tree_panel.h"
#include "panels/questions_panel.h"
#include "theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QTreeView>
#include <QVBoxLayout>

namespace ochain {

HomePanel::HomePanel(QWidget* parent)
    : QWidget(parent), m_tabs(new QTabBar(this)), m_stack(new QStackedWidget(this)),
      m_questions(new QuestionsPanel(m_stack)), m_tree(new ChainTreePanel(m_stack))
{
    setObjectName(QStringLiteral("homePanel"));
    m_tabs->setObjectName(QStringLiteral("homeTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setElideMode(Qt::ElideNone);
    m_tabs->addTab(QString());
    m_tabs->addTab(QString());
    m_tree->setObjectName(QStringLiteral("chainPanel"));
    m_stack->addWidget(m_questions);
    m_stack->addWidget(m_tree);
    auto* strip = new QHBoxLayout;
    strip->setContentsMargins(kGrid, 0, kGrid, kGrid / 2);
    strip->addWidget(m_tabs);
    strip->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(strip);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    retranslate();
}

void HomePanel::setDocument(Document* document)
{
    m_questions->setDocument(document);
    m_tree->setDocument(document);
}

HomePanel::Tab HomePanel::tab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

void HomePanel::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(static_cast<int>(tab));
}

void HomePanel::enter(Tab tab)
{
    showTab(tab);
    if (tab == Tab::Questions)
        m_questions->takeKeyboard();
    else
        m_tree->tree()->setFocus(Qt::ShortcutFocusReason);
}

void HomePanel::retranslate()
{
    m_tabs->setAccessibleName(tr("Questions and chain"));
    m_tabs->setTabText(static_cast<int>(Tab::Questions), tr("Questions"));
    m_tabs->setTabText(static_cast<int>(Tab::Chain), tr("Chain"));
    m_tabs->setTabToolTip(static_cast<int>(Tab::Questions), tr("What the program answers, and your own views"));
    m_tabs->setTabToolTip(static_cast<int>(Tab::Chain), tr("Tiers and what is in them"));
}

void HomePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ochain
