// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/flow_balance.h"

#include "figures/figure_parts.h"
#include "figures/figure_words.h"

#include <algorithm>

namespace ochain {

namespace {

Figure sum(Figure a, Figure b)
{
    return {a.value + b.value, a.undisclosed + b.undisclosed};
}

std::int64_t sizeOf(std::int64_t amount)
{
    return amount < 0 ? -amount : amount;
}

} // namespace

std::optional<FlowBalance> balanceOf(const Chain& chain, const Rollups& rollups, const FigureOptions& options)
{
    const std::optional<Group> group = groupNamed(chain, options.group);
    if (!group || options.mode != FlowMode::Money || rollups.lens().overlaps == Overlaps::Overlap)
        return std::nullopt;
    const auto figure = [&](Measure measure) { return rollups.figure(*group, measure, kNoLayer, options.period); };
    return FlowBalance{sum(figure(Measure::Revenue), figure(Measure::CapitalIn)),
                       sum(figure(Measure::Spend), figure(Measure::CapitalOut))};
}

std::vector<BalanceTie> tiesOf(const FlowFigure& figure, const std::vector<bool>& isOfGroup)
{
    std::vector<std::int64_t> over(figure.nodes.size(), 0);
    for (const FlowLink& link : figure.links) {
        over[link.source] += link.amount;
        over[link.target] -= link.amount;
    }
    const std::int64_t rest = figure.balance ? figure.balance->rest() : 0;
    std::vector<BalanceTie> ties;
    for (std::uint32_t node = 0; node < figure.nodes.size(); ++node)
        if (const std::int64_t part = rest > 0 ? over[node] : -over[node]; isOfGroup[node] && part > 0)
            ties.push_back({node, part});
    std::sort(ties.begin(), ties.end(), [&](const BalanceTie& a, const BalanceTie& b) {
        return a.amount != b.amount ? a.amount > b.amount : figure.nodes[a.node].id < figure.nodes[b.node].id;
    });
    std::int64_t open = sizeOf(rest);
    std::size_t used = 0;
    while (used < ties.size() && open > 0) {
        ties[used].amount = std::min(ties[used].amount, open);
        open -= ties[used++].amount;
    }
    ties.resize(open > 0 ? 0 : used);
    return ties;
}

QString restText(const FlowBalance& balance, HiddenStyle style)
{
    return boundedText(sizeOf(balance.rest()), balance.hidden(), Unit::Money, style);
}

QString balanceWords(const FlowBalance& balance, const QString& name)
{
    const auto side = [](const Figure& figure) {
        return figure == Figure{} ? moneyText(Cents{0}) : figureText(figure, Unit::Money);
    };
    const QString in = side(balance.comesIn);
    const QString out = side(balance.goesOut);
    if (balance.rest() == 0)
        return FigureWords::tr("%1, of the deals in this chain: %2 comes in, %3 goes out.").arg(name, in, out);
    const QString rest = restText(balance, HiddenStyle::Brackets);
    return balance.rest() > 0
               ? FigureWords::tr("%1, of the deals in this chain: %2 comes in, %3 goes out; left over: %4.")
                     .arg(name, in, out, rest)
               : FigureWords::tr("%1, of the deals in this chain: %2 comes in, %3 goes out; still to be found: %4.")
                     .arg(name, in, out, rest);
}

} // namespace ochain
