// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/lit_marks.h"

#include "chain/group.h"
#include "figures/flow_trace.h"

#include <algorithm>
#include <optional>
#include <variant>

namespace ochain {

namespace {

/// Whether a node lies in a node or tier.
bool isWithin(const Chain& chain, NodeId node, RowRef row)
{
    const std::optional<Group> group = Group::of(row);
    return group && isIn(chain, node, *group);
}

bool hasDeal(const Evidence& evidence, RowRef row)
{
    return row.table == Table::Deals &&
           std::find(evidence.deals.begin(), evidence.deals.end(), DealId{row.row}) != evidence.deals.end();
}

std::vector<std::string> litIn(const FlowFigure& figure, const Chain& chain, RowRef row)
{
    std::vector<std::string> ids;
    for (const FlowNode& node : figure.nodes)
        if (std::any_of(node.members.begin(), node.members.end(),
                        [&](NodeId member) { return chain.nodes().isAlive(member) && isWithin(chain, member, row); }))
            ids.push_back(node.id);
    const auto hasIt = [row](const FlowLink& link) { return hasDeal(link.evidence, row); };
    if (std::any_of(figure.links.begin(), figure.links.end(), hasIt))
        ids.push_back(dealSeed(DealId{row.row}));
    return ids;
}

bool isLit(const Series& series, const Chain& chain, RowRef row)
{
    const bool isPart = series.row && series.row->table == Table::Nodes &&
                        chain.nodes().isAlive(NodeId{series.row->row}) && isWithin(chain, NodeId{series.row->row}, row);
    return isPart || hasDeal(series.evidence, row);
}

std::vector<std::string> litIn(const CapacityFigure& figure, const Chain& chain, RowRef row)
{
    std::vector<std::string> ids;
    for (const CapacityPanel& panel : figure.panels)
        for (const Series& series : panel.series)
            if (isLit(series, chain, row))
                ids.push_back(series.id);
    return ids;
}

std::vector<std::string> litIn(const MoneyFigure&, const Chain&, RowRef)
{
    return {};
}

std::vector<std::string> litIn(const ComparedFigure&, const Chain&, RowRef)
{
    return {};
}

std::vector<std::string> litIn(const TreeFigure&, const Chain&, RowRef)
{
    return {};
}

} // namespace

std::vector<std::string> litBy(const ChartFigure& figure, const Chain& chain, RowRef row)
{
    return std::visit([&](const auto& each) { return litIn(each, chain, row); }, figure);
}

} // namespace ochain
