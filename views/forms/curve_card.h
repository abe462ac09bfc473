// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "forms/form_card.h"

namespace ochain {

class DealCurvePlot;

/// What a deal gives over time under the lens, as a small picture; what no year has of it is said below.
class CurveCard final : public FormCard {
    Q_OBJECT
public:
    explicit CurveCard(QWidget* parent = nullptr);

    void setDocument(Document* document) override;
    void setRow(std::optional<RowRef> row) override;

protected:
    void changeEvent(QEvent* event) override;
    void refresh() override;

private:
    std::optional<RowRef> m_row;
    DealCurvePlot* m_plot;
};

} // namespace ochain
