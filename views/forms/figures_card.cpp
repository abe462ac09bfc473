// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/figures_card.h"

#include "figures/format.h"
#include "theme/language.h"
#include "theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ochain {

namespace {

constexpr std::array kMoney{Measure::Revenue,    Measure::Spend, Measure::Net,     Measure::CapitalIn,
                            Measure::CapitalOut, Measure::Gap,   Measure::Funding, Measure::Backlog};

/// The amount without the count of undisclosed deals, which the tooltip has.
QString brief(const Figure& figure, Unit unit, Language language)
{
    return figureText(figure, unit, language).section(QLatin1Char('('), 0, 0).section(QChar(0xFF08), 0, 0).trimmed();
}

QString inFull(const Figure& now, const Figure& total, Unit unit, Language language)
{
    return figureTextInFull(now, unit, language) + QStringLiteral("  ·  ") + figureTextInFull(total, unit, language);
}

} // namespace

FiguresCard::FiguresCard(QWidget* parent) : RowCard(QStringLiteral("figure"), parent), m_lines(new QGridLayout)
{
    caption()->hide(); // each group of figures has a heading of its own
    m_lines->setHorizontalSpacing(kGrid);
    m_lines->setVerticalSpacing(kGrid / 2);
    m_lines->setColumnStretch(0, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, kGrid, 12, kGrid);
    layout->addLayout(m_lines);
}

void FiguresCard::setDocument(Document* document)
{
    if (this->document() != nullptr)
        disconnect(this->document(), nullptr, this, nullptr);
    follow(document);
    m_row.reset();
    if (document == nullptr)
        return;
    connect(document, &Document::changed, this, &FiguresCard::refresh);
    connect(document, &Document::lensChanged, this, &FiguresCard::refresh);
}

void FiguresCard::setRow(std::optional<RowRef> row)
{
    m_row = row;
    refresh();
}

void FiguresCard::refresh()
{
    if (document() == nullptr || !m_row || !document()->chain().isAlive(*m_row))
        return;
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_count = 0;
    const Group group = m_row->table == Table::Nodes ? Group::of(NodeId{m_row->row}) : Group::of(TierId{m_row->row});
    showMoney(group);
    showCapacity(group);
    showDeals(group);
}

void FiguresCard::showMoney(Group group)
{
    const Rollups& rollups = document()->rollups();
    const Language language = currentLanguage();
    const Period period = document()->lens().period;
    const auto noLayer = static_cast<std::uint32_t>(document()->chain().layers().size());
    const int before = m_count;
    addHeading(tr("MONEY  ·  %1  ·  total").arg(periodText(period, language)));
    for (const Measure measure : kMoney) {
        const Figure now = rollups.figure(group, measure, noLayer, period);
        const Figure total = rollups.figure(group, measure, noLayer, kTotal);
        if (now == Figure{} && total == Figure{})
            continue;
        const bool hasTotal = measure != Measure::Gap && measure != Measure::Funding && measure != Measure::Backlog;
        QString text = brief(now, Unit::Money, language);
        if (hasTotal)
            text += QStringLiteral("  ·  ") + brief(total, Unit::Money, language);
        addLine(measureText(measure), text, inFull(now, total, Unit::Money, language));
    }
    dropHeadingOfNothing(before);
}

void FiguresCard::showCapacity(Group group)
{
    const Chain& chain = document()->chain();
    const Rollups& rollups = document()->rollups();
    const Language language = currentLanguage();
    const Period period = document()->lens().period;
    const auto noLayer = static_cast<std::uint32_t>(chain.layers().size());
    const int before = m_count;
    addHeading(tr("CAPACITY  ·  at the end of %1  ·  total").arg(periodText(period, language)));
    const std::optional<BindingFigure> binding = rollups.binding(group, period);
    for (const Measure measure : {Measure::CapacityIn, Measure::CapacityOut}) {
        for (std::uint32_t layer = 0; layer <= noLayer; ++layer) {
            if (!rollups.has(group, measure, layer))
                continue;
            QString name = tr("%1, %2").arg(layerName(chain, layer, language),
                                            measure == Measure::CapacityIn ? tr("in") : tr("out"));
            if (measure == Measure::CapacityIn && binding && binding->layer == layer)
                name += tr(" (binds)");
            const Figure now = rollups.figure(group, measure, layer, period);
            const Figure total = rollups.figure(group, measure, layer, kTotal);
            addLine(name,
                    brief(now, Unit::Capacity, language) + QStringLiteral("  ·  ") +
                        brief(total, Unit::Capacity, language),
                    inFull(now, total, Unit::Capacity, language));
        }
    }
    dropHeadingOfNothing(before);
}

void FiguresCard::showDeals(Group group)
{
    const auto noLayer = static_cast<std::uint32_t>(document()->chain().layers().size());
    addHeading(tr("DEALS"));
    for (const Measure measure : {Measure::Deals, Measure::DealsUndisclosedMoney, Measure::DealsUndisclosedCapacity})
        addLine(measureText(measure),
                countText(document()->rollups().figure(group, measure, noLayer, kTotal).value, currentLanguage()));
}

/// Takes a heading away that has been added last, with nothing below it.
void FiguresCard::dropHeadingOfNothing(int line)
{
    if (m_count != line + 1)
        return;
    QLayoutItem* item = m_lines->takeAt(m_lines->count() - 1);
    delete item->widget();
    delete item;
    m_count = line;
}

void FiguresCard::addLine(const QString& what, const QString& value, const QString& tip)
{
    auto* left = new QLabel(what, this);
    left->setTextFormat(Qt::PlainText);
    left->setWordWrap(true);
    auto* right = new QLabel(value, this);
    right->setTextFormat(Qt::PlainText);
    right->setWordWrap(true);
    right->setToolTip(tip);
    right->setTextInteractionFlags(Qt::TextSelectableByMouse);
    right->setAlignment(Qt::AlignRight | Qt::AlignTop);
    m_lines->addWidget(left, m_count, 0, Qt::AlignTop);
    m_lines->addWidget(right, m_count, 1, Qt::AlignTop);
    ++m_count;
}

void FiguresCard::addHeading(const QString& text)
{
    auto* label = new QLabel(text, this);
    makeCaption(label);
    label->setContentsMargins(0, m_count == 0 ? 0 : kGrid, 0, 0);
    m_lines->addWidget(label, m_count, 0, 1, 2);
    ++m_count;
}

void FiguresCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    RowCard::changeEvent(event);
}

} // namespace ochain
