// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/impact_list.h"

#include "theme/theme.h"
#include "widgets/emptied_layout.h"

#include <QGridLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QStringList>

#include <algorithm>

namespace ochain {

namespace {

constexpr int kLeastWidth = 120;

} // namespace

ImpactList::ImpactList(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(kGrid);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(0, 1);
    setMinimumWidth(kLeastWidth);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ImpactList::clear()
{
    m_entries.clear();
    m_total = 0;
    rebuild();
}

void ImpactList::setRoom(int lines)
{
    m_room = lines;
    rebuild();
}

void ImpactList::setImpact(const Chain& chain, const Impact& impact, std::size_t most)
{
    m_entries.clear();
    m_total = impact.lines.size();
    const std::size_t shown = std::min(most, impact.lines.size());
    m_entries.reserve(shown + 1);
    for (std::size_t i = 0; i < shown; ++i) {
        const ImpactWords words = impactWords(chain, impact.lines[i]);
        m_entries.push_back({words.what, words.change, words.way});
    }
    if (impact.everything)
        m_entries.push_back({tr("All figures were computed anew"), {}, {}});
    if (m_entries.empty())
        m_entries.push_back({tr("No figure moves"), {}, {}});
    rebuild();
}

void ImpactList::empty()
{
    emptyLayout(*m_grid);
    m_grid->setRowStretch(m_row, 0); // what held the lines at the top
    m_row = 0;
    m_shown = 0;
}

void ImpactList::rebuild()
{
    empty();
    int used = 0;
    for (const Entry& entry : m_entries) {
        const int lines = linesOf(entry);
        if (m_room > 0 && used > 0 && used + lines > m_room)
            break;
        used += lines;
        addEntry(entry);
        m_shown += entry.change.isEmpty() ? 0 : 1;
    }
    if (m_room == 0 && rest() > 0)
        addEntry({tr("%n more", nullptr, static_cast<int>(rest())), {}, {}});
    m_grid->setRowStretch(m_row, 1);
    emit shownChanged();
}

bool ImpactList::fitsBeside(const Entry& entry) const
{
    const QFontMetrics metrics = fontMetrics();
    const int needed = metrics.horizontalAdvance(entry.what) + metrics.horizontalAdvance(entry.change) +
                       metrics.horizontalAdvance(entry.way) + 3 * kGrid;
    return entry.change.isEmpty() || needed <= width();
}

/// How many lines of text an entry takes in the width there is.
int ImpactList::linesOf(const Entry& entry) const
{
    if (fitsBeside(entry) && !entry.change.isEmpty())
        return 1;
    const QRect name =
        fontMetrics().boundingRect(QRect(0, 0, std::max(1, width()), 10'000), Qt::TextWordWrap, entry.what);
    return std::max(1, name.height() / fontMetrics().lineSpacing()) + (entry.change.isEmpty() ? 0 : 1);
}

QLabel* ImpactList::addLabel(const QString& text, Qt::Alignment alignment)
{
    auto* label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(alignment | Qt::AlignTop);
    return label;
}

void ImpactList::addEntry(const Entry& entry)
{
    const bool isBeside = fitsBeside(entry) && !entry.change.isEmpty();
    QLabel* name = addLabel(entry.what, Qt::AlignLeft);
    name->setWordWrap(!isBeside);
    m_grid->addWidget(name, m_row, 0, 1, isBeside ? 1 : 3);
    if (entry.change.isEmpty()) {
        ++m_row;
        return;
    }
    if (!isBeside)
        ++m_row;
    m_grid->addWidget(addLabel(entry.change, Qt::AlignRight), m_row, 1);
    m_grid->addWidget(addLabel(entry.way, Qt::AlignRight), m_row, 2);
    ++m_row;
}

void ImpactList::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        rebuild();
}

QString ImpactList::text() const
{
    QStringList lines;
    for (const Entry& entry : m_entries) {
        QStringList cells{entry.what, entry.change, entry.way};
        cells.removeAll(QString());
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace ochain
