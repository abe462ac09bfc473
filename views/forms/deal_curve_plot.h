// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/deal_curve.h"

#include <QWidget>

class QPainter;

namespace ochain {

/// A small picture of what one deal gives over time: its capacity as an area, its money as a bar a year, both over the
/// same years and in one hue. What it shows can be read as its tooltip, year by year, and as its description.
class DealCurvePlot final : public QWidget {
    Q_OBJECT
public:
    explicit DealCurvePlot(QWidget* parent = nullptr);

    /// @param curve  with a year at least
    void setCurve(DealCurve curve);
    void retranslate();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] int bands() const;
    [[nodiscard]] double xOf(double year) const;
    void paintCapacity(QPainter& painter, const QRectF& band) const;
    void paintMoney(QPainter& painter, const QRectF& band) const;
    void paintHead(QPainter& painter, double top, const QString& what, const QString& most) const;
    void paintYears(QPainter& painter, double top) const;

    DealCurve m_curve;
};

} // namespace ochain
