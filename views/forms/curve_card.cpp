// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/curve_card.h"

#include "figures/deal_curve.h"
#include "forms/deal_curve_plot.h"
#include "theme/theme.h"

#include <QLabel>
#include <QVBoxLayout>

#include <utility>

namespace ochain {

CurveCard::CurveCard(QWidget* parent) : ShownCard(QStringLiteral("curve"), parent), m_plot(new DealCurvePlot(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, kGrid, 12, kGrid);
    layout->setSpacing(kGrid / 2);
    layout->addWidget(caption());
    layout->addWidget(m_plot);
    layout->addWidget(note());
}

void CurveCard::refresh()
{
    caption()->setText(tr("OVER TIME"));
    const std::optional<RowRef> of = row();
    if (!of)
        return;
    DealCurve curve = dealCurve(document()->viewed().chain, document()->viewed().rollups, DealId{of->row});
    showNote(curve.unplaced, false);
    m_plot->setVisible(curve.years() > 0);
    m_plot->setCurve(std::move(curve));
}

} // namespace ochain
