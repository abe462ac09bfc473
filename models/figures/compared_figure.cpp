// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/compared_figure.h"

#include "analyses/difference.h"
#include "document/names.h"
#include "figures/compared_head.h"
#include "figures/figure_parts.h"
#include "figures/figure_words.h"
#include "language/punctuation.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace ochain {

namespace {

/// Of a measure on one side; where that has no such group, layer or period nothing.
class ComparedLine {
public:
    ComparedLine(const ComparedSide& side, const std::optional<FigureCell>& cell, PeriodKind granularity)
        : m_side(side), m_cell(cell)
    {
        if (cell)
            m_figures = side.rollups.figures(cell->group, cell->measure, cell->layer, granularity);
    }
    [[nodiscard]] std::int64_t at(Period period) const
    {
        const Calendar& calendar = m_side.rollups.calendar();
        const int years = period.year - calendar.firstYear();
        const int place = period.kind == PeriodKind::Quarter ? years * 4 + period.quarter - 1 : years;
        const bool isThere = place >= 0 && static_cast<std::size_t>(place) < m_figures.size();
        return isThere ? m_figures[static_cast<std::size_t>(place)].value : 0;
    }
    [[nodiscard]] QString text(Period period, Unit unit, bool isInFull) const
    {
        const Hidden hidden =
            m_cell ? m_side.rollups.hidden(m_cell->group, m_cell->measure, m_cell->layer, period) : Hidden{};
        return isInFull ? boundedTextInFull(at(period), hidden, unit)
                        : boundedText(at(period), hidden, unit, HiddenStyle::Narrow);
    }

private:
    ComparedSide m_side;
    std::optional<FigureCell> m_cell;
    std::vector<Figure> m_figures;
};

class ComparisonBuilder {
public:
    ComparisonBuilder(const ComparedSides& sides, const ChartHead& shown, const ChartHead& against,
                      const FigureOptions& options)
        : m_sides(sides), m_group(groupNamed(sides.shown.chain, options.group)), m_period(options.period)
    {
        m_figure.head = shown;
        if (!against.isEmpty())
            m_figure.head.emptyTitle.clear();
        m_figure.lenses = sides.lenses;
        m_figure.head.legend.clear();
        m_figure.head.table = {};
        addHeadOf(m_figure.head, against, sides.lenses);
    }

    template <class EachFigure>
    void takePeriods(const EachFigure& shown, const EachFigure& against)
    {
        std::set_union(shown.periods.begin(), shown.periods.end(), against.periods.begin(), against.periods.end(),
                       std::back_inserter(m_figure.periods));
        for (const Period& period : m_figure.periods)
            m_figure.labels.push_back(periodText(period));
        const std::optional<std::size_t>& current = shown.current;
        if (current)
            m_figure.current = static_cast<std::size_t>(
                std::find(m_figure.periods.begin(), m_figure.periods.end(), shown.periods[*current]) -
                m_figure.periods.begin());
    }

    void setUnit(Unit unit, PeriodKind granularity)
    {
        m_figure.unit = unit;
        m_granularity = granularity;
    }
    void add(Measure measure, LayerNumber layer, const QString& name, MarkColours colours);
    ComparedFigure finish(const QString& title);

private:
    [[nodiscard]] QString valueAt(const ComparedLine& shown, const ComparedLine& against, Period period,
                                  bool isInFull) const;
    [[nodiscard]] QString headlineAt(const ComparedLine& shown, const ComparedLine& against, std::size_t at) const;
    void fillTable();

