// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/rollup_rows.h"

#include "chain/group.h"
#include "rollups/period_bounds.h"
#include "rollups/period_figure.h"

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

void putLayer(const Chain& chain, LayerNumber layer, RollupRow& row)
{
    row.layerNumber = layer;
    row.layer = layer.isSet() ? chain.key({Table::Tiers, chain.tierOf(layer).value}) : std::string_view();
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
        putLayer(chain, binding->layer, row);
        const auto hidden = [&](Period at, const Figure&) {
            return rollups.hidden(group, Measure::Binding, kNoLayer, at);
        };
        MeasureRows(rollups, query, row, hidden, sink).give(period, binding->figure);
    }
}

void giveMeasure(const Rollups& rollups, const RollupQuery& query, Group group, Measure measure, LayerNumber layer,
                 const RollupRow& row, const RowSink& sink)
{
    if (!rollups.has(group, measure, layer))
        return;
    const auto hidden = [&](Period at, const Figure&) { return rollups.hidden(group, measure, layer, at); };
    MeasureRows rows(rollups, query, row, hidden, sink);
    if (!isCount(measure))
        rows.give(rollups.figures(group, measure, layer, query.granularity));
    if (!hasPeriodsOnly(measure))
        rows.give(kTotal, rollups.figure(group, measure, layer, kTotal));
    if (hasPeriodsOnly(measure) || isCount(measure))
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

void giveGroup(const Chain& chain, const Rollups& rollups, const RollupQuery& query, Group group, RollupRow row,
               const RowSink& sink)
{
    for (std::size_t m = 0; m < kMeasureCount; ++m) {
        row.kind = static_cast<Measure>(m);
        if (!isWanted(query, row.kind))
            continue;
        row.measure = measureName(row.kind);
        putLayer(chain, kNoLayer, row);
        if (row.kind == Measure::Binding) {
            giveBinding(chain, rollups, query, group, row, sink);
        } else if (isCapacity(row.kind)) {
            for (const LayerNumber layer : chain.layerNumbers()) {
                if (query.layer && layer != *query.layer)
                    continue;
                putLayer(chain, layer, row);
                giveMeasure(rollups, query, group, row.kind, layer, row, sink);
            }
        } else if (!query.layer) {
            giveMeasure(rollups, query, group, row.kind, kNoLayer, row, sink);
        }
    }
}

void giveDeal(const Chain& chain, const Rollups& rollups, const RollupQuery& query, DealId deal, RollupRow row,
              const RowSink& sink)
{
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
        row.kind = Measure::CapacityOut;
        putLayer(chain, figures.layer, row);
        MeasureRows rows(rollups, query, row, hiddenOfDeal, sink);
        rows.give(rollups.dealCapacity(chain, deal, query.granularity));
        for (const Period period : {kTotal, kUnscheduled, kLater})
            rows.give(period, rollups.dealCapacity(chain, deal, period));
    }
}

} // namespace

void forEachRow(const Chain& chain, const Rollups& rollups, const RollupQuery& query, RowRef of, const RowSink& sink)
{
    RollupRow row;
    row.group = chain.key(of);
    if (of.table == Table::Deals)
        giveDeal(chain, rollups, query, DealId{of.row}, row, sink);
    else if (of.table == Table::Tiers)
        giveGroup(chain, rollups, query, Group::of(TierId{of.row}), row, sink);
    else
        giveGroup(chain, rollups, query, Group::of(NodeId{of.row}), row, sink);
}

std::vector<RowRef> rollupRowsOf(const Chain& chain, Table table)
{
    std::vector<RowRef> rows;
    if (table == Table::Tiers)
        for (const TierId tier : chain.tierOrder())
            rows.push_back({table, tier.value});
    else
        for (const std::uint32_t row : chain.inOrder(table))
            rows.push_back({table, row});
    return rows;
}

} // namespace ochain
