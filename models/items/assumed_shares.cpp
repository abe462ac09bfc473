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

double AssumedShares::of(Group group) const
{
    if (!m_isCounted)
        countAll();
    const Count& counted = count(group);
    return counted.deals == 0 ? 0.0 : static_cast<double>(counted.assumed) / counted.deals;
}

AssumedShares::Count& AssumedShares::count(Group group) const
{
    std::vector<Count>& counts = group.kind == Group::Kind::Node ? m_nodes : m_tiers;
    if (counts.size() <= group.row)
        counts.resize(group.row + 1);
    return counts[group.row];
}

AssumedShares::Counted AssumedShares::now(DealId deal) const
{
    const Chain& chain = m_document.chain();
    if (!chain.deals().isAlive(deal) || !m_document.rollups().deal(chain, deal).counts)
        return {};
    const Deal& row = chain.deals()[deal];
    return {row.supplier, row.customer, row.basis == Basis::Assumed};
}

void AssumedShares::add(const Counted& deal, int sign, std::vector<Group>* touched) const
{
    if (!deal.supplier.isSet())
        return;
    std::vector<Group> ofSupplier, ofCustomer;
    groupsOf(m_document.chain(), deal.supplier, ofSupplier);
    groupsOf(m_document.chain(), deal.customer, ofCustomer);
    addCrossed(ofSupplier, ofCustomer, deal.isAssumed, sign, touched);
}

/// Counts a deal in the groups of which one of its ends is inside and the other is not.
void AssumedShares::addCrossed(const std::vector<Group>& ofSupplier, const std::vector<Group>& ofCustomer,
                               bool isAssumed, int sign, std::vector<Group>* touched) const
{
    m_crossed.clear();
    std::set_symmetric_difference(ofSupplier.begin(), ofSupplier.end(), ofCustomer.begin(), ofCustomer.end(),
                                  std::back_inserter(m_crossed));
    for (const Group group : m_crossed) {
        Count& counted = count(group);
        counted.deals += sign;
        counted.assumed += isAssumed ? sign : 0;
    }
    if (touched != nullptr)
        touched->insert(touched->end(), m_crossed.begin(), m_crossed.end());
}

void AssumedShares::countAll() const
{
    const Chain& chain = m_document.chain();
    m_nodes.assign(chain.slotCount(Table::Nodes), {});
    m_tiers.assign(chain.slotCount(Table::Tiers), {});
    m_deals.assign(chain.slotCount(Table::Deals), {});
    std::vector<std::vector<Group>> groups(chain.slotCount(Table::Nodes)); // each node has many deals
    const auto groupsIn = [&](NodeId node) -> const std::vector<Group>& {
        std::vector<Group>& known = groups[node.value];
        if (known.empty())
            groupsOf(chain, node, known);
        return known;
    };
    for (std::uint32_t row = 0; row < m_deals.size(); ++row) {
        const Counted& deal = m_deals[row] = now(DealId{row});
        if (deal.supplier.isSet())
            addCrossed(groupsIn(deal.supplier), groupsIn(deal.customer), deal.isAssumed, 1, nullptr);
    }
    m_isCounted = true;
}

std::optional<std::vector<Group>> AssumedShares::follow(const Changed& changed)
{
    std::vector<Group> touched;
    if (!m_isCounted)
        return touched;
    const Chain& chain = m_document.chain();
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
    if (m_deals.size() < chain.slotCount(Table::Deals))
        m_deals.resize(chain.slotCount(Table::Deals));
    for (const DealId deal : changed.deals) {
        Counted& was = m_deals[deal.value];
        const Counted is = now(deal);
        if (was.supplier == is.supplier && was.customer == is.customer && was.isAssumed == is.isAssumed)
            continue;
        add(was, -1, &touched);
        add(is, 1, &touched);
        was = is;
    }
    return touched;
}

} // namespace ochain
