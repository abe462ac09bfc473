// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProxyStyle>

namespace ochain {

/// Fusion with its bevels, gradients and dotted rectangles taken away: chevrons of one line weight, flat panels, thin
/// frames. The style sheet does the colouring; this does what a style sheet cannot say.
class QuietStyle final : public QProxyStyle {
    Q_OBJECT
public:
    QuietStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    using QProxyStyle::polish;
    /// Sees to it that no label takes its text for markup, tooltips and message boxes among them: what stands there may
    /// come from a file, and Qt would guess.
    void polish(QWidget* widget) override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    /// The signs that the toolkit puts into fields are ours: it would look for them in the themes of the desktop.
    QIcon standardIcon(StandardPixmap sign, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;
};

} // namespace ochain
