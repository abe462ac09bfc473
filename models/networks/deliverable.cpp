// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/deliverable.h"

#include "networks/supply_order.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace ochain {

namespace {

constexpr double kUnconstrained = std::numeric_limits<double>::infinity();
constexpr std::uint64_t kSweepsBetweenWords = 64;

/// To the whole kilowatt, half to even.
Kilowatts rounded(double kilowatts) noexcept
{
    return {static_cast<std::int64_t>(std::nearbyint(kilowatts))};
}

} // namespace

DeliverableCapacity::DeliverableCapacity(SupplyLinks supply)
    : m_supply(std::move(supply)), m_supportable(m_supply.nodeSlots(), kUnconstrained),
      m_share(m_supply.nodeSlots(), 1.0)
{}

std::optional<DeliverableCapacity> DeliverableCapacity::compute(const Snapshot& snapshot, Period period,
                                                                const Progress& progress)
{
    constexpr double kLinksDone = 0.7; // of the time, in large chains
    std::optional<SupplyLinks> supply = SupplyLinks::of(snapshot, period, part(progress, 0, kLinksDone));
    if (!supply)
        return std::nullopt;
    DeliverableCapacity capacity(std::move(*supply));
    if (!capacity.settle(suppliersFirst(capacity.m_supply), part(progress, kLinksDone, 1)))
        return std::nullopt;
    return capacity;
}

/// Suppliers before those whom they supply; nodes that supply one another in a ring are gone through until none falls
/// any more. All begin with everything delivered, and nothing ever rises: what is reached is the greatest fixed point.
bool DeliverableCapacity::settle(const std::vector<std::vector<std::uint32_t>>& components, const Progress& progress)
{
    for (std::size_t i = 0; i < components.size(); ++i) {
        const std::vector<std::uint32_t>& members = components[i];
        double fall = 0;
        std::uint64_t sweeps = 0;
        do {
            if (progress && (i + sweeps) % kSweepsBetweenWords == 0 &&
                !progress(static_cast<double>(i) / static_cast<double>(components.size())))
                return false;
            fall = 0;
            for (const std::uint32_t row : members)
                fall = std::max(fall, evaluate(NodeId{row}));
            ++sweeps;
        } while (members.size() > 1 && fall >= kSettledKilowatts);
        m_sweeps = std::max(m_sweeps, sweeps);
        m_residual = std::max(m_residual, members.size() > 1 ? fall : 0.0);
    }
    return true;
}

/// @return by how many kilowatts what the node gives fell
double DeliverableCapacity::evaluate(NodeId node)
{
    double least = m_supportable[node.value]; // which never rises, whatever rounding does
    forEachLayerInto(m_supply, node, [&](LayerNumber, std::span<const std::uint32_t> places) {
        bool stands = false;
        double delivers = 0;
        for (const std::uint32_t place : places) {
            const SupplyLink& link = m_supply.links()[place];
            stands = stands || link.contracted.value > 0;
            delivers += deliveredBy(link);
        }
        if (stands)
            least = std::min(least, delivers);
    });
    m_supportable[node.value] = least;
    const auto given = static_cast<double>(m_supply.givenBy(node));
    if (least >= given)
        return 0;
    const double before = std::exchange(m_share[node.value], least / given);
    return given * (before - m_share[node.value]);
}

std::vector<DeliverableLayer> DeliverableCapacity::layersOf(NodeId node) const
{
    std::vector<DeliverableLayer> layers;
    forEachLayerInto(m_supply, node, [&](LayerNumber layer, std::span<const std::uint32_t> places) {
        DeliverableLayer line{node, layer};
        double delivers = 0;
        for (const std::uint32_t place : places) {
            line.contracted += m_supply.links()[place].contracted;
            delivers += deliveredBy(m_supply.links()[place]);
        }
        line.delivered = rounded(delivers);
        if (line.contracted.value > 0)
            layers.push_back(line);
    });
    const auto least = std::min_element(layers.begin(), layers.end(),
                                        [](const auto& a, const auto& b) { return a.delivered < b.delivered; });
    if (least == layers.end())
        return layers;
    least->binds = true;
    for (DeliverableLayer& line : layers)
        line.supportable = least->delivered;
    return layers;
}

