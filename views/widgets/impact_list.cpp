// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/impact_list.h"

#include "theme/theme.h"
#include "widgets/impact_text.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

namespace ochain {

namespace {

/// One line that gives way: cut with an ellipsis, whole in the tooltip.
class CutLabel final : public QLabel {
public:
    CutLabel(const QString& text, QWidget* parent) : QLabel(text, parent)
    {
        setTextFormat(Qt::PlainText);
        setToolTip(text);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }
};

} // namespace

ImpactList::ImpactList(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(kGrid);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(0, 1);
}

void ImpactList::clear()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_lines = 0;
}

void ImpactList::setImpact(const Chain& chain, const Impact& impact, std::size_t most)
{
    clear();
    const std::size_t shown = std::min(most, impact.lines.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const ImpactWords words = impactWords(chain, impact.lines[i]);
        addLine(words.what, words.change, words.way);
    }
    if (impact.lines.size() > shown)
        addLine(tr("%n more", nullptr, static_cast<int>(impact.lines.size() - shown)), {}, {});
    if (impact.everything)
        addLine(tr("All figures were computed anew"), {}, {});
    if (m_lines == 0)
        addLine(tr("No figure moves"), {}, {});
}

void ImpactList::addLine(const QString& what, const QString& change, const QString& way)
{
    auto* left = new CutLabel(what, this);
    m_grid->addWidget(left, m_lines, 0, Qt::AlignTop);
    if (!change.isEmpty()) {
        auto* right = new QLabel(change, this);
        right->setTextFormat(Qt::PlainText);
        right->setAlignment(Qt::AlignRight);
        m_grid->addWidget(right, m_lines, 1, Qt::AlignTop | Qt::AlignRight);
        auto* sign = new QLabel(way, this);
        makeNote(sign);
        m_grid->addWidget(sign, m_lines, 2, Qt::AlignTop);
    }
    ++m_lines;
}

QString ImpactList::text() const
{
    QStringList lines;
    for (int row = 0; row < m_lines; ++row) {
        QStringList cells;
        for (int column = 0; column < 3; ++column)
            if (const QLayoutItem* item = m_grid->itemAtPosition(row, column))
                if (const auto* label = qobject_cast<const QLabel*>(item->widget()))
                    cells << label->text();
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace ochain
