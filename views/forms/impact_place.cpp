// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/impact_place.h"

#include "theme/theme.h"
#include "widgets/impact_list.h"
#include "widgets/list_popup.h"
#include "widgets/wrapped_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace ochain {

namespace {

constexpr int kLines = 4;   ///< two figures below their names, or four beside them
constexpr int kLeading = 3; ///< of a line: signs and Chinese letters come from higher fonts
constexpr std::size_t kMostShown = kLines;
constexpr std::size_t kMostListed = 200;

} // namespace

ImpactPlace::ImpactPlace(const QString& name, QWidget* parent)
    : QFrame(parent), m_title(new QLabel(this)), m_more(new QPushButton(this)), m_list(new ImpactList(this)),
      m_hint(new WrappedLabel(this))
{
    setObjectName(name + QStringLiteral("ImpactCard"));
    setProperty("look", QStringLiteral("place"));
    makeCaption(m_title);
    m_more->setObjectName(name + QStringLiteral("ImpactMore"));
    m_more->setProperty("look", QStringLiteral("quietLink"));
    m_list->setObjectName(name + QStringLiteral("Impact"));
    m_list->setRoom(kLines);
    makeNote(m_hint);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* head = new QHBoxLayout;
    head->setSpacing(kGrid);
    head->addWidget(m_title, 1);
    head->addWidget(m_more);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, kGrid / 2, 2 * kGrid, kGrid / 2);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_hint, 1);
    m_more->ensurePolished();
    const int headHeight = m_more->sizeHint().height();
    setFixedHeight(headHeight + kLines * (QFontMetrics(bodyFont()).lineSpacing() + kLeading) + kGrid + 2);
    m_title->setMinimumHeight(headHeight);
    connect(m_more, &QPushButton::clicked, this, &ImpactPlace::openAll);
    connect(m_list, &ImpactList::shownChanged, this, &ImpactPlace::showMore);
    retranslate();
}

void ImpactPlace::setImpact(const Chain& chain, const Impact& impact)
{
    tell(&chain, impact);
}

void ImpactPlace::clear()
{
    tell(nullptr, std::nullopt);
}

void ImpactPlace::tell(const Chain* chain, std::optional<Impact> impact)
{
    m_chain = chain;
    m_impact = std::move(impact);
    if (m_impact)
        m_list->setImpact(*m_chain, *m_impact, kMostShown);
    else
        m_list->clear();
    m_list->setVisible(m_impact.has_value());
    m_hint->setVisible(!m_impact);
    showMore();
}

void ImpactPlace::showMore()
{
    const std::size_t rest = m_list->rest();
    m_more->setVisible(m_impact && rest > 0);
    m_more->setText(tr("%n more", nullptr, static_cast<int>(rest)));
}

void ImpactPlace::openAll()
{
    if (!m_impact)
        return;
    auto* list = new ImpactList;
    list->setImpact(*m_chain, *m_impact, kMostListed);
    const int height = list->sizeHint().height();
    openListPopup(*this, tr("What this edit moves"), list, m_title->mapToGlobal(QPoint(0, 0)), height);
}

void ImpactPlace::retranslate()
{
    m_title->setText(tr("WHAT THIS EDIT MOVES"));
    m_hint->setText(tr("As you type, the figures that would move are told here."));
    m_more->setAccessibleDescription(tr("Shows everything this edit moves"));
    tell(m_chain, m_impact);
}

} // namespace ochain