std::vector<MissingSupply> DeliverableCapacity::missingOf(NodeId node) const
{
    std::vector<MissingSupply> missing;
    forEachLayerInto(m_supply, node, [&](LayerNumber layer, std::span<const std::uint32_t> places) {
        MissingSupply line{node, layer};
        for (const std::uint32_t place : places) {
            line.unscheduled += m_supply.links()[place].unscheduled;
            line.undisclosed += m_supply.links()[place].undisclosed;
        }
        if (line.unscheduled.value > 0 || line.undisclosed > 0)
            missing.push_back(line);
    });
    return missing;
}

std::optional<Kilowatts> DeliverableCapacity::supportable(NodeId node) const noexcept
{
    const double kilowatts = m_supportable[node.value];
    return kilowatts == kUnconstrained ? std::nullopt : std::optional(rounded(kilowatts));
}

Kilowatts DeliverableCapacity::contracted(DealId deal) const noexcept
{
    const SupplyLink* const link = m_supply.find(deal);
    return link == nullptr ? Kilowatts{0} : link->contracted;
}

Kilowatts DeliverableCapacity::delivered(DealId deal) const noexcept
{
    const SupplyLink* const link = m_supply.find(deal);
    return link == nullptr ? Kilowatts{0} : rounded(deliveredBy(*link));
}

std::vector<NodeId> DeliverableCapacity::upstreamOf(NodeId node) const
{
    std::vector<NodeId> found{node};
    std::vector<bool> isFound(m_supply.nodeSlots(), false);
    isFound[node.value] = true;
    for (std::size_t i = 0; i < found.size(); ++i) // grows on the way
        for (const std::uint32_t place : m_supply.into(found[i])) {
            const SupplyLink& link = m_supply.links()[place];
            if (isFound[link.supplier.value] || link.contracted.value == 0)
                continue;
            isFound[link.supplier.value] = true;
            found.push_back(link.supplier);
        }
    return found;
}

/// The supplier whose deals of a layer fall most short together; where none does, the one that supplies most.
NodeId DeliverableCapacity::weakestSupplier(NodeId node, LayerNumber layer, bool& fallsShort) const
{
    struct Supplied {
        double lacks = 0;
        std::int64_t contracted = 0;
    };
    std::map<NodeId, Supplied> suppliers;
    for (const std::uint32_t place : m_supply.into(node)) {
        const SupplyLink& link = m_supply.links()[place];
        if (link.layer != layer || link.contracted.value == 0)
            continue;
        Supplied& sum = suppliers[link.supplier];
        sum.lacks += static_cast<double>(link.contracted.value) - deliveredBy(link);
        sum.contracted += link.contracted.value;
    }
    const auto rank = [](const Supplied& each) { return std::pair(rounded(each.lacks), each.contracted); };
    const auto weakest = std::max_element(suppliers.begin(), suppliers.end(), [&rank](const auto& a, const auto& b) {
        return rank(a.second) < rank(b.second);
    });
    fallsShort = rounded(weakest->second.lacks).value > 0;
    return weakest->first;
}

std::vector<CriticalStep> DeliverableCapacity::criticalChain(NodeId node) const
{
    std::vector<CriticalStep> steps;
    std::vector<bool> isIn(m_supply.nodeSlots(), false);
    bool goesUp = true;
    for (NodeId at = node; at.isSet() && !isIn[at.value];) {
        isIn[at.value] = true;
        CriticalStep step{at, kNoLayer, {}};
        NodeId next;
        if (goesUp)
            for (const DeliverableLayer& line : layersOf(at))
                if (line.binds)
                    step.layer = line.layer;
        if (step.layer.isSet()) {
            next = weakestSupplier(at, step.layer, goesUp);
            for (const std::uint32_t place : m_supply.into(at)) {
                const SupplyLink& link = m_supply.links()[place];
                if (link.supplier == next && link.layer == step.layer && link.contracted.value > 0)
                    step.deals.push_back(link.deal);
            }
        }
        steps.push_back(std::move(step));
        at = next;
    }
    return steps;
}

} // namespace ochain
