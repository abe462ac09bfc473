// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/text_line.h"

#include <QCache>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>
#include <QTextBoundaryFinder>
#include <QTextLayout>

#include <utility>

namespace ochain {

namespace {

constexpr int kMostKnown = 4000; ///< lines; more than any window shows

/// What is known of texts in a font, at a width where that counts.
template <class Value>
class Known {
public:
    template <class Find>
    const Value& of(const QString& text, const QFont& font, double width, Find&& find)
    {
        const Key key{{text, font}, width};
        if (const Value* value = m_known.object(key))
            return *value;
        auto* value = new Value(std::forward<Find>(find)());
        m_known.insert(key, value);
        return *value;
    }

private:
    using Key = std::pair<std::pair<QString, QFont>, double>;
    QCache<Key, Value> m_known{kMostKnown};
};

/// A line whose baseline begins at the origin.
struct GlyphLine {
    QList<QGlyphRun> runs;
    double baseline = 0; ///< below the upper edge that the runs count from
};

GlyphLine glyphsOf(const QString& text, const QFont& font)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    return {layout.glyphRuns(), line.ascent()};
}

constexpr QChar kMinus(0x2212);

QStringList brokenInto(const QString& text, const QFont& font, double width)
{
    const QFontMetricsF metrics(font);
    QTextBoundaryFinder breaks(QTextBoundaryFinder::Line, text);
    QStringList lines;
    qsizetype start = 0;
    qsizetype fits = 0;
    for (qsizetype next = breaks.toNextBoundary(); next >= 0; next = breaks.toNextBoundary()) {
        if (next > 0 && next < text.size() && (text[next - 1] == kMinus || text[next - 1] == QLatin1Char('+')))
            continue; // a sign stays with its number
        if (metrics.horizontalAdvance(text.mid(start, next - start).trimmed()) > width && fits > start) {
            lines << text.mid(start, fits - start).trimmed();
            start = fits;
        }
        fits = next;
    }
    if (start < text.size())
        lines << text.mid(start).trimmed();
    return lines;
}

} // namespace

double textWidth(const QString& text, const QFont& font)
{
    thread_local Known<double> known;
    return known.of(text, font, 0, [&] { return QFontMetricsF(font).horizontalAdvance(text); });
}

QString elided(const QString& text, const QFont& font, double width)
{
    if (textWidth(text, font) <= width)
        return text;
    thread_local Known<QString> known;
    return known.of(text, font, width, [&] { return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width); });
}

QStringList wrapped(const QString& text, const QFont& font, double width)
{
    if (textWidth(text, font) <= width)
        return text.isEmpty() ? QStringList() : QStringList{text.trimmed()};
    thread_local Known<QStringList> known;
    return known.of(text, font, width, [&] { return brokenInto(text, font, width); });
}

void drawLine(QPainter& painter, const QString& text, const QFont& font, QPointF at)
{
    thread_local Known<GlyphLine> known;
    const GlyphLine& line = known.of(text, font, 0, [&] { return glyphsOf(text, font); });
    const QPointF upper(at.x(), at.y() - line.baseline);
    for (const QGlyphRun& run : line.runs)
        painter.drawGlyphRun(upper, run);
}

} // namespace ochain
