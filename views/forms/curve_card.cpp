// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/curve_card.h"

#include "figures/deal_curve.h"
#include "forms/deal_curve_plot.h"
#include "theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <utility>

namespace ochain {

CurveCard::CurveCard(QWidget* parent) : FormCard(QStringLiteral("curve"), parent), m_plot(new DealCurvePlot(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, kGrid, 12, kGrid);
    layout->setSpacing(kGrid / 2);
    layout->addWidget(caption());
    layout->addWidget(m_plot);
    layout->addWidget(note());
}

void CurveCard::setDocument(Document* document)
{
    if (this->document() != nullptr)
        disconnect(this->document(), nullptr, this, nullptr);
    follow(document);
    m_row.reset();
    if (document == nullptr)
        return;
    connect(document, &Document::changed, this, &CurveCard::askRefresh);
    connect(document, &Document::lensChanged, this, &CurveCard::askRefresh);
}

void CurveCard::setRow(std::optional<RowRef> row)
{
    m_row = row;
    askRefresh();
}

void CurveCard::refresh()
{
    caption()->setText(tr("OVER TIME"));
    if (document() == nullptr || !m_row || !document()->chain().isAlive(*m_row))
        return;
    DealCurve curve = dealCurve(document()->chain(), document()->rollups(), DealId{m_row->row});
    showNote(curve.unplaced, false);
    m_plot->setVisible(curve.years() > 0);
    m_plot->setCurve(std::move(curve));
}

void CurveCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        askRefresh();
    FormCard::changeEvent(event);
}

} // namespace ochain
