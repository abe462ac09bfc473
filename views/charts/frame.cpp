// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/frame.h"

#include "figures/figure_parts.h"
#include "figures/figure_words.h"

#include <algorithm>

namespace ochain {

namespace {

constexpr double kSwatch = 14;
constexpr double kUnderLegend = 4;
constexpr double kLowPicture = 360;  ///< on a screen: in a lower one the marks need all the room there is
constexpr double kNotesShare = 0.12; ///< of the height, at most, for notes
constexpr double kLowTitle = 480;    ///< in a lower picture a title of two lines is set smaller
constexpr double kMarksShare = 0.58; ///< of the height that sources and notes leave to the marks, where they want it
constexpr double kLegendShare = 0.4; ///< that the legend leaves
constexpr double kLeastShare = 1.0 / 3;

QFont titleFont(bool isSmall)
{
    return chartFont(isSmall ? TextSize::Heading : TextSize::Title, TextWeight::Strong);
}

double marginOf(const QRectF& rect)
{
    return rect.width() >= 900 ? 3 * kGrid : rect.width() >= 480 ? 2 * kGrid : 1.5 * kGrid;
}

/// Legend entries in rows; without a canvas only measured. @return the height they take
double layLegend(Canvas* canvas, const std::vector<LegendEntry>& entries, const QRectF& area)
{
    if (entries.empty())
        return 0;
    const QFont font = chartFont(TextSize::Note);
    const double row = lineHeight(font);
    double x = area.left();
    double y = area.top();
    for (const LegendEntry& entry : entries) {
        const double width = kSwatch + 6 + textWidth(entry.text, font);
        if (x > area.left() && x + width > area.right()) {
            x = area.left();
            y += row + 2;
        }
        if (canvas != nullptr) {
            drawSample(*canvas, QRectF(x, y + row / 2 - 5, kSwatch, 10), entry.colours, entry.style);
            canvas->scribe.write(entry.text, x + kSwatch + 6, y + row / 2, Qt::AlignLeft,
                                 canvas->look(TextSize::Note, true), area.right() - x - kSwatch - 6);
        }
        x += width + 2 * kGrid;
    }
    return y + row - area.top();
}

void cutTo(QStringList& lines, qsizetype most, const QFont& font, double width)
{
    if (lines.size() <= most)
        return;
    lines.resize(most);
    if (most == 0)
        return;
    const QString more = QStringLiteral(" …");
    QString& last = lines.last();
    while (!last.isEmpty() && textWidth(last + more, font) > width)
        last.chop(1);
    last = last.trimmed() + more;
}

/// Notes in lines; on a small screen only what the lens leaves out: a screen reader and every export have the others.
QStringList noteLines(const ChartHead& head, const ChartStyle& style, double width, double height)
{
    const bool isLow = !style.withSources && height < kLowPicture;
    const QFont font = chartFont(TextSize::Note);
    QStringList lines;
    const QStringList notes = isLow ? head.notes.first(head.lensNotes) : head.notes;
    for (const QString& note : notes)
        lines += wrapped(note, font, width);
    const int most = isLow ? 1 : std::max(1, static_cast<int>(height * kNotesShare / lineHeight(font)));
    cutTo(lines, most, font, width);
    return lines;
}

} // namespace

Frame::Frame(const ChartHead& head, const ChartStyle& style, const QRectF& rect, const Need& need)
    : m_head(head), m_style(style), m_rect(rect)
{
    const double margin = marginOf(rect);
    const double above = rect.height() < kLowPicture ? 1.5 * kGrid : 2 * kGrid;
    m_area = rect.adjusted(margin, above, -margin, -above);
    if (style.withHead)
        writeHead(m_area.width());
    MarksNeed wanted{rect.height() * kLeastShare, rect.height() * kMarksShare};
    if (!head.isEmpty()) {
        wanted = need(m_area.width(), rect.height() * kLeastShare);
        m_legend = layLegend(nullptr, head.legend, m_area);
        m_notes = noteLines(head, style, m_area.width(), rect.height());
    }
    makeWay(wanted);
    const double top = m_area.top() + headHeight();
    m_body = QRectF(m_area.left(), top, m_area.width(), std::max(0.0, spare()));
    m_fits = spare() >= wanted.least;
}

void Frame::writeHead(double width)
{
    m_title = wrapped(m_head.title, titleFont(false), width);
    m_isTitleSmall = m_title.size() > 1 && m_rect.height() < kLowTitle;
    if (m_isTitleSmall)
        m_title = wrapped(m_head.title, titleFont(true), width);
    m_subtitle = wrapped(m_head.subtitle, chartFont(TextSize::Note), width);
}

/// Takes words away until the marks have what they need.
void Frame::makeWay(const MarksNeed& need)
{
    const double width = m_area.width();
    const double good = std::max(need.least, std::min(need.good, m_rect.height() * kMarksShare));
    const double fair = std::max(need.least, std::min(need.good, m_rect.height() * kLegendShare));
    if (m_style.withSources && !m_head.sources.empty())
        planSources(spare() - good, width);
    while (!m_notes.isEmpty() && spare() < good)
        cutTo(m_notes, m_notes.size() - 1, chartFont(TextSize::Note), width);
    if (spare() < fair)
        m_legend = 0;
    if (spare() < need.least)
        cutTo(m_subtitle, 1, chartFont(TextSize::Note), width);
    if (spare() < need.least && m_title.size() > 1) {
        m_isTitleSmall = true;
        m_title = wrapped(m_head.title, titleFont(true), width);
        cutTo(m_title, 1, titleFont(true), width);
    }
}

void Frame::planSources(double room, double width)
{
    const double row = lineHeight(chartFont(TextSize::Note));
    const int lines = static_cast<int>((room - kGrid / 2) / row) - 1; // one is the heading's
    const int most = std::max(2, static_cast<int>(m_rect.height() * 0.19 / 16));
    if (lines >= 1)
        m_sources.emplace(m_head, m_style.sources, width, std::min(lines, most) + 1);
    if (m_sources && m_sources->height() <= 0)
        m_sources.reset();
}

double Frame::headHeight() const
{
    if (!m_style.withHead)
        return 0;
    return static_cast<double>(m_title.size()) * lineHeight(titleFont(m_isTitleSmall)) +
           static_cast<double>(m_subtitle.size()) * lineHeight(chartFont(TextSize::Note)) + kGrid;
}

double Frame::wordsHeight() const
{
    const double words = m_legend + (m_legend > 0 ? kUnderLegend : 0) +
                         static_cast<double>(m_notes.size()) * lineHeight(chartFont(TextSize::Note));
    return words > 0 || m_sources ? words + kGrid : 0;
}

double Frame::sourcesHeight() const
{
    return m_sources ? kGrid / 2 + m_sources->height() : 0;
}

double Frame::spare() const
{
    return m_area.height() - headHeight() - wordsHeight() - sourcesHeight();
}

void Frame::draw(Canvas& canvas) const
{
    if (m_style.withHead)
        drawHead(canvas);
    const Scribe::Look note = canvas.look(TextSize::Note, true);
    const double row = lineHeight(note.font);
    double y = m_area.bottom() - sourcesHeight() - wordsHeight() + kGrid;
    if (m_legend > 0) {
        layLegend(&canvas, m_head.legend, QRectF(m_area.left(), y, m_area.width(), m_legend));
        y += m_legend + kUnderLegend;
    }
    for (const QString& line : m_notes) {
        canvas.scribe.write(line, m_area.left(), y + row / 2, Qt::AlignLeft, note, m_area.width());
        y += row;
    }
    if (m_sources)
        m_sources->draw(canvas, QRectF(m_area.left(), y + kGrid / 2, m_area.width(), m_area.bottom() - y - kGrid / 2));
}

void Frame::drawHead(Canvas& canvas) const
{
    Scribe::Look title = canvas.look(TextSize::Title, false, TextWeight::Strong);
    title.font = titleFont(m_isTitleSmall);
    double y = m_area.top();
    for (const QString& line : m_title) {
        canvas.scribe.write(line, m_area.left(), y + lineHeight(title.font) / 2, Qt::AlignLeft, title, m_area.width());
        y += lineHeight(title.font);
    }
    const Scribe::Look note = canvas.look(TextSize::Note, true);
    for (const QString& line : m_subtitle) {
        canvas.scribe.write(line, m_area.left(), y + lineHeight(note.font) / 2, Qt::AlignLeft, note, m_area.width());
        y += lineHeight(note.font);
    }
}

} // namespace ochain
