// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chart_text.h"

#include <QPainter>
#include <QPainterPath>

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

constexpr double kHalo = 1.5; ///< around a glyph, logical pixels

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

double lineHeight(const QFont& font)
{
    return std::ceil(font.pixelSize() * 1.4); // also for Chinese, whose own line spacing is larger than it needs
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

void Scribe::drawHalo(const QPainterPath& glyphs, const QColor& colour)
{
    m_painter.setPen(QPen(colour, 2 * kHalo, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPath(glyphs);
}

void Scribe::drawText(const QString& line, QPointF at, const Look& look)
{
    if (look.halo.isValid()) {
        QPainterPath glyphs;
        glyphs.addText(at, look.font, line);
        drawHalo(glyphs, look.halo);
    }
    m_painter.setFont(look.font);
    m_painter.setPen(look.colour);
    m_painter.drawText(at, line);
}

void Scribe::drawOutlines(const QString& line, QPointF at, const Look& look)
{
    QPainterPath glyphs;
    glyphs.addText(at, look.font, line);
    if (look.halo.isValid())
        drawHalo(glyphs, look.halo);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(look.colour);
    glyphs.setFillRule(Qt::WindingFill);
    m_painter.drawPath(glyphs);
}

/// The halo is the line itself, drawn all around: a stroke along each outline would take most of the time of a picture.
void Scribe::drawGlyphs(const QString& line, QPointF at, const Look& look)
{
    if (look.halo.isValid()) {
        constexpr double kDiagonal = kHalo * 0.7071;
        constexpr QPointF kAround[] = {{kHalo, 0},  {kDiagonal, kDiagonal},   {0, kHalo},  {-kDiagonal, kDiagonal},
                                       {-kHalo, 0}, {-kDiagonal, -kDiagonal}, {0, -kHalo}, {kDiagonal, -kDiagonal}};
        m_painter.setPen(look.halo);
        for (const QPointF& aside : kAround)
            drawLine(m_painter, line, look.font, at + aside);
    }
    m_painter.setPen(look.colour);
    drawLine(m_painter, line, look.font, at);
}

QRectF Scribe::write(const QString& text, double x, double y, Qt::Alignment alignment, const Look& look, double width)
{
    if (text.isEmpty())
        return {};
    const QString line = width > 0 ? elided(text, look.font, width) : text;
    const QRectF box = boxOf(line, x, y, alignment, look.font);
    const double baseline = y + look.font.pixelSize() * 0.36; // the middle of the figures' height
    m_painter.save();
    const QPointF at(box.left(), baseline);
    switch (m_lettering) {
    case Lettering::Text:
        drawText(line, at, look);
        break;
    case Lettering::Outlines:
        drawOutlines(line, at, look);
        break;
    case Lettering::Glyphs:
        drawGlyphs(line, at, look);
        break;
    }
    m_painter.restore();
    m_written.emplace_back(line, box);
    m_texts.push_back({line, look.font, at, box.width()});
    return box;
}

} // namespace ochain
