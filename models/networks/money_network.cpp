// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/money_network.h"

#include "chain/group.h"
#include "networks/parties.h"
#include "rollups/deal_reader.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>
#include <tuple>

namespace ochain {

namespace {

constexpr std::uint32_t kManyMoneyDeals = 20'000; ///< from here on a second thread pays
constexpr std::uint32_t kBetweenLooks = 4096;

/// A deal that pays, or would.
struct PaidDeal {
    NodeId payer, payee;
    DealClass dealClass = DealClass::Trade;
    bool isUndisclosed = false;
    DealId deal;
    std::int64_t cents = 0;

    [[nodiscard]] auto arc() const noexcept { return std::tie(payer, payee, dealClass); }
};

/// Reads a run of deals; each thread has one.
class PaidDealReader {
public:
    PaidDealReader(const Snapshot& snapshot, const NetworkScope& scope)
        : m_chain(snapshot.chain), m_scope(scope), m_isMember(membersLookedAt(snapshot.chain, scope.lookedAt)),
          m_parties(snapshot.chain, m_isMember),
          m_reader(snapshot.chain, snapshot.rollups, scope.lens) // with a book of its own, for which no thread waits
    {}

    [[nodiscard]] std::vector<PaidDeal> read(std::uint32_t first, std::uint32_t end, const Progress& progress)
    {
        for (std::uint32_t row = first; row < end; ++row) {
            if (row % kBetweenLooks == 0 && progress && !progress(static_cast<double>(row - first) / (end - first)))
                break;
            if (m_chain.deals().isAlive(DealId{row}))
                readDeal(DealId{row}, m_chain.deals()[DealId{row}]);
        }
        return std::move(m_paid);
    }

private:
    [[nodiscard]] static std::vector<bool> membersLookedAt(const Chain& chain, NodeId lookedAt)
    {
        return lookedAt.isSet() ? membersOf(chain, Group::of(lookedAt)) : std::vector<bool>();
    }
    [[nodiscard]] NodeId partyOf(NodeId node)
    {
        return m_scope.lookedAt.isSet() && m_isMember[node.value] ? m_scope.lookedAt : m_parties.of(node);
    }
    void readDeal(DealId id, const Deal& deal)
    {
        const DealClass dealClass = m_chain.classOf(deal);
        if (dealClass != DealClass::Trade && dealClass != DealClass::Capital)
            return;
        const NodeId supplier = partyOf(deal.supplier);
        const NodeId customer = partyOf(deal.customer);
        if (supplier == customer)
            return;
        m_reader.moveTo(id);
        const Figure figure = m_reader.money(m_scope.period);
        if (figure.value <= 0 && figure.undisclosed == 0)
            return;
        const bool isTrade = dealClass == DealClass::Trade;
        m_paid.push_back({isTrade ? customer : supplier, isTrade ? supplier : customer, dealClass, figure.value <= 0,
                          id, std::max<std::int64_t>(figure.value, 0)});
    }

    const Chain& m_chain;
    const NetworkScope& m_scope;
    std::vector<bool> m_isMember;
    Parties m_parties;
    DealReader m_reader;
    std::vector<PaidDeal> m_paid;
};

std::vector<PaidDeal> paidDealsOf(const Snapshot& snapshot, const NetworkScope& scope, const Progress& progress)
{
    const auto rows = static_cast<std::uint32_t>(snapshot.chain.slotCount(Table::Deals));
    PaidDealReader reader(snapshot, scope);
    if (rows < kManyMoneyDeals || std::thread::hardware_concurrency() < 2)
        return reader.read(0, rows, progress);
    std::atomic<bool> goesOn = true;
    PaidDealReader other(snapshot, scope);
    auto second = std::async(std::launch::async,
                             [&] { return other.read(rows / 2, rows, [&goesOn](double) { return goesOn.load(); }); });
    std::vector<PaidDeal> all = reader.read(0, rows / 2, [&](double share) {
        goesOn = !progress || progress(share);
        return goesOn.load();
    });
    const std::vector<PaidDeal> rest = second.get();
    all.insert(all.end(), rest.begin(), rest.end());
    return all;
}

/// Puts the deals of each arc together.
MoneyNetwork networkOf(std::vector<PaidDeal> paid)
{
    std::sort(paid.begin(), paid.end(), [](const PaidDeal& a, const PaidDeal& b) {
        return std::tie(a.payer, a.payee, a.dealClass, a.isUndisclosed, a.deal) <
               std::tie(b.payer, b.payee, b.dealClass, b.isUndisclosed, b.deal);
    });
    MoneyNetwork network;
    for (const PaidDeal& each : paid) {
        network.parties.push_back(each.payer);
        network.parties.push_back(each.payee);
    }
    std::sort(network.parties.begin(), network.parties.end());
    network.parties.erase(std::unique(network.parties.begin(), network.parties.end()), network.parties.end());
    const PaidDeal* before = nullptr;
    for (const PaidDeal& each : paid) {
        if (before == nullptr || before->arc() != each.arc())
            network.arcs.push_back({*network.placeOf(each.payer), *network.placeOf(each.payee), each.dealClass, 0, 0,
                                    static_cast<std::uint32_t>(network.deals.size()), 0});
        MoneyArc& arc = network.arcs.back();
        arc.cents += each.cents;
        arc.undisclosed += each.isUndisclosed ? 1 : 0;
        ++arc.dealCount;
        network.deals.push_back(each.deal);
        before = &each;
    }
    return network;
}

} // namespace

std::optional<PartyPlace> MoneyNetwork::placeOf(NodeId party) const noexcept
{
    const auto found = std::lower_bound(parties.begin(), parties.end(), party);
    if (found == parties.end() || *found != party)
        return std::nullopt;
    return static_cast<PartyPlace>(found - parties.begin());
}

const MoneyArc* MoneyNetwork::find(NodeId payer, NodeId payee, DealClass dealClass) const noexcept
{
    const std::optional<PartyPlace> from = placeOf(payer);
    const std::optional<PartyPlace> to = placeOf(payee);
    if (!from || !to)
        return nullptr;
    const auto wanted = std::tuple(*from, *to, dealClass);
    const auto placeOfArc = [](const MoneyArc& arc) { return std::tuple(arc.payer, arc.payee, arc.dealClass); };
    const auto found = std::lower_bound(arcs.begin(), arcs.end(), wanted, [&](const MoneyArc& arc, const auto& other) {
        return placeOfArc(arc) < other;
    });
    return found != arcs.end() && placeOfArc(*found) == wanted ? &*found : nullptr;
}

std::optional<MoneyNetwork> moneyNetworkOf(const Snapshot& snapshot, const NetworkScope& scope,
                                           const Progress& progress)
{
    bool goesOn = true;
    const Progress watched = [&](double share) {
        goesOn = goesOn && (!progress || progress(share));
        return goesOn;
    };
    std::vector<PaidDeal> paid = paidDealsOf(snapshot, scope, watched);
    if (!goesOn)
        return std::nullopt;
    return networkOf(std::move(paid));
}

} // namespace ochain
