// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/importance.h"

#include "networks/whole_company.h"

#include "chain/amount.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <future>
#include <map>
#include <span>
#include <thread>
#include <tuple>

namespace ochain {

namespace {

constexpr std::size_t kManyFirms = 64; ///< from here on a second thread pays
constexpr std::size_t kFirmsBetweenWords = 16;

Cents centsOf(double amount) noexcept
{
    return {std::llround(amount)};
}
BasisPoints lossOf(double left) noexcept
{
    return {static_cast<std::int32_t>(std::lround((1 - left) * kWhole.value))};
}

} // namespace

Importance::Importance(const Snapshot& snapshot, const NetworkScope& scope, const MoneyNetwork& network)
    : m_parties(network), m_undisclosed(network.parties.size()), m_trades(network.parties.size(), false)
{
    addFirms(snapshot, scope);
    addTrade();
    addWholes(snapshot, scope);
    m_rationing.emplace(m_rationed);
    for (std::uint32_t firm = 0; firm < m_rationing->firms(); ++firm)
        m_allSales += m_rationing->salesOf(firm);
}

/// A layer is a sector, and so is a tier in none: as where capacity is counted, those of one layer can stand in for one
/// another. What a layer supplies is essential, other goods are not.
void Importance::addFirms(const Snapshot& snapshot, const NetworkScope&)
{
    const Chain& chain = snapshot.chain;
    std::map<TierId, std::uint32_t> sectors;
    std::vector<bool> isLayer;
    for (const NodeId party : m_parties.parties) {
        const LayerNumber layer = chain.layerOf(party);
        const TierId tier = layer.isSet() ? chain.tierOf(layer) : chain.nodes()[party].tier;
        const auto [sector, isNew] = sectors.try_emplace(tier, static_cast<std::uint32_t>(sectors.size()));
        if (isNew)
            isLayer.push_back(layer.isSet());
        m_rationed.sectorOf.push_back(sector->second);
    }
    for (const bool essential : isLayer)
        m_rationed.classOf.emplace_back(isLayer.size(), essential ? InputClass::Essential : InputClass::Replaced);
    m_rationed.outsideSales.assign(m_parties.parties.size(), 0);
    m_rationed.outsidePurchases.assign(m_parties.parties.size(), 0);
}

void Importance::addTrade()
{
    for (const MoneyArc& arc : m_parties.arcs) {
        if (arc.dealClass != DealClass::Trade)
            continue;
        m_trades[arc.payer] = m_trades[arc.payee] = true;
        if (arc.cents > 0)
            m_rationed.links.push_back({arc.payee, arc.payer, static_cast<double>(arc.cents)});
        if (arc.undisclosed > 0) {
            m_undisclosed[arc.payer].push_back({arc.payee, arc.undisclosed});
            m_undisclosed[arc.payee].push_back({arc.payer, arc.undisclosed});
            m_rationed.openInputs.emplace_back(arc.payer, m_rationed.sectorOf[arc.payee]);
        }
    }
    std::sort(m_rationed.openInputs.begin(), m_rationed.openInputs.end());
    m_rationed.openInputs.erase(std::unique(m_rationed.openInputs.begin(), m_rationed.openInputs.end()),
                                m_rationed.openInputs.end());
}

/// What a metric gives beyond the deals of the chain is bought and sold outside it, where nothing fails.
void Importance::addWholes(const Snapshot& snapshot, const NetworkScope& scope)
{
    std::vector<double> sold(m_parties.parties.size(), 0), bought(m_parties.parties.size(), 0);
    for (const SalesLink& link : m_rationed.links) {
        sold[link.seller] += link.amount;
        bought[link.buyer] += link.amount;
    }
    for (std::size_t firm = 0; firm < m_parties.parties.size(); ++firm) {
        const auto outside = [&](WholeOf what, double inside) {
            const std::optional<WholeOfCompany> whole =
                wholeOf(snapshot.chain, scope.lens, m_parties.parties[firm], what, scope.period);
            m_wholesKnown += whole ? 1 : 0;
            return whole ? std::max(0.0, static_cast<double>(whole->cents) - inside) : 0.0;
        };
        m_rationed.outsideSales[firm] = outside(WholeOf::Revenue, sold[firm]);
        m_rationed.outsidePurchases[firm] = outside(WholeOf::Cost, bought[firm]);
    }
}

FailureCost Importance::costOf(NodeId party)
{
    const std::optional<PartyPlace> place = m_parties.placeOf(party);
    FailureCost none;
    none.node = party;
    return place ? costOf(*place, *m_rationing) : none;
}

FailureCost Importance::costOf(std::uint32_t firm, Rationing& rationing) const
{
    const RationingState& state = rationing.fail(std::span(&firm, 1));
    double lost = 0;
    std::vector<std::uint32_t> fallen(rationing.fallen());
    std::sort(fallen.begin(), fallen.end()); // so that the sum does not hang on who fell first
    for (const std::uint32_t each : fallen)
        lost += rationing.salesOf(each) * (1 - state.leftOf(each));
    double exposed = 0;
    FailureCost cost;
    std::vector<std::uint32_t> partners;
    for (const Undisclosed& with : m_undisclosed[firm]) {
        cost.unresolved += with.deals;
        partners.push_back(with.partner);
    }
    std::sort(partners.begin(), partners.end());
    partners.erase(std::unique(partners.begin(), partners.end()),
                   partners.end()); // who buys from it may sell to it too
    for (const std::uint32_t partner : partners)
        exposed += rationing.salesOf(partner) * state.leftOf(partner);
    cost.node = m_parties.parties[firm];
    cost.impact = centsOf(lost);
    cost.exposure = centsOf(exposed);
    if (m_allSales > 0)
        cost.share = lossOf(1 - lost / m_allSales);
    cost.iterations = state.iterations;
    cost.residual = state.residual;
    return cost;
}

std::optional<std::vector<FailureCost>> Importance::ranking(const Progress& progress)
{
    std::vector<std::uint32_t> firms;
    for (std::uint32_t firm = 0; firm < m_trades.size(); ++firm)
        if (m_trades[firm])
            firms.push_back(firm);
    std::vector<FailureCost> costs(firms.size());
    std::atomic<bool> goesOn = true;
    // Each thread takes every so manieth: those that cost most to fail often stand together.
    const auto run = [&](std::size_t first, std::size_t step, Rationing& rationing, const Progress& asked) {
        for (std::size_t i = first; i < firms.size() && goesOn; i += step) {
            if (asked && (i / step) % kFirmsBetweenWords == 0 &&
                !asked(static_cast<double>(i) / static_cast<double>(firms.size())))
                goesOn = false;
            else
                costs[i] = costOf(firms[i], rationing);
        }
    };
    if (firms.size() < kManyFirms || std::thread::hardware_concurrency() < 2) {
        run(0, 1, *m_rationing, progress);
    } else {
        std::future<void> second = std::async(std::launch::async, [&] {
            Rationing own(*m_rationing);
            run(1, 2, own, {});
        });
        Rationing own(*m_rationing);
        run(0, 2, own, progress);
        second.get();
    }
    if (!goesOn)
        return std::nullopt;
    std::stable_sort(costs.begin(), costs.end(), [](const FailureCost& a, const FailureCost& b) {
        return std::tie(a.impact, a.exposure, a.unresolved) > std::tie(b.impact, b.exposure, b.unresolved);
    });
    return costs;
}

std::vector<FallenFirm> Importance::fallenWith(NodeId party)
{
    std::vector<FallenFirm> fallen;
    const std::optional<PartyPlace> place = m_parties.placeOf(party);
    if (!place)
        return fallen;
    const std::uint32_t failed = *place;
    const RationingState& state = m_rationing->fail(std::span(&failed, 1));
    for (const std::uint32_t firm : m_rationing->fallen()) {
        const FallenFirm line{m_parties.parties[firm], centsOf(m_rationing->salesOf(firm) * (1 - state.leftOf(firm))),
                              lossOf(state.down[firm]), lossOf(state.up[firm])};
        if (line.lost.value > 0 || firm == failed)
            fallen.push_back(line);
    }
    std::sort(fallen.begin(), fallen.end(), [](const FallenFirm& a, const FallenFirm& b) {
        return std::tie(b.lost, a.node) < std::tie(a.lost, b.node);
    });
    return fallen;
}

} // namespace ochain
