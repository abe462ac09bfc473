// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/figure_cell.h"
#include "analyses/part.h"
#include "reference/compare.h"
#include "reference/random_edits.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

/// Chains that random edits made, and all that can be asked of them.
namespace ochain::testing {

/// A chain after so many random edits; those that are refused are none.
[[nodiscard]] inline Chain randomChain(RandomEdits& random, int edits)
{
    Chain chain;
    Edit skeleton = random.skeleton(chain);
    (void)chain.apply(skeleton);
    for (int i = 0; i < edits; ++i)
        if (std::optional<Edit> edit = random.next(chain))
            (void)chain.apply(*edit);
    return chain;
}

/// Every group of a chain.
[[nodiscard]] inline std::vector<Group> groupsOf(const Chain& chain)
{
    std::vector<Group> groups;
    chain.tiers().forEach([&](TierId id, const Tier&) { groups.push_back(Group::of(id)); });
    chain.nodes().forEach([&](NodeId id, const Node&) { groups.push_back(Group::of(id)); });
    return groups;
}

/// Some periods of each kind, one outside the calendar among them.
[[nodiscard]] inline std::vector<Period> periodsOf(RandomEdits& random, const Calendar& calendar)
{
    std::vector<Period> periods{kTotal, kUnscheduled, kLater};
    const int beyond = calendar.isEmpty() ? 2030 : calendar.lastYear() + 1;
    periods.push_back({PeriodKind::Year, beyond, 0});
    for (int i = 0; i < 3 && !calendar.isEmpty(); ++i) {
        const int year =
            calendar.firstYear() + static_cast<int>(random.below(static_cast<std::size_t>(calendar.years())));
        periods.push_back({PeriodKind::Year, year, 0});
        periods.push_back({PeriodKind::Quarter, year, 1 + static_cast<int>(random.below(4))});
    }
    return periods;
}

/// Every measure of a group in some periods; of capacities every layer.
[[nodiscard]] inline std::vector<FigureCell> cellsOf(const Chain& chain, Group group,
                                                     const std::vector<Period>& periods)
{
    std::vector<FigureCell> cells;
    for (std::size_t m = 0; m < kMeasureCount; ++m) {
        const auto measure = static_cast<Measure>(m);
        const bool hasLayers = measure == Measure::CapacityIn || measure == Measure::CapacityOut;
        for (const LayerNumber layer : hasLayers ? chain.layerNumbers() : std::vector{kNoLayer})
            for (const Period period : periods)
                cells.push_back({group, measure, layer, period, {}});
    }
    return cells;
}

[[nodiscard]] inline std::string describe(const Chain& chain, const FigureCell& cell)
{
    const Table table = cell.group.kind == Group::Kind::Tier ? Table::Tiers : Table::Nodes;
    return fmt::format("{} {} layer {} at {}",
                       cell.deal.isSet() ? chain.key({Table::Deals, cell.deal.value})
                                         : chain.key({table, cell.group.row}),
                       measureName(cell.measure), cell.layer.isSet() ? std::to_string(cell.layer.value) : "-",
                       formatPeriod(cell.period));
}

/// The first line that its own lines do not add up to, or that has more of them than a level may have; "" if there is
/// none.
[[nodiscard]] inline std::string firstMistake(std::int64_t amount, const std::vector<Part>& parts)
{
    if (sumOf(parts) != amount)
        return fmt::format("{} lines add up to {}, not {}", parts.size(), sumOf(parts), amount);
    if (parts.size() > kMostLines + 1)
        return fmt::format("{} lines", parts.size());
    for (const Part& part : parts)
        if (!part.parts.empty())
            if (const std::string mistake = firstMistake(part.amount, part.parts); !mistake.empty())
                return fmt::format("{} {}: {}", partKindName(part.kind), part.deal.value, mistake);
    return {};
}

/// Whether each line of a kind that has an amount has lines of its own.
[[nodiscard]] inline bool areToldApart(PartKind kind, const std::vector<Part>& parts)
{
    return std::all_of(parts.begin(), parts.end(), [kind](const Part& part) {
        const bool hasToBe = part.kind == kind && part.amount != 0;
        return (!hasToBe || !part.parts.empty()) && areToldApart(kind, part.parts);
    });
}

/// How often lines of each kind were met.
using Met = std::array<int, kPartKindCount>;
inline void countKinds(const std::vector<Part>& parts, Met& met)
{
    for (const Part& part : parts) {
        ++met[static_cast<std::size_t>(part.kind)];
        countKinds(part.parts, met);
    }
}

} // namespace ochain::testing
