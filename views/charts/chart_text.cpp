// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chart_text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>

namespace ochain {

namespace {

int pixelsOf(TextSize size)
{
    switch (size) {
    case TextSize::Title:
        return 18;
    case TextSize::Heading:
        return 14;
    case TextSize::Body:
        return 13;
    case TextSize::Note:
        break;
    }
    return 12;
}

} // namespace

QFont chartFont(TextSize size, TextWeight weight)
{
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK SC")});
    font.setPixelSize(pixelsOf(size));
    font.setWeight(weight == TextWeight::Strong ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferAntialias);
    return font;
}

double textWidth(const QString& text, const QFont& font)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

double lineHeight(const QFont& font)
{
    return std::ceil(font.pixelSize() * 1.4); // also for Chinese, whose own line spacing is larger than it needs
}

QStringList wrapped(const QString& text, const QFont& font, double width)
{
    const QFontMetricsF metrics(font);
    QTextBoundaryFinder breaks(QTextBoundaryFinder::Line, text);
    QStringList lines;
    qsizetype start = 0;
    qsizetype fits = 0;
    for (qsizetype next = breaks.toNextBoundary(); next >= 0; next = breaks.toNextBoundary()) {
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

QColor mixed(QColor over, QColor under, double share)
{
    const auto channel = [share](float a, float b) {
        return static_cast<float>(static_cast<double>(a) * share + static_cast<double>(b) * (1 - share));
    };
    return QColor::fromRgbF(channel(over.redF(), under.redF()), channel(over.greenF(), under.greenF()),
                            channel(over.blueF(), under.blueF()));
}

QRectF Scribe::boxOf(const QString& text, double x, double y, Qt::Alignment alignment, const QFont& font)
{
    const double advance = textWidth(text, font);
    const double left = alignment.testFlag(Qt::AlignRight)     ? x - advance
                        : alignment.testFlag(Qt::AlignHCenter) ? x - advance / 2
                                                               : x;
    const double size = font.pixelSize();
    return {left, y - size * 0.62, advance, size * 1.24};
}

bool Scribe::isFree(const QRectF& box) const
{
    const QRectF inner = box.adjusted(0, 1, 0, -1); // boxes are a little higher than the glyphs
    return std::none_of(m_written.begin(), m_written.end(),
                        [&](const auto& written) { return written.second.intersects(inner); });
}

bool Scribe::writeIfFree(const QString& text, double x, double y, Qt::Alignment alignment, const Look& look,
                         const QRectF& bounds)
{
    const QRectF box = boxOf(text, x, y, alignment, look.font);
    if (text.isEmpty() || !bounds.contains(box) || !isFree(box))
        return false;
    write(text, x, y, alignment, look);
    return true;
}

QRectF Scribe::write(const QString& text, double x, double y, Qt::Alignment alignment, const Look& look, double width)
{
    if (text.isEmpty())
        return {};
    const QFontMetricsF metrics(look.font);
    QString line = text;
    if (width > 0 && metrics.horizontalAdvance(line) > width)
        line = metrics.elidedText(line, Qt::ElideRight, width);
    const QRectF box = boxOf(line, x, y, alignment, look.font);
    const double baseline = y + look.font.pixelSize() * 0.36; // the middle of the figures' height
    m_painter.save();
    const QPointF at(box.left(), baseline);
    QPainterPath path;
    if (m_asOutlines || look.halo.isValid())
        path.addText(at, look.font, line);
    if (look.halo.isValid()) {
        m_painter.setPen(QPen(look.halo, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPath(path);
    }
    if (m_asOutlines) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(look.colour);
        path.setFillRule(Qt::WindingFill);
        m_painter.drawPath(path);
    } else {
        m_painter.setFont(look.font);
        m_painter.setPen(look.colour);
        m_painter.drawText(at, line);
    }
    m_painter.restore();
    m_written.emplace_back(line, box);
    m_texts.push_back({line, look.font, at, box.width()});
    return box;
}

} // namespace ochain
