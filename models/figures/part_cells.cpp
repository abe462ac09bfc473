// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/part_cells.h"

#include "figures/figure_parts.h"

#include <algorithm>
#include <variant>

namespace ochain {

namespace {

class PartCells {
public:
    PartCells(const ChartPart& part, const Chain& chain, const Rollups& rollups, const FigureOptions& options)
        : m_part(part), m_chain(chain), m_rollups(rollups), m_options(options)
    {}

    [[nodiscard]] std::optional<FigureCell> in(const MoneyFigure& figure) const
    {
        const std::optional<Group> group = groupNamed(m_chain, m_options.group);
        const std::optional<Measure> measure = measureNamed(m_part.id);
        if (!group || !measure || !m_part.period)
            return std::nullopt;
        return FigureCell{*group, *measure, kNoLayer, figure.periods[*m_part.period], {}};
    }

    [[nodiscard]] std::optional<FigureCell> in(const CapacityFigure& figure) const
    {
        const std::optional<Group> group = groupNamed(m_chain, m_options.group);
        if (!group || !m_part.panel || figure.periods.empty())
            return std::nullopt;
        const CapacityPanel& panel = figure.panels[*m_part.panel];
        const Period standing = figure.current ? figure.periods[*figure.current] : figure.periods.back();
        return FigureCell{*group,
                          panel.isSold ? Measure::CapacityOut : Measure::CapacityIn,
                          panel.layer,
                          m_part.isUndated ? kUnscheduled : standing,
                          {}};
    }

    [[nodiscard]] std::optional<FigureCell> in(const ComparedFigure& figure) const
    {
        const std::optional<Group> group = groupNamed(m_chain, m_options.group);
        if (!group || !m_part.panel || !m_part.period)
            return std::nullopt;
        const ComparedPanel& panel = figure.panels[*m_part.panel];
        return FigureCell{*group, panel.measure, panel.layer, figure.periods[*m_part.period], {}};
    }

    [[nodiscard]] static std::optional<FigureCell> in(const TreeFigure& /*figure*/) { return std::nullopt; }

    [[nodiscard]] std::optional<FigureCell> in(const FlowFigure& figure) const
    {
        const auto isIt = [this](const auto& mark) { return mark.id == m_part.id; };
        const auto node = std::find_if(figure.nodes.begin(), figure.nodes.end(), isIt);
        if (node != figure.nodes.end())
            return node->row ? ofGroup(Group::of(*node->row)) : std::nullopt;
        const auto link = std::find_if(figure.links.begin(), figure.links.end(), isIt);
        if (link == figure.links.end() || link->evidence.deals.size() != 1 || link->isGuarantee)
            return std::nullopt;
        const DealId deal = link->evidence.deals.front();
        return m_options.mode == FlowMode::Money ? FigureCell::moneyOf(deal, m_options.period)
                                                 : FigureCell::capacityOf(deal, m_options.period);
    }

private:
    /// The largest of the figures that a box may be of.
    [[nodiscard]] std::optional<FigureCell> ofGroup(const std::optional<Group>& group) const
    {
        if (!group)
            return std::nullopt;
        const std::optional<TierId> tier = layerTier();
        const bool isMoney = m_options.mode == FlowMode::Money;
        const LayerNumber layer = tier ? m_chain.layerOf(*tier) : kNoLayer;
        const auto measures =
            isMoney ? std::vector{Measure::Revenue, Measure::Spend, Measure::CapitalIn, Measure::CapitalOut}
                    : std::vector{Measure::CapacityOut, Measure::CapacityIn};
        FigureCell largest{*group, measures.front(), isMoney ? kNoLayer : layer, m_options.period, {}};
        for (const Measure measure : measures) {
            const auto value = [&](Measure each) {
                return m_rollups.figure(*group, each, largest.layer, largest.period).value;
            };
            if (value(measure) > value(largest.measure))
                largest.measure = measure;
        }
        return largest;
    }
    [[nodiscard]] std::optional<TierId> layerTier() const
    {
        const TierId tier = m_chain.find<TierId>(m_options.layer);
        return tier.isSet() ? std::optional(tier) : std::nullopt;
    }

    const ChartPart& m_part;
    const Chain& m_chain;
    const Rollups& m_rollups;
    const FigureOptions& m_options;
};

} // namespace

std::optional<FigureCell> cellOf(const ChartPart& part, const ChartFigure& figure, const Chain& chain,
                                 const Rollups& rollups, const FigureOptions& options)
{
    const PartCells cells(part, chain, rollups, options);
    return std::visit([&cells](const auto& each) { return cells.in(each); }, figure);
}

} // namespace ochain
