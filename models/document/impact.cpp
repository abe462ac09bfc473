// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/impact.h"

#include "rollups/touched.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <tuple>
#include <utility>

namespace ochain {

namespace {

constexpr std::array kStored{Measure::Revenue,       Measure::Spend,        Measure::CapitalIn,
                             Measure::CapitalOut,    Measure::CapacityIn,   Measure::CapacityOut,
                             Measure::GuaranteedOut, Measure::GuaranteedIn, Measure::Deals};
constexpr int kTierDistance = 1000; ///< any tier comes after any node

using Key = std::pair<Measure, LayerNumber>;

bool hasLayers(Measure measure)
{
    return measure == Measure::CapacityIn || measure == Measure::CapacityOut;
}

/// What people look at first: what stands and what binds, then the money, then counts.
int rank(const ImpactLine& line)
{
    switch (line.measure) {
    case Measure::CapacityIn:
        return 0;
    case Measure::Binding:
        return line.bindingBefore != line.bindingAfter ? 1 : 6;
    case Measure::CapacityOut:
        return 2;
    case Measure::Revenue:
    case Measure::Spend:
        return 3;
    case Measure::CapitalIn:
    case Measure::CapitalOut:
    case Measure::GuaranteedOut:
    case Measure::GuaranteedIn:
        return 4;
    case Measure::Backlog:
        return 5;
    default:
        return 7;
    }
}

/// The nodes at the ends of the deals that an edit touches, as they are before it and where it puts them; and the nodes
/// it changes.
std::vector<NodeId> endsOf(const Chain& chain, const Touched& touched, const Edit& edit)
{
    std::vector<NodeId> ends;
    for (const DealId deal : touched.deals) {
        ends.push_back(chain.deals()[deal].supplier);
        ends.push_back(chain.deals()[deal].customer);
    }
    for (const RowRef row : touched.rows)
        if (row.table == Table::Nodes)
            ends.push_back(NodeId{row.row});
    for (const RowChange& change : edit.changes)
        for (const FieldChange& field : change.fields)
            if (change.table == Table::Deals &&
                (field.field == deal_field::Supplier || field.field == deal_field::Customer))
                if (const NodeId node = chain.find<NodeId>(field.after); node.isSet())
                    ends.push_back(node);
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    return ends;
}

/// Groups with how far they are from the nearest end of a deal of the edit.
std::map<Group, int> groupsAround(const Chain& chain, const std::vector<NodeId>& ends)
{
    std::map<Group, int> distances;
    const auto keepLeast = [&distances](Group group, int distance) {
        const auto [at, isNew] = distances.try_emplace(group, distance);
        if (!isNew)
            at->second = std::min(at->second, distance);
    };
    for (const NodeId end : ends) {
        int nodes = 0;
        int tiers = kTierDistance;
        forEachGroupOf(chain, end,
                       [&](Group group) { keepLeast(group, group.kind == Group::Kind::Node ? nodes++ : tiers++); });
    }
    return distances;
}

bool isAlive(const Chain& chain, Group group)
{
    return group.kind == Group::Kind::Tier ? chain.tiers().isAlive(TierId{group.row})
                                           : chain.nodes().isAlive(NodeId{group.row});
}

std::int64_t valueOf(const std::vector<Figure>& years, const Calendar& calendar, int year)
{
    const int at = year - calendar.firstYear();
    return at >= 0 && static_cast<std::size_t>(at) < years.size() ? years[static_cast<std::size_t>(at)].value : 0;
}

} // namespace

FiguresBefore::FiguresBefore(const Chain& chain, const Rollups& rollups, const Edit& edit, Period period)
    : m_period(period), m_calendar(rollups.calendar())
{
    const std::vector<NodeId> ends = endsOf(chain, rollups.touchedBy(chain, edit), edit);
    for (const auto& [group, distance] : groupsAround(chain, ends)) {
        m_groups.push_back(figuresOf(chain, rollups, group, period));
        m_groups.back().distance = distance;
    }
}

FiguresBefore::GroupFigures FiguresBefore::figuresOf(const Chain& chain, const Rollups& rollups, Group group,
                                                     Period period)
{
    GroupFigures figures;
    figures.group = group;
    for (const Measure measure : kStored) {
        for (const LayerNumber layer : hasLayers(measure) ? chain.layerNumbers() : std::vector{kNoLayer})
            if (rollups.has(group, measure, layer))
                figures.rows.push_back({measure, layer, rollups.figure(group, measure, layer, kTotal),
                                        rollups.figures(group, measure, layer, PeriodKind::Year)});
    }
    figures.backlog = rollups.figure(group, Measure::Backlog, kNoLayer, period);
    figures.binding = rollups.binding(group, period);
    return figures;
}

Impact FiguresBefore::compare(const Chain& chain, const Rollups& rollups, const Changed& changed) const
{
    Impact impact;
    impact.everything = changed.everything;
    std::map<Group, int> distances;
    for (const GroupFigures& before : m_groups) {
        distances.emplace(before.group, before.distance);
        if (isAlive(chain, before.group))
            compareGroup(before, figuresOf(chain, rollups, before.group, m_period), rollups.calendar(), impact.lines);
    }
    // Groups nobody could know of before, such as those of a node that the edit made.
    for (const Changed::Item& item : changed.items) {
        if (distances.count(item.group) != 0 || item.measure == Measure::Binding ||
            item.totalBefore == item.totalAfter || !isAlive(chain, item.group))
            continue;
        ImpactLine line{item.group, item.measure, item.layer, kTotal, item.totalBefore, item.totalAfter, {}, {}, 0};
        line.undisclosed = rollups.figure(item.group, item.measure, item.layer, kTotal).undisclosed;
        impact.lines.push_back(line);
    }
    const auto order = [&distances](const ImpactLine& line) {
        const auto found = distances.find(line.group);
        const int unknown = line.group.kind == Group::Kind::Tier ? kTierDistance : 0;
        return std::make_tuple(found == distances.end() ? unknown : found->second, rank(line), -std::abs(line.delta()),
                               line.group, line.measure, line.layer);
    };
    std::sort(impact.lines.begin(), impact.lines.end(),
              [&order](const ImpactLine& a, const ImpactLine& b) { return order(a) < order(b); });
    return impact;
}

void FiguresBefore::compareGroup(const GroupFigures& before, const GroupFigures& after, const Calendar& calendar,
                                 std::vector<ImpactLine>& lines) const
{
    static const Row kNothing;
    std::map<Key, std::pair<const Row*, const Row*>> rows;
    for (const Row& row : before.rows)
        rows.try_emplace({row.measure, row.layer}, &kNothing, &kNothing).first->second.first = &row;
    for (const Row& row : after.rows)
        rows.try_emplace({row.measure, row.layer}, &kNothing, &kNothing).first->second.second = &row;

    for (const auto& [key, both] : rows) {
        const Row& old = *both.first;
        const Row& now = *both.second;
        ImpactLine line{before.group, key.first, key.second,           kTotal, old.total.value, now.total.value,
                        {},           {},        now.total.undisclosed};
        line.undisclosedBefore = old.total.undisclosed;
        if (line.delta() == 0) { // the same in all, but perhaps at other times
            const int first =
                std::min(m_calendar.isEmpty() ? calendar.firstYear() : m_calendar.firstYear(), calendar.firstYear());
            const int last = std::max(m_calendar.lastYear(), calendar.lastYear());
            for (int year = first; year <= last; ++year) {
                const std::int64_t was = valueOf(old.years, m_calendar, year);
                const std::int64_t is = valueOf(now.years, calendar, year);
                if (std::abs(is - was) > std::abs(line.delta()) || (line.period == kTotal && is != was)) {
                    line.period = {PeriodKind::Year, year, 0};
                    line.before = was;
                    line.after = is;
                }
            }
        }
        if (line.delta() != 0)
            lines.push_back(line);
    }
    if (before.backlog.value != after.backlog.value)
        lines.push_back({before.group,
                         Measure::Backlog,
                         kNoLayer,
                         m_period,
                         before.backlog.value,
                         after.backlog.value,
                         {},
                         {},
                         after.backlog.undisclosed,
                         before.backlog.undisclosed});
    ImpactLine binding{before.group, Measure::Binding, kNoLayer, m_period, 0, 0, {}, {}, 0};
    if (before.binding) {
        binding.before = before.binding->figure.value;
        binding.bindingBefore = before.binding->layer;
    }
    if (after.binding) {
        binding.layer = after.binding->layer;
        binding.after = after.binding->figure.value;
        binding.bindingAfter = after.binding->layer;
        binding.undisclosed = after.binding->figure.undisclosed;
    }
    if (binding.delta() != 0 || binding.bindingBefore != binding.bindingAfter)
        lines.push_back(binding);
}

} // namespace ochain
