// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QPointF>
#include <QString>
#include <QStringList>

class QPainter;

namespace ochain {

// Lines of text that are drawn again and again: in the charts, in the cells of trees and tables. Finding the glyphs of
// a line takes ten times as long as drawing them, so what was found is kept, for each thread on its own.

/// How far a line reaches, in logical pixels.
[[nodiscard]] double textWidth(const QString& text, const QFont& font);
/// The line, cut with … at its end where it is wider than `width` logical pixels.
[[nodiscard]] QString elided(const QString& text, const QFont& font, double width);
/// Words broken into lines of at most `width` logical pixels; Chinese breaks anywhere.
[[nodiscard]] QStringList wrapped(const QString& text, const QFont& font, double width);
/// Draws a line with the painter's pen. Files keep letters as such only from QPainter::drawText(): this is for screens.
/// @param at  the left end of its baseline
void drawLine(QPainter& painter, const QString& text, const QFont& font, QPointF at);

} // namespace ochain
