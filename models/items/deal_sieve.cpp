// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/deal_sieve.h"

#include "chain/group.h"

#include <algorithm>

namespace ochain {

namespace {

bool isNodeIn(const std::vector<bool>& nodes, NodeId node)
{
    return node.value < nodes.size() && nodes[node.value];
}

} // namespace

bool DealsWanted::asksForPeriod() const
{
    return std::any_of(terms.begin(), terms.end(),
                       [](const FilterTerm& term) { return DealKeys::isOfPeriod(term.column); });
}

DealSieve::DealSieve(const DealKeys& keys, const DealsWanted& wanted, const GoesOn& goesOn)
    : m_chain(&keys.chain()), m_filter(keys, wanted.terms, goesOn), m_only(wanted.only)
{
    if (m_only && m_chain->isAlive(*m_only))
        if (const std::optional<Group> group = Group::of(*m_only))
            m_nodes = membersOf(*m_chain, *group);
}

bool DealSieve::accepts(DealId deal) const
{
    if (!m_chain->deals().isAlive(deal))
        return false;
    const Deal& row = m_chain->deals()[deal];
    return (!m_only || isAbout(deal, row)) && m_filter.accepts(deal, row);
}

bool DealSieve::isAbout(DealId deal, const Deal& row) const
{
    if (m_only->table != Table::Deals)
        return isNodeIn(m_nodes, row.supplier) || isNodeIn(m_nodes, row.customer);
    const bool isPart = m_chain->isAlive(*m_only) && m_chain->deals()[DealId{m_only->row}].partOf == deal;
    return deal.value == m_only->row || row.partOf.value == m_only->row || isPart;
}

bool DealSieve::dependsOn(Table table) const noexcept
{
    const bool isOfNodes = m_only && (table == Table::Nodes || table == Table::Tiers);
    return isOfNodes || m_filter.dependsOn(table);
}

} // namespace ochain
