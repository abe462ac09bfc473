// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/rollup_rows.h"

#include "rollups/period_bounds.h"

#include <algorithm>
#include <utility>

namespace ochain {

namespace {

bool isInside(const RollupQuery& query, Period period)
{
    const PeriodBounds bounds{query.from, query.to};
    return !bounds.isTooEarly(period) && !bounds.isTooLate(period);
}

/// The period with this place among those of the calendar.
Period periodAt(const Calendar& calendar, PeriodKind granularity, std::size_t place)
{
    const int index = static_cast<int>(place);
    if (granularity == PeriodKind::Year)
        return {PeriodKind::Year, calendar.firstYear() + index, 0};
    return {PeriodKind::Quarter, calendar.firstYear() + index / 4, index % 4 + 1};
}

bool hasPeriods(Measure measure)
{
    return measure != Measure::Deals && measure != Measure::DealsUndisclosedMoney &&
           measure != Measure::DealsUndisclosedCapacity;
}

bool hasTotals(Measure measure)
{
    return measure != Measure::Gap && measure != Measure::Funding && measure != Measure::Backlog &&
           measure != Measure::Binding;
}

/// Gives the rows of one measure and layer.
class MeasureRows {
public:
    using HiddenIn = std::function<Hidden(Period, const Figure&)>;

    MeasureRows(const Rollups& rollups, const RollupQuery& query, RollupRow row, HiddenIn hidden, const RowSink& sink)
        : m_rollups(rollups), m_query(query), m_row(row), m_hidden(std::move(hidden)), m_sink(sink)
    {}

    void give(Period period, const Figure& figure)
    {
        if (figure.value == 0 && figure.undisclosed == 0)
            return;
        m_row.period = period;
        m_row.figure = figure;
        if (m_query.withHidden)
            m_row.hidden = m_hidden(period, figure);
        m_sink(m_row);
    }
    void give(const std::vector<Figure>& figures)
    {
        for (std::size_t i = 0; i < figures.size(); ++i)
            if (const Period period = periodAt(m_rollups.calendar(), m_query.granularity, i); isInside(m_query, period))
                give(period, figures[i]);
    }

private:
    const Rollups& m_rollups;
    const RollupQuery& m_query;
    RollupRow m_row;
    HiddenIn m_hidden;
    const RowSink& m_sink;
};

/// Of one deal, all that is undisclosed would add to it.
Hidden hiddenOfDeal(Period, const Figure& figure)
{
    return {figure.undisclosed, 0};
}

std::string_view layerKey(const Chain& chain, LayerNumber layer)
{
    return layer.isSet() ? chain.key({Table::Tiers, chain.tierOf(layer).value}) : std::string_view();
}

void giveBinding(const Chain& chain, const Rollups& rollups, const RollupQuery& query, Group group, RollupRow row,
                 const RowSink& sink)
{
    const Calendar& calendar = rollups.calendar();
    const int count = query.granularity == PeriodKind::Year ? calendar.years() : calendar.quarters();
    for (int i = 0; i < count; ++i) {
        const Period period = periodAt(calendar, query.granularity, static_cast<std::size_t>(i));
        const std::optional<BindingFigure> binding =
            isInside(query, period) ? rollups.binding(group, period) : std::nullopt;
        if (!binding || (query.layer && binding->layer != *query.layer))
            continue;
        row.layer = layerKey(chain, binding->layer);
        const auto hidden = [&](Period at, const Figure&) {
            return rollups.hidden(group, Measure::Binding, kNoLayer, at);
        };
        MeasureRows(rollups, query, row, hidden, sink).give(period, binding->figure);
    }
}

void giveMeasure(const Rollups& rollups, const RollupQuery& query, Group group, Measure measure, LayerNumber layer,
                 const RollupRow& row, const RowSink& sink)
{
    const auto hidden = [&](Period at, const Figure&) { return rollups.hidden(group, measure, layer, at); };
    MeasureRows rows(rollups, query, row, hidden, sink);
    if (hasPeriods(measure))
        rows.give(rollups.figures(group, measure, layer, query.granularity));
    if (hasTotals(measure))
        rows.give(kTotal, rollups.figure(group, measure, layer, kTotal));
    if (!hasTotals(measure) || !hasPeriods(measure))
        return;
    for (const Period period : {kUnscheduled, kLater})
        rows.give(period, rollups.figure(group, measure, layer, period));
}

bool isWanted(const RollupQuery& query, Measure measure)
{
    // What stays inside a group is part of none of its figures: shown only when asked for.
    if (query.measures.empty())
        return measure != Measure::InternalTrade && measure != Measure::InternalCapital;
    return std::find(query.measures.begin(), query.measures.end(), measure) != query.measures.end();
}

} // namespace

void forEachRow(const Chain& chain, const Rollups& rollups, const RollupQuery& query, Group group, const RowSink& sink)
{
    RollupRow row;
    row.group = chain.key({group.kind == Group::Kind::Tier ? Table::Tiers : Table::Nodes, group.row});
    for (std::size_t m = 0; m < kMeasureCount; ++m) {
        const auto measure = static_cast<Measure>(m);
        if (!isWanted(query, measure))
            continue;
        row.measure = measureName(measure);
        row.isCapacity = isCapacity(measure);
        row.isCount = !hasPeriods(measure);
        row.layer = {};
        if (measure == Measure::Binding) {
            giveBinding(chain, rollups, query, group, row, sink);
        } else if (row.isCapacity) {
            for (const LayerNumber layer : chain.layerNumbers()) {
                if (query.layer && layer != *query.layer)
                    continue;
                row.layer = layerKey(chain, layer);
                giveMeasure(rollups, query, group, measure, layer, row, sink);
            }
        } else if (!query.layer) {
            giveMeasure(rollups, query, group, measure, kNoLayer, row, sink);
        }
    }
}

void forEachRow(const Chain& chain, const Rollups& rollups, const RollupQuery& query, DealId deal, const RowSink& sink)
{
    RollupRow row;
    row.group = chain.key({Table::Deals, deal.value});
    const DealFigures figures = rollups.deal(chain, deal);
    if (!figures.counts)
        return;
    if (query.withMoney && !query.layer) {
        row.measure = "money";
        MeasureRows rows(rollups, query, row, hiddenOfDeal, sink);
        rows.give(rollups.dealMoney(chain, deal, query.granularity));
        for (const Period period : {kTotal, kUnscheduled, kLater})
            rows.give(period, rollups.dealMoney(chain, deal, period));
    }
    if (query.withCapacity && (!query.layer || *query.layer == figures.layer)) {
        row.measure = "capacity";
        row.layer = layerKey(chain, figures.layer);
        row.isCapacity = true;
        MeasureRows rows(rollups, query, row, hiddenOfDeal, sink);
        rows.give(rollups.dealCapacity(chain, deal, query.granularity));
        for (const Period period : {kTotal, kUnscheduled, kLater})
            rows.give(period, rollups.dealCapacity(chain, deal, period));
    }
}

} // namespace ochain
