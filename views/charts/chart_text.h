// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/palette.h"

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

class QPainter;

namespace ochain {

enum class TextSize : std::uint8_t { Title, Heading, Body, Note };
enum class TextWeight : std::uint8_t { Normal, Strong };

/// The font of charts: the same families at the same four sizes everywhere, unhinted, so that a text is as wide in a
/// file as on the screen.
[[nodiscard]] QFont chartFont(TextSize size, TextWeight weight = TextWeight::Normal);
/// Logical pixels.
[[nodiscard]] double textWidth(const QString& text, const QFont& font);
[[nodiscard]] double lineHeight(const QFont& font);
/// Words broken into lines of at most `width` logical pixels; Chinese breaks anywhere.
[[nodiscard]] QStringList wrapped(const QString& text, const QFont& font, double width);

[[nodiscard]] inline QColor toColour(Rgb rgb)
{
    return QColor::fromRgb(rgb);
}
/// @param share  of `over`, 0 to 1
[[nodiscard]] QColor mixed(QColor over, QColor under, double share);

/// A line as it was written: for files that carry its font.
struct WrittenText {
    QString text;
    QFont font;
    QPointF at;         ///< the left end of its baseline
    double advance = 0; ///< logical pixels
};

/// Puts words on a picture, as text or as outlines, and remembers where, so that tests can see that none overlap.
class Scribe {
public:
    Scribe(QPainter& painter, bool asOutlines) : m_painter(painter), m_asOutlines(asOutlines) {}

    struct Look {
        QFont font;
        QColor colour;
        QColor halo{}; ///< around the glyphs, where they stand on marks; invalid: none
    };
    /// Writes one line with its left end, middle or right end at x and its vertical middle at y; cut with … where wider
    /// than `width` (0: never). @return the box it takes
    QRectF write(const QString& text, double x, double y, Qt::Alignment alignment, const Look& look, double width = 0);
    /// The same for words that can be missed: only where they stay within `bounds` and run over no others. @return
    /// whether they were written
    bool writeIfFree(const QString& text, double x, double y, Qt::Alignment alignment, const Look& look,
                     const QRectF& bounds);
    /// The box that words would take.
    [[nodiscard]] static QRectF boxOf(const QString& text, double x, double y, Qt::Alignment alignment,
                                      const QFont& font);
    [[nodiscard]] bool isFree(const QRectF& box) const;
    [[nodiscard]] const std::vector<std::pair<QString, QRectF>>& written() const noexcept { return m_written; }
    /// The same lines in the same order.
    [[nodiscard]] const std::vector<WrittenText>& texts() const noexcept { return m_texts; }

private:
    QPainter& m_painter;
    bool m_asOutlines;
    std::vector<std::pair<QString, QRectF>> m_written;
    std::vector<WrittenText> m_texts;
};

} // namespace ochain
