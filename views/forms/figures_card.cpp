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

FiguresCard::FiguresCard(QWidget* parent) : RowCard(QStringLiteral("figure"), parent), m_groups(new QVBoxLayout)
{
    caption()->hide(); // each group of figures has a heading of its own
    m_groups->setSpacing(kGrid);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, kGrid, 12, kGrid);
    layout->addLayout(m_groups);
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
    while (QLayoutItem* item = m_groups->takeAt(0)) {
        delete item->widget();
        delete item;
    }
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
    beginGroup(tr("MONEY"), periodText(period, language), tr("total"));
    for (const Measure measure : kMoney) {
        const Figure now = rollups.figure(group, measure, noLayer, period);
        const Figure total = rollups.figure(group, measure, noLayer, kTotal);
        if (now == Figure{} && total == Figure{})
            continue;
        const bool hasTotal = measure != Measure::Gap && measure != Measure::Funding && measure != Measure::Backlog;
        addLine(measureText(measure), brief(now, Unit::Money, language),
                hasTotal ? brief(total, Unit::Money, language) : QString(), inFull(now, total, Unit::Money, language));
    }
    endGroup();
}

void FiguresCard::showCapacity(Group group)
{
    const Chain& chain = document()->chain();
    const Rollups& rollups = document()->rollups();
    const Language language = currentLanguage();
    const Period period = document()->lens().period;
    const auto noLayer = static_cast<std::uint32_t>(chain.layers().size());
    beginGroup(tr("CAPACITY"), tr("end of %1").arg(periodText(period, language)), tr("total"));
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
            addLine(name, brief(now, Unit::Capacity, language), brief(total, Unit::Capacity, language),
                    inFull(now, total, Unit::Capacity, language));
        }
    }
    endGroup();
}

void FiguresCard::showDeals(Group group)
{
    const auto noLayer = static_cast<std::uint32_t>(document()->chain().layers().size());
    beginGroup(tr("DEALS"), {}, {});
    for (const Measure measure : {Measure::Deals, Measure::DealsUndisclosedMoney, Measure::DealsUndisclosedCapacity})
        addLine(measureText(measure), {},
                countText(document()->rollups().figure(group, measure, noLayer, kTotal).value, currentLanguage()));
    endGroup();
}

/// Each group has columns of its own width: capacities are short and their layers have long names.
void FiguresCard::beginGroup(const QString& what, const QString& now, const QString& total)
{
    auto* group = new QWidget(this);
    m_lines = new QGridLayout(group);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setHorizontalSpacing(kGrid);
    m_lines->setVerticalSpacing(kGrid / 2);
    m_lines->setColumnStretch(0, 1);
    m_count = 0;
    m_groups->addWidget(group);
    addLine(what, now, total, {});
    for (int i = 0; i < m_lines->count(); ++i)
        makeCaption(qobject_cast<QLabel*>(m_lines->itemAt(i)->widget()));
}

/// A group with nothing in it goes again.
void FiguresCard::endGroup()
{
    if (m_count == 1)
        delete m_lines->parentWidget();
    m_lines = nullptr;
}

void FiguresCard::addLine(const QString& what, const QString& now, const QString& total, const QString& tip)
{
    const auto put = [&](const QString& text, int column, int columns) {
        auto* label = new QLabel(text, m_lines->parentWidget());
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(column == 0);
        label->setToolTip(column == 0 ? QString() : tip);
        if (column > 0)
            label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setAlignment(Qt::AlignTop | (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
        m_lines->addWidget(label, m_count, column, 1, columns);
    };
    put(what, 0, now.isEmpty() ? 2 : 1);
    if (!now.isEmpty())
        put(now, 1, 1);
    put(total, 2, 1);
    ++m_count;
}

void FiguresCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    RowCard::changeEvent(event);
}

} // namespace ochain
