// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "rollups/rollups.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ochain {

/// One figure that an edit moved. Of a total where the total moved, else of the year that moved most.
struct ImpactLine {
    Group group;
    Measure measure = Measure::Revenue; ///< a stored measure, Backlog, or Binding
    LayerNumber layer;                  ///< of capacities
    Period period = kTotal;  ///< what before and after are of: kTotal, a year, or (Backlog, Binding) the lens period
    std::int64_t before = 0; ///< cents, kilowatts or deals
    std::int64_t after = 0;
    std::optional<LayerNumber> bindingBefore; ///< of Binding: the layers; nothing if none stood
    std::optional<LayerNumber> bindingAfter;
    std::uint32_t undisclosed = 0;       ///< deals without an amount in the figure after
    std::uint32_t undisclosedBefore = 0; ///< and before

    [[nodiscard]] std::int64_t delta() const noexcept { return after - before; }
    bool operator==(const ImpactLine&) const = default;
};

/// What an edit moves, most important first: the ends of its deals before what contains them, nodes before tiers,
/// capacity and binding layers before money, and larger moves before smaller ones.
struct Impact {
    std::vector<ImpactLine> lines;
    bool everything = false; ///< calendar, weights, kinds, tiers or parents moved: more than the lines may have
    bool operator==(const Impact&) const = default;
};

/// The figures of those groups an edit can touch, taken before it is applied. Costs O(ends of the edit × their
/// ancestors × years), whatever the size of the chain.
class FiguresBefore {
public:
    /// @param edit    not applied yet
    /// @param period  that of the lens, for Backlog and Binding
    FiguresBefore(const Chain& chain, const Rollups& rollups, const Edit& edit, Period period);

    /// What moved, to be asked when chain and rollups have the edit. Groups that are gone by then have no lines.
    [[nodiscard]] Impact compare(const Chain& chain, const Rollups& rollups, const Changed& changed) const;

private:
    struct Row {
        Measure measure = Measure::Revenue;
        LayerNumber layer;
        Figure total;
        std::vector<Figure> years;
    };
    struct GroupFigures {
        Group group;
        int distance = 0; ///< from an end of a deal of the edit, tiers after all nodes
        std::vector<Row> rows;
        Figure backlog;
        std::optional<BindingFigure> binding;
    };
    [[nodiscard]] static GroupFigures figuresOf(const Chain& chain, const Rollups& rollups, Group group, Period period);
    void compareGroup(const GroupFigures& before, const GroupFigures& after, const Calendar& calendar,
                      std::vector<ImpactLine>& lines) const;

    Period m_period;
    Calendar m_calendar;
    std::vector<GroupFigures> m_groups;
};

} // namespace ochain
