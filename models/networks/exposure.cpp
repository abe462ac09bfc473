// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/exposure.h"

#include "networks/reach.h"
#include "networks/shares.h"

#include <algorithm>
#include <tuple>

namespace ochain {

namespace {

void addOutside(ExposureSide& side)
{
    if (side.whole && side.whole->cents > side.inChain)
        side.rows.push_back({NodeId(), side.whole->cents - side.inChain, BasisPoints(), 0});
}

/// Shares and concentration of the rows as they are.
void weigh(ExposureSide& side)
{
    std::vector<std::int64_t> amounts;
    for (const ExposureRow& row : side.rows)
        amounts.push_back(row.cents);
    const std::vector<BasisPoints> shares = sharesOf(amounts);
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        side.rows[i].share = shares[i];
        sum += amounts[i];
    }
    if (sum == 0)
        return;
    side.concentration = Concentration{0, herfindahlOf(amounts, sum)};
    if (!side.rows.back().party.isSet())
        amounts.pop_back();
    side.concentration->least = herfindahlOf(amounts, sum);
}

void sortRows(std::vector<ExposureRow>& rows)
{
    std::sort(rows.begin(), rows.end(), [](const ExposureRow& a, const ExposureRow& b) {
        return std::tuple(-a.cents, a.party) < std::tuple(-b.cents, b.party);
    });
}

/// Shares of what each party passes on: spend, by the larger of what comes in and what is spent.
PassingNetwork passingOf(const MoneyNetwork& network)
{
    std::vector<std::int64_t> spent(network.parties.size(), 0);
    PassingNetwork passing;
    passing.wholes.assign(network.parties.size(), 0);
    for (const MoneyArc& arc : network.arcs) {
        passing.wholes[arc.payee] += arc.cents; // revenue and capital in
        if (arc.dealClass != DealClass::Trade)
            continue;
        spent[arc.payer] += arc.cents;
        passing.links.push_back({arc.payer, arc.payee, arc.cents});
    }
    for (std::size_t i = 0; i < spent.size(); ++i)
        passing.wholes[i] = std::max(passing.wholes[i], spent[i]);
    return passing;
}

LookThrough lookThroughFrom(const MoneyNetwork& network, NodeId node, PartyPlace start, const Arrivals& reach)
{
    LookThrough result;
    result.node = node;
    result.residual = reach.residual;
    result.iterations = reach.iterations;
    result.returns = std::max(0.0, reach.amounts[start] - 1);
    for (const MoneyArc& arc : network.arcs)
        if (arc.dealClass == DealClass::Trade && reach.amounts[arc.payer] > 0)
            result.undisclosed += arc.undisclosed;
    for (PartyPlace place = 0; place < reach.amounts.size(); ++place)
        if (place != start && reach.amounts[place] > 0)
            result.rows.push_back({network.parties[place], reach.amounts[place]});
    std::sort(result.rows.begin(), result.rows.end(), [](const ReachedParty& a, const ReachedParty& b) {
        return std::tuple(-a.amount, a.party) < std::tuple(-b.amount, b.party);
    });
    for (const std::vector<std::uint32_t>& group : reach.closedGroups) {
        std::vector<NodeId>& parties = result.closedGroups.emplace_back();
        for (const std::uint32_t place : group)
            parties.push_back(network.parties[place]);
    }
    return result;
}

} // namespace

Exposure exposureOf(const Snapshot& snapshot, const NetworkScope& scope, const MoneyNetwork& network)
{
    Exposure exposure;
    exposure.node = scope.lookedAt;
    const std::optional<PartyPlace> place = network.placeOf(scope.lookedAt);
    for (const MoneyArc& arc : network.arcs) {
        const bool isRevenue = arc.payee == place;
        if (arc.dealClass != DealClass::Trade || (!isRevenue && arc.payer != place))
            continue;
        ExposureSide& side = isRevenue ? exposure.customers : exposure.suppliers;
        const NodeId other = network.parties[isRevenue ? arc.payer : arc.payee];
        side.rows.push_back({other, arc.cents, BasisPoints(), arc.undisclosed});
        side.inChain += arc.cents;
        side.undisclosed += arc.undisclosed;
    }
    exposure.customers.whole = wholeOf(snapshot.chain, scope.lens, scope.lookedAt, WholeOf::Revenue, scope.period);
    exposure.suppliers.whole = wholeOf(snapshot.chain, scope.lens, scope.lookedAt, WholeOf::Cost, scope.period);
    for (ExposureSide* side : {&exposure.customers, &exposure.suppliers}) {
        sortRows(side->rows);
        addOutside(*side);
        weigh(*side);
    }
    return exposure;
}

bool LookThrough::isClosed() const noexcept
{
    return std::any_of(closedGroups.begin(), closedGroups.end(), [this](const std::vector<NodeId>& group) {
        return std::binary_search(group.begin(), group.end(), node);
    });
}

std::optional<LookThrough> lookThroughOf(const MoneyNetwork& network, NodeId node, std::optional<int> tiers,
                                         const Progress& progress)
{
    LookThrough none;
    none.node = node;
    none.tiers = tiers;
    const std::optional<PartyPlace> start = network.placeOf(node);
    if (!start)
        return none;
    const PassingNetwork passing = passingOf(network);
    const std::optional<Arrivals> reach =
        tiers ? reachFrom(passing, *start, *tiers, progress) : reachFrom(passing, *start, progress);
    if (!reach)
        return std::nullopt;
    LookThrough result = lookThroughFrom(network, node, *start, *reach);
    result.tiers = tiers;
    return result;
}

} // namespace ochain
