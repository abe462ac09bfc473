// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/source_list.h"

#include "figures/figure_parts.h"
#include "figures/figure_words.h"

#include <algorithm>

namespace ochain {

namespace {

constexpr double kColumnWidth = 400; ///< at least, where there is more than one
constexpr int kMostColumns = 4;
constexpr double kGap = 2 * kGrid; ///< between columns

QFont noteFont()
{
    return chartFont(TextSize::Note);
}

} // namespace

SourceList::SourceList(const ChartHead& head, SourceStyle style, double width, int rows) : m_head(head), m_width(width)
{
    if (head.sources.empty() || rows < 1)
        return;
    if (style == SourceStyle::Short)
        layShort();
    else if (style == SourceStyle::Full)
        layFull(rows - 1);
}

QString SourceList::moreText(std::size_t shown) const
{
    const QString left = countText(static_cast<std::int64_t>(m_head.sources.size() - shown));
    return shown == 0 ? FigureWords::tr("%1, listed in the picture's metadata").arg(left)
                      : FigureWords::tr("and %1 more, listed in the picture's metadata").arg(left);
}

/// As many publishers as fit on one line, and how many more there are.
void SourceList::layShort()
{
    const QFont font = noteFont();
    const QString between = QStringLiteral("  ·  ");
    QString line;
    for (std::size_t at = 0; at < m_head.sources.size(); ++at) {
        const SourceLine& source = m_head.sources[at];
        const QString entry = QStringLiteral("%1 %2").arg(source.number).arg(source.brief);
        const QString next = line.isEmpty() ? entry : line + between + entry;
        const bool isLast = at + 1 == m_head.sources.size();
        const QString whole = FigureWords::tr("Sources: %1").arg(isLast ? next : next + between + moreText(at + 1));
        if (textWidth(whole, font) > m_width)
            break;
        line = next;
        m_shown = at + 1;
        m_line = whole;
    }
    if (m_shown == 0)
        m_line = FigureWords::tr("Sources: %1").arg(moreText(0));
}

/// Whole titles, wrapped, in as few lines as hold them all; else the first ones.
void SourceList::layFull(int rows)
{
    const QFont font = noteFont();
    const int columns = std::clamp(static_cast<int>((m_width + kGap) / kColumnWidth), 1, kMostColumns);
    m_columnWidth = (m_width + kGap) / columns;
    const std::size_t room = static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns);
    m_indent = textWidth(QString::number(std::min(room, m_head.sources.size())), font) + kGrid;
    std::vector<Entry> entries;
    entries.reserve(std::min(room, m_head.sources.size()));
    for (std::size_t at = 0; at < std::min(room, m_head.sources.size()); ++at)
        entries.push_back({QString::number(m_head.sources[at].number),
                           wrapped(m_head.sources[at].text, font, m_columnWidth - kGap - m_indent)});
    if (entries.size() == m_head.sources.size())
        for (int lines = 1; lines <= rows; ++lines)
            if (fill(entries, columns, lines, false) == entries.size())
                return;
    // the last line says how many there are besides
    fill(entries, columns, rows, true);
    if (m_shown == 0) {
        m_columns.clear();
        return layShort(); // better than a number alone
    }
    qsizetype last = 1;
    for (const Entry& entry : m_columns.back())
        last += entry.lines.size();
    m_rows = std::max(m_rows, static_cast<int>(last));
    m_columns.back().push_back({{}, {moreText(m_shown)}});
}

/// Puts entries into columns one below the other, none broken over two. @return how many have found a place
std::size_t SourceList::fill(const std::vector<Entry>& entries, int columns, int rows, bool keepsLast)
{
    m_columns.clear();
    m_rows = 0;
    m_shown = 0;
    for (int column = 0; column < columns && m_shown < entries.size(); ++column) {
        const int most = keepsLast && column + 1 == columns ? rows - 1 : rows;
        int used = 0;
        m_columns.emplace_back();
        while (m_shown < entries.size() && used + entries[m_shown].lines.size() <= most) {
            used += static_cast<int>(entries[m_shown].lines.size());
            m_columns.back().push_back(entries[m_shown++]);
        }
        m_rows = std::max(m_rows, used);
    }
    return m_shown;
}

double SourceList::height() const
{
    const double row = lineHeight(noteFont());
    return m_columns.empty() ? (m_line.isEmpty() ? 0 : row) : (m_rows + 1) * row;
}

void SourceList::draw(Canvas& canvas, const QRectF& area) const
{
    const Scribe::Look look = canvas.look(TextSize::Note, true);
    const double row = lineHeight(look.font);
    if (!m_line.isEmpty())
        canvas.scribe.write(m_line, area.left(), area.top() + row / 2, Qt::AlignLeft, look, area.width());
    if (m_columns.empty())
        return;
    canvas.scribe.write(FigureWords::tr("Sources, those of the largest figures first"), area.left(),
                        area.top() + row / 2, Qt::AlignLeft, canvas.look(TextSize::Note, true, TextWeight::Strong),
                        area.width());
    double x = area.left();
    for (const Column& column : m_columns) {
        double y = area.top() + 1.5 * row;
        for (const Entry& entry : column) {
            const double indent = entry.number.isEmpty() ? 0 : m_indent;
            canvas.scribe.write(entry.number, x + m_indent - kGrid, y, Qt::AlignRight, look);
            for (const QString& line : entry.lines) {
                canvas.scribe.write(line, x + indent, y, Qt::AlignLeft, look, m_columnWidth - kGap - indent);
                y += row;
            }
        }
        x += m_columnWidth;
    }
}

} // namespace ochain
