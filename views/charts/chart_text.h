// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/palette.h"
#include "theme/text_line.h"

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <utility>
#include <vector>

class QPainter;
class QPainterPath;

namespace ochain {

enum class TextSize : std::uint8_t { Title, Heading, Body, Note };
enum class TextWeight : std::uint8_t { Normal, Strong };

/// The font of charts: the same families at the same four sizes everywhere, unhinted, so that a text is as wide in a
/// file as on the screen.
[[nodiscard]] QFont chartFont(TextSize size, TextWeight weight = TextWeight::Normal);
/// Logical pixels.
[[nodiscard]] double lineHeight(const QFont& font);

[[nodiscard]] inline QColor toColour(Rgb rgb)
{
    return QColor::fromRgb(rgb);
}
/// @param share  of `over`, 0 to 1
[[nodiscard]] QColor mixed(QColor over, QColor under, double share);

/// How words become marks.
enum class Lettering : std::uint8_t {
    Text,     ///< as words, which files keep as such
    Outlines, ///< as shapes: for files that must look the same everywhere
    Glyphs    ///< as pictures of letters that are kept from one painting to the next: for screens
};

/// A line as it was written: for files that carry its font.
struct WrittenText {
    QString text;
    QFont font;
    QPointF at;         ///< the left end of its baseline
    double advance = 0; ///< logical pixels
};

/// Puts words on a picture and remembers where, so that tests can see that none overlap.
class Scribe {
public:
    Scribe(QPainter& painter, Lettering lettering) : m_painter(painter), m_lettering(lettering) {}

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
    void drawHalo(const QPainterPath& glyphs, const QColor& colour);
    void drawText(const QString& line, QPointF at, const Look& look);
    void drawOutlines(const QString& line, QPointF at, const Look& look);
    void drawGlyphs(const QString& line, QPointF at, const Look& look);

    QPainter& m_painter;
    Lettering m_lettering;
    std::vector<std::pair<QString, QRectF>> m_written;
    std::vector<WrittenText> m_texts;
};

} // namespace ochain
