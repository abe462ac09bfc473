// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/ownership.h"

#include "chain/amount.h"
#include "networks/shares.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace ochain {

namespace {

bool isHolding(const Stake& stake) noexcept
{
    return stake.isHeld && !stake.share.isAbsent() && stake.share.value > 0;
}

std::vector<std::vector<NodeId>> nodesOf(const std::vector<std::vector<std::uint32_t>>& groups)
{
    std::vector<std::vector<NodeId>> all;
    for (const std::vector<std::uint32_t>& group : groups) {
        std::vector<NodeId>& nodes = all.emplace_back();
        for (const std::uint32_t row : group)
            nodes.push_back(NodeId{row});
    }
    return all;
}

/// Shares of the parts that end with each owner, and the rows in their order.
void finishRows(std::vector<OwnershipRow>& rows, const std::vector<double>& ending)
{
    const std::vector<BasisPoints> economic = sharesOf(ending);
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].economic = economic[i];
    std::sort(rows.begin(), rows.end(), [](const OwnershipRow& a, const OwnershipRow& b) {
        return std::tuple(-a.economic, -a.direct, a.owner) < std::tuple(-b.economic, -b.direct, b.owner);
    });
}

} // namespace

Holdings::Holdings(const Chain& chain, std::span<const Stake> stakes)
    : m_stakes(stakes.begin(), stakes.end()), m_passed(chain.nodes().slotCount(), 0)
{
    for (const Stake& stake : m_stakes) {
        if (!isHolding(stake))
            continue;
        m_passed[stake.entity.value] += stake.share.value;
        m_network.links.push_back({stake.entity.value, stake.owner.value, stake.share.value});
    }
    for (const std::int64_t passed : m_passed)
        m_network.wholes.push_back(std::max<std::int64_t>(kWhole.value, passed));
}

std::vector<NodeId> Holdings::entities() const
{
    std::vector<NodeId> found;
    for (const Stake& stake : m_stakes)
        found.push_back(stake.entity);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

/// Who controls an entity, who controls those, and so on; by node.
std::vector<bool> Holdings::controllersOf(NodeId entity) const
{
    std::vector<bool> isControlling(m_passed.size(), false);
    std::vector<NodeId> open{entity};
    for (std::size_t i = 0; i < open.size(); ++i)
        for (const Stake& stake : m_stakes)
            if (stake.isControl && stake.isHeld && stake.entity == open[i] && !isControlling[stake.owner.value]) {
                isControlling[stake.owner.value] = true;
                open.push_back(stake.owner);
            }
    return isControlling;
}

void Holdings::addRows(const Arrivals& reach, Ownership& ownership, std::vector<double>& ending) const
{
    const std::uint32_t entity = ownership.entity.value;
    const std::vector<bool> isControlling = controllersOf(ownership.entity);
    std::vector<bool> isClosed(m_passed.size(), false);
    for (const std::vector<std::uint32_t>& group : reach.closedGroups)
        for (const std::uint32_t row : group)
            isClosed[row] = true;
    for (std::uint32_t row = 0; row < m_passed.size(); ++row) {
        const std::int64_t kept =
            isClosed[row] ? kWhole.value : std::max<std::int64_t>(0, kWhole.value - m_passed[row]);
        const bool isAllNamed = row == entity && kept == 0;
        if ((reach.amounts[row] <= 0 || isAllNamed) && !isControlling[row])
            continue;
        ending.push_back(reach.amounts[row] * static_cast<double>(kept) / kWhole.value);
        OwnershipRow& added = ownership.rows.emplace_back();
        added.owner = NodeId{row};
        added.reaching = {static_cast<std::int32_t>(std::lround(std::min(reach.amounts[row], 1e5) * kWhole.value))};
        added.isHeld = m_passed[row] > 0;
        added.isControlling = isControlling[row];
    }
}

std::optional<Ownership> Holdings::of(NodeId entity, const Progress& progress) const
{
    const std::optional<Arrivals> reach = reachFrom(m_network, entity.value, progress);
    if (!reach)
        return std::nullopt;
    Ownership ownership;
    ownership.entity = entity;
    ownership.residual = reach->residual;
    ownership.closedGroups = nodesOf(reach->closedGroups);
    for (std::uint32_t row = 0; row < m_passed.size(); ++row)
        if (reach->amounts[row] > 0 && m_passed[row] > kWhole.value)
            ownership.overstated.push_back(NodeId{row});
    std::vector<double> ending;
    addRows(*reach, ownership, ending);
    for (const Stake& stake : m_stakes) {
        if (stake.entity != entity)
            continue;
        if (!stake.isHeld)
            ownership.notHeld.push_back(stake);
        const auto owner = std::find_if(ownership.rows.begin(), ownership.rows.end(),
                                        [&](const OwnershipRow& row) { return row.owner == stake.owner; });
        if (isHolding(stake) && owner != ownership.rows.end())
            owner->direct += stake.share;
    }
    finishRows(ownership.rows, ending);
    return ownership;
}

} // namespace ochain
