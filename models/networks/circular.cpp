// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/circular.h"

#include "chain/amount.h"
#include "networks/circulation.h"

#include <algorithm>
#include <tuple>

namespace ochain {

namespace {

CircularRing circularRing(const MoneyNetwork& network, const MoneyNetwork& firm, const Ring& ring)
{
    CircularRing circular;
    circular.cents = ring.cents;
    circular.firmCents = ring.cents;
    for (const std::uint32_t each : ring.arcs) {
        const MoneyArc& arc = network.arcs[each];
        const NodeId payer = network.parties[arc.payer];
        const MoneyArc* const bound = firm.find(payer, network.parties[arc.payee], arc.dealClass);
        RingStep& step = circular.steps.emplace_back();
        step = {payer, arc.dealClass, arc.cents, bound == nullptr ? 0 : bound->cents, {}};
        const std::span<const DealId> deals = network.dealsOf(arc).first(arc.dealCount - arc.undisclosed);
        step.deals.assign(deals.begin(), deals.end());
        circular.firmCents = std::min(circular.firmCents, step.firmCents);
    }
    const auto isLessCapital = [](const RingStep& a, const RingStep& b) {
        return std::tuple(a.dealClass == DealClass::Capital, a.cents) <
               std::tuple(b.dealClass == DealClass::Capital, b.cents);
    };
    std::rotate(circular.steps.begin(), std::max_element(circular.steps.begin(), circular.steps.end(), isLessCapital),
                circular.steps.end());
    return circular;
}

BasisPoints shareOf(std::int64_t amount, std::int64_t whole)
{
    return {static_cast<std::int32_t>((Wide{amount} * kWhole.value * 2 + whole) / (Wide{whole} * 2))};
}

/// Trade and capital from one party to another as one flow.
std::vector<FlowArc> flowsOf(const MoneyNetwork& network)
{
    std::vector<FlowArc> flows;
    for (const MoneyArc& arc : network.arcs) {
        if (!flows.empty() && flows.back().from == arc.payer && flows.back().to == arc.payee)
            flows.back().cents += arc.cents;
        else
            flows.push_back({arc.payer, arc.payee, arc.cents});
    }
    return flows;
}

void addCirculation(const MoneyNetwork& network, CircularMoney& money)
{
    const std::vector<FlowArc> flows = flowsOf(network);
    const Circulation circulation = circulationOf(flows, static_cast<std::uint32_t>(network.parties.size()));
    money.gross = circulation.gross;
    money.round = circulation.round;
    money.outside = circulation.outside;
    std::vector<CircularShare> shares(network.parties.size());
    for (std::size_t i = 0; i < flows.size(); ++i) {
        shares[flows[i].to].inflow += flows[i].cents;
        shares[flows[i].to].round += circulation.roundBy[i];
    }
    for (std::size_t place = 0; place < shares.size(); ++place) {
        CircularShare& share = shares[place];
        share.node = network.parties[place];
        if (share.round == 0)
            continue;
        share.share = shareOf(share.round, share.inflow);
        money.shares.push_back(share);
    }
    std::sort(money.shares.begin(), money.shares.end(), [](const CircularShare& a, const CircularShare& b) {
        return std::tuple(-a.share, a.node) < std::tuple(-b.share, b.node);
    });
}

} // namespace

std::vector<RingArc> ringArcsOf(const MoneyNetwork& network)
{
    std::vector<RingArc> arcs;
    arcs.reserve(network.arcs.size());
    for (const MoneyArc& arc : network.arcs)
        arcs.push_back({arc.payer, arc.payee, arc.dealClass == DealClass::Capital, arc.cents});
    return arcs;
}

std::optional<CircularMoney> circularMoneyOf(const Snapshot& snapshot, const NetworkScope& scope,
                                             const MoneyNetwork& network, const RingLimits& limits,
                                             const Progress& progress)
{
    NetworkScope firmScope = scope;
    firmScope.lens.commitments = Commitments::Firm;
    const std::optional<MoneyNetwork> firm = moneyNetworkOf(snapshot, firmScope, part(progress, 0, 0.4));
    if (!firm)
        return std::nullopt;
    const std::optional<Rings> rings = largestRings(
        ringArcsOf(network), static_cast<std::uint32_t>(network.parties.size()), limits, part(progress, 0.4, 0.9));
    if (!rings)
        return std::nullopt;
    CircularMoney money;
    money.length = limits.length;
    money.isCut = rings->isCut;
    for (const Ring& ring : rings->rings)
        money.rings.push_back(circularRing(network, *firm, ring));
    for (const MoneyArc& arc : network.arcs)
        money.undisclosed += arc.undisclosed;
    if (progress && !progress(0.9))
        return std::nullopt;
    addCirculation(network, money);
    return money;
}

} // namespace ochain
