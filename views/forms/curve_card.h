// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "forms/shown_card.h"

namespace ochain {

class DealCurvePlot;

/// What a deal gives over time under the lens, as a small picture; what no year has of it is said below.
class CurveCard final : public ShownCard {
    Q_OBJECT
public:
    explicit CurveCard(QWidget* parent = nullptr);

protected:
    void refresh() override;

private:
    DealCurvePlot* m_plot;
};

} // namespace ochain