    const ComparedSides& m_sides;
    std::optional<Group> m_group;
    Period m_period;
    PeriodKind m_granularity = PeriodKind::Year;
    ComparedFigure m_figure;
};

/// "≥ $106B against $90.1B: +$15.9B". Of the difference no bound is claimed: what is hidden may stand on both sides.
QString ComparisonBuilder::valueAt(const ComparedLine& shown, const ComparedLine& against, Period period,
                                   bool isInFull) const
{
    const QString one = shown.text(period, m_figure.unit, isInFull);
    const QString other = against.text(period, m_figure.unit, isInFull);
    if (one == other)
        return FigureWords::tr("%1, no difference").arg(one);
    return FigureWords::tr("%1 against %2: %3", "an amount, another, their difference")
        .arg(one, other, deltaText(shown.at(period) - against.at(period), m_figure.unit));
}

/// The difference first: it is what has to be read where there is little room.
QString ComparisonBuilder::headlineAt(const ComparedLine& shown, const ComparedLine& against, std::size_t at) const
{
    const Period period = m_figure.periods[at];
    const QString one = shown.text(period, m_figure.unit, false);
    const QString other = against.text(period, m_figure.unit, false);
    if (one == other)
        return closer(m_figure.labels[at], FigureWords::tr("%1, no difference").arg(one));
    return FigureWords::tr("%1, %2: %3 against %4", "a period, a difference, its two amounts")
        .arg(m_figure.labels[at], deltaText(shown.at(period) - against.at(period), m_figure.unit), one, other);
}

void ComparisonBuilder::add(Measure measure, LayerNumber layer, const QString& name, MarkColours colours)
{
    const Chain& chain = m_sides.shown.chain;
    if (!m_group)
        return;
    const FigureCell cell{*m_group, measure, layer, kTotal, {}};
    const ComparedLine shown(m_sides.shown, cell, m_granularity);
    const ComparedLine against(m_sides.against, sameCell(m_sides.against.chain, chain, cell), m_granularity);
    ComparedPanel panel;
    panel.id = std::string(measureName(measure));
    if (layer.isSet())
        panel.id += ':' + std::string(chain.key({Table::Tiers, chain.tierOf(layer).value}));
    panel.measure = measure;
    panel.layer = layer;
    panel.name = name;
    panel.colours = colours;
    for (const Period& period : m_figure.periods) {
        panel.shown.push_back(shown.at(period));
        panel.against.push_back(against.at(period));
        panel.values.push_back(valueAt(shown, against, period, false));
        panel.details.push_back(valueAt(shown, against, period, true));
    }
    if (!panel.values.empty()) {
        const std::size_t at = m_figure.current.value_or(panel.values.size() - 1);
        panel.headline = headlineAt(shown, against, at);
    }
    m_figure.panels.push_back(std::move(panel));
}

void ComparisonBuilder::fillTable()
{
    DataTable& table = m_figure.head.table;
    const QString unit = m_figure.unit == Unit::Money ? QStringLiteral("USD") : QStringLiteral("MW");
    table.columns << FigureWords::tr("Figure") << FigureWords::tr("Period");
    for (const QString& name : {m_figure.lenses.shown, m_figure.lenses.against, FigureWords::tr("Difference")})
        table.columns << closer(name, unit);
    table.isNumber = {false, false, true, true, true};
    for (const ComparedPanel& panel : m_figure.panels)
        for (std::size_t at = 0; at < m_figure.periods.size(); ++at)
            table.rows.push_back({panel.name, m_figure.labels[at], plainAmount(panel.shown[at], m_figure.unit),
                                  plainAmount(panel.against[at], m_figure.unit),
                                  plainAmount(panel.shown[at] - panel.against[at], m_figure.unit)});
}

ComparedFigure ComparisonBuilder::finish(const QString& title)
{
    ChartHead& head = m_figure.head;
    if (!head.isEmpty() && m_group) {
        head.title = title.arg(nameOf(m_sides.shown.chain, *m_group));
        head.subtitle = FigureWords::tr("Solid: %1; dashed: %2").arg(m_figure.lenses.shown, m_figure.lenses.against) +
                        QStringLiteral(" · ") + head.subtitle;
    }
    head.legend = {{m_figure.lenses.shown, outsideColours(), MarkStyle::Line},
                   {m_figure.lenses.against, outsideColours(), MarkStyle::DashedLine},
                   {FigureWords::tr("more than there"), outsideColours(), MarkStyle::Gained},
                   {FigureWords::tr("less than there"), outsideColours(), MarkStyle::Lost}};
    fillTable();
    return std::move(m_figure);
}

} // namespace

ComparedFigure compared(const ComparedSides& sides, const MoneyFigure& shown, const MoneyFigure& against,
                        const FigureOptions& options)
{
    ComparisonBuilder builder(sides, shown.head, against.head, options);
    builder.takePeriods(shown, against);
    builder.setUnit(Unit::Money, options.granularity == PeriodKind::Quarter ? PeriodKind::Quarter : PeriodKind::Year);
    const MoneyFigure& any = shown.head.isEmpty() ? against : shown;
    const auto moves = [](const std::vector<Series>& side, std::size_t at) {
        return at < side.size() && std::any_of(side[at].values.begin(), side[at].values.end(),
                                               [](std::int64_t value) { return value != 0; });
    };
    const auto add = [&](const std::vector<Series> MoneyFigure::*side, std::size_t at, Measure measure) {
        if (moves(shown.*side, at) || moves(against.*side, at))
            builder.add(measure, kNoLayer, (any.*side)[at].name, (any.*side)[at].colours);
    };
    add(&MoneyFigure::incoming, 0, Measure::Revenue);
    add(&MoneyFigure::outgoing, 0, Measure::Spend);
    add(&MoneyFigure::incoming, 1, Measure::CapitalIn);
    add(&MoneyFigure::outgoing, 1, Measure::CapitalOut);
    if (!any.head.isEmpty())
        builder.add(Measure::Funding, kNoLayer, any.funding.name, any.funding.colours);
    return builder.finish(FigureWords::tr("What moved in the money of %1?"));
}

ComparedFigure compared(const ComparedSides& sides, const CapacityFigure& shown, const CapacityFigure& against,
                        const FigureOptions& options)
{
    ComparisonBuilder builder(sides, shown.head, against.head, options);
    builder.takePeriods(shown, against);
    builder.setUnit(Unit::Capacity, PeriodKind::Quarter);
    const auto add = [&](const CapacityPanel& panel, LayerNumber layer) {
        builder.add(panel.isSold ? Measure::CapacityOut : Measure::CapacityIn, layer, panel.name, panel.colours);
    };
    for (const CapacityPanel& panel : shown.panels)
        add(panel, panel.layer);
    for (const CapacityPanel& panel : against.panels) { // what only the other lens has
        const Chain& chain = sides.shown.chain;
        const Chain& other = sides.against.chain;
        const TierId tier = chain.find<TierId>(other.key({Table::Tiers, other.tierOf(panel.layer).value}));
        const LayerNumber layer = tier.isSet() ? chain.layerOf(tier) : kNoLayer;
        const auto isIt = [&](const CapacityPanel& each) { return each.layer == layer && each.isSold == panel.isSold; };
        if (layer.isSet() && std::none_of(shown.panels.begin(), shown.panels.end(), isIt))
            add(panel, layer);
    }
    return builder.finish(FigureWords::tr("What moved in the capacity of %1?"));
}

} // namespace ochain
