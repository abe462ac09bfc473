// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/assumed_shares.h"

#include <algorithm>
#include <iterator>

namespace ochain {

namespace {

/// Every group a node belongs to, sorted.
void groupsOf(const Chain& chain, NodeId end, std::vector<Group>& groups)
{
    groups.clear();
    forEachGroupOf(chain, end, [&groups](Group group) { groups.push_back(group); });
    std::sort(groups.begin(), groups.end());
}

} // namespace

AssumedShares::AssumedShares(const Document& document, QObject* parent)
    : QObject(parent), m_document(document), m_work(document)
{}

AssumedShares::~AssumedShares() = default;

double AssumedShares::of(Group group)
{
    if (!m_isCounted && !m_work.isWanted()) {
        if (m_document.chain().deals().size() <= m_mostAtOnce) {
            m_all = *countAll(m_document.viewed().chain, m_document.viewed().rollups, {});
            m_isCounted = true;
        } else {
            m_work.start([](const Snapshot& now,
                            const Progress& progress) { return countAll(now.chain, now.rollups, progress); },
                         [this](All all) {
                             m_all = std::move(all);
                             m_isCounted = true;
                             emit counted();
                         });
        }
    }
    if (!m_isCounted)
        return 0.0;
    const Count& counted = m_all.count(group);
    return counted.deals == 0 ? 0.0 : static_cast<double>(counted.assumed) / counted.deals;
}

void AssumedShares::forget()
{
    m_work.cancel();
    m_isCounted = false;
}

AssumedShares::Count& AssumedShares::All::count(Group group)
{
    std::vector<Count>& counts = group.kind == Group::Kind::Node ? nodes : tiers;
    if (counts.size() <= group.row)
        counts.resize(group.row + 1);
    return counts[group.row];
}

AssumedShares::Counted AssumedShares::countedOf(const Chain& chain, const Rollups& rollups, DealId deal)
{
    if (!chain.deals().isAlive(deal) || !rollups.counts(chain, deal))
        return {};
    const Deal& row = chain.deals()[deal];
    return {row.supplier, row.customer, row.basis == Basis::Assumed};
}

void AssumedShares::add(const Counted& deal, int sign, std::vector<Group>& touched)
{
    if (!deal.supplier.isSet())
        return;
    std::vector<Group> ofSupplier, ofCustomer;
    groupsOf(m_document.viewed().chain, deal.supplier, ofSupplier);
    groupsOf(m_document.viewed().chain, deal.customer, ofCustomer);
    m_all.addCrossed(ofSupplier, ofCustomer, deal.isAssumed, sign);
    touched.insert(touched.end(), m_all.crossed.begin(), m_all.crossed.end());
}

/// Counts a deal in the groups of which one of its ends is inside and the other is not.
void AssumedShares::All::addCrossed(const std::vector<Group>& ofSupplier, const std::vector<Group>& ofCustomer,
                                    bool isAssumed, int sign)
{
    crossed.clear();
    std::set_symmetric_difference(ofSupplier.begin(), ofSupplier.end(), ofCustomer.begin(), ofCustomer.end(),
                                  std::back_inserter(crossed));
    for (const Group group : crossed) {
        Count& counted = count(group);
        counted.deals += sign;
        counted.assumed += isAssumed ? sign : 0;
    }
}

std::optional<AssumedShares::All> AssumedShares::countAll(const Chain& chain, const Rollups& rollups,
                                                          const Progress& progress)
{
    constexpr std::uint32_t kCountedBetween = 4'096; // two questions whether to go on
    All all;
    all.nodes.resize(chain.slotCount(Table::Nodes));
    all.tiers.resize(chain.slotCount(Table::Tiers));
    all.deals.resize(chain.slotCount(Table::Deals));
    std::vector<std::vector<Group>> groups(chain.slotCount(Table::Nodes)); // each node has many deals
    const auto groupsIn = [&](NodeId node) -> const std::vector<Group>& {
        std::vector<Group>& known = groups[node.value];
        if (known.empty())
            groupsOf(chain, node, known);
        return known;
    };
    for (std::uint32_t row = 0; row < all.deals.size(); ++row) {
        if (row % kCountedBetween == 0 && progress && !progress(0))
            return std::nullopt;
        const Counted deal = all.deals[row] = countedOf(chain, rollups, DealId{row});
        if (deal.supplier.isSet())
            all.addCrossed(groupsIn(deal.supplier), groupsIn(deal.customer), deal.isAssumed, 1);
    }
    return all;
}

std::optional<std::vector<Group>> AssumedShares::follow(const Changed& changed)
{
    std::vector<Group> touched;
    if (!m_isCounted)
        return touched;
    const auto [chain, rollups] = m_document.viewed();
    if (changed.everything || changed.movesNodes) {
        m_isCounted = false;
        return std::nullopt;
    }
    // A node that is gone cannot be asked any more which groups its deals were counted in; the rollups know which
    // moved.
    const bool isNodeGone = std::any_of(changed.rows.begin(), changed.rows.end(), [&chain](RowRef ref) {
        return ref.table == Table::Nodes && !chain.isAlive(ref);
    });
    if (isNodeGone) {
        m_isCounted = false;
        for (const Changed::Item& item : changed.items)
            touched.push_back(item.group);
        return touched;
    }
    if (m_all.deals.size() < chain.slotCount(Table::Deals))
        m_all.deals.resize(chain.slotCount(Table::Deals));
    for (const DealId deal : changed.deals) {
        Counted& was = m_all.deals[deal.value];
        const Counted is = countedOf(chain, rollups, deal);
        if (was.supplier == is.supplier && was.customer == is.customer && was.isAssumed == is.isAssumed)
            continue;
        add(was, -1, touched);
        add(is, 1, touched);
        was = is;
    }
    return touched;
}

} // namespace ochain
