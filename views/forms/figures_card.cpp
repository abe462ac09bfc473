// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/figures_card.h"

#include "figures/figure_parts.h"
#include "formats/format.h"
#include "theme/theme.h"
#include "widgets/emptied_layout.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ochain {

namespace {

constexpr std::array kMoney{Measure::Revenue,       Measure::Spend,       Measure::Net,     Measure::CapitalIn,
                            Measure::CapitalOut,    Measure::Gap,         Measure::Funding, Measure::Backlog,
                            Measure::GuaranteedOut, Measure::GuaranteedIn};

} // namespace

FiguresCard::FiguresCard(QWidget* parent) : ShownCard(QStringLiteral("figure"), parent), m_groups(new QVBoxLayout)
{
    caption()->hide(); // each group of figures has a heading of its own
    m_groups->setSpacing(kGrid);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, kGrid, 12, kGrid);
    layout->addLayout(m_groups);
}

void FiguresCard::refresh()
{
    const std::optional<RowRef> of = row();
    if (!of)
        return;
    emptyLayout(*m_groups);
    const Group group = of->table == Table::Nodes ? Group::of(NodeId{of->row}) : Group::of(TierId{of->row});
    showMoney(group);
    showCapacity(group);
    showDeals(group);
}

FiguresCard::Shown FiguresCard::shown(Group group, Measure measure, LayerNumber layer, Period period) const
{
    const Rollups& rollups = document()->viewed().rollups;
    const Figure figure = rollups.figure(group, measure, layer, period);
    const Hidden hidden = rollups.hidden(group, measure, layer, period);
    const Unit unit = unitOf(measure);
    return {boundedText(figure.value, hidden, unit, HiddenStyle::Narrow), boundedTextInFull(figure.value, hidden, unit),
            figure == Figure{}};
}

void FiguresCard::showMoney(Group group)
{
    const Period period = document()->lens().period;
    beginGroup(tr("MONEY"), periodText(period), tr("total"));
    for (const Measure measure : kMoney) {
        const Shown now = shown(group, measure, kNoLayer, period);
        const Shown total = shown(group, measure, kNoLayer, kTotal);
        if (now.isNothing && total.isNothing)
            continue;
        const bool hasTotal = measure != Measure::Gap && measure != Measure::Funding && measure != Measure::Backlog;
        addLine(measureText(measure), now, hasTotal ? total : Shown{});
    }
    endGroup();
}

void FiguresCard::showCapacity(Group group)
{
    const auto [chain, rollups] = document()->viewed();
    const Period period = document()->lens().period;
    beginGroup(tr("CAPACITY"), tr("end of %1").arg(periodText(period)), tr("total"));
    const std::optional<BindingFigure> binding = rollups.binding(group, period);
    if (isKnownBySiteOnly(chain, rollups, group, period))
        addLine(tr("What binds: known by site only"), {}, {});
    for (const Measure measure : {Measure::CapacityIn, Measure::CapacityOut}) {
        for (const LayerNumber layer : chain.layerNumbers()) {
            if (!rollups.has(group, measure, layer))
                continue;
            QString name =
                tr("%1, %2").arg(layerName(chain, layer), measure == Measure::CapacityIn ? tr("in") : tr("out"));
            if (measure == Measure::CapacityIn && binding && binding->layer == layer)
                name += tr(" (binds)");
            addLine(name, shown(group, measure, layer, period), shown(group, measure, layer, kTotal));
        }
    }
    endGroup();
}

void FiguresCard::showDeals(Group group)
{
    beginGroup(tr("DEALS"), {}, {});
    for (const Measure measure : {Measure::Deals, Measure::DealsUndisclosedMoney, Measure::DealsUndisclosedCapacity})
        addLine(measureText(measure), {},
                {countText(document()->viewed().rollups.figure(group, measure, kNoLayer, kTotal).value), {}, false});
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
    addLine(what, {now, {}, false}, {total, {}, false});
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

void FiguresCard::addLine(const QString& what, const Shown& now, const Shown& total)
{
    const auto put = [&](const QString& text, const QString& tip, int column, int columns) {
        auto* label = new QLabel(text, m_lines->parentWidget());
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(column == 0 || text.contains(QLatin1String(" ("))); // the numbers of both bounds are wide
        label->setToolTip(tip);
        if (column > 0)
            label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setAlignment(Qt::AlignTop | (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
        m_lines->addWidget(label, m_count, column, 1, columns);
    };
    put(what, {}, 0, now.brief.isEmpty() ? 2 : 1);
    if (!now.brief.isEmpty())
        put(now.brief, now.inFull, 1, 1);
    put(total.brief, total.inFull, 2, 1);
    ++m_count;
}

} // namespace ochain
