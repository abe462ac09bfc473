// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kept_order.h"

#include "exact_order.h"
#include "exploration.h"
#include "lower_bound.h"
#include "order_search.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace ochain::layout {

namespace {

// Work without a budget, in steps of 2 to 5 ns: up to half a second for a small graph, where that finds the best order
// there is or one next to it; up to two seconds for a large one.
constexpr std::uint64_t kMostSteps = 300'000'000;
constexpr std::uint64_t kStepsForSize = 2500; ///< for each item and segment

constexpr std::uint64_t kStepsPerMicrosecond = 300;

/// A layout that follows another settles in much less; less than that would leave it to creep.
constexpr std::uint64_t kStepsToFollow = 20'000'000;

constexpr std::uint64_t kStepsToProve = 40'000'000;
constexpr std::uint64_t kStepsToProvePerMicrosecond = 50;
constexpr std::uint64_t kStepsToProveStable = 500'000;

/// The user's nodes of each column in the order they are wanted in, each named once.
Order usersOrder(const Layered& layered, const std::vector<std::vector<std::uint32_t>>& kept)
{
    Order order(layered.columns);
    std::vector<bool> named(layered.nodes, false);
    for (const std::vector<std::uint32_t>& list : kept) {
        for (const std::uint32_t node : list) {
            if (node >= layered.nodes || named[node])
                continue;
            named[node] = true;
            order[layered.column[node]].push_back(node);
        }
    }
    return order;
}

std::uint64_t defaultSteps(const Layered& layered, double effort)
{
    const std::uint64_t size = layered.items() * layered.right.arcs.size();
    const std::uint64_t steps = std::min(kMostSteps, kStepsForSize * size);
    return static_cast<std::uint64_t>(static_cast<double>(steps) * std::clamp(effort, 0.0, 1e6)) + 1;
}

/// Work that the search may take, or, with a budget, is expected to do in it.
std::uint64_t stepsToSearch(const Layered& layered, const Options& options, bool isFollowing)
{
    if (options.budget)
        return kStepsPerMicrosecond * static_cast<std::uint64_t>(std::max<std::int64_t>(options.budget->count(), 1));
    return std::max(isFollowing ? kStepsToFollow : 0, defaultSteps(layered, options.effort));
}

/// Items whose way may have to be found anew: waypoints of strands whose value changed or one of whose ends is pinned.
std::vector<char> looseItems(const Layered& layered, const Before& before, const Pins& pins)
{
    std::vector<char> isLoose(layered.items(), 0);
    for (std::uint32_t s = 0; s < layered.strands.size(); ++s) {
        const Strand& strand = layered.strands[s];
        if (!pins.isPinned(strand.source) && !pins.isPinned(strand.target) && !before.isChanged(s))
            continue;
        const std::uint32_t between = layered.column[strand.target] - layered.column[strand.source] - 1;
        for (std::uint32_t i = 0; i < between; ++i)
            isLoose[strand.waypoint + i] = 1;
    }
    return isLoose;
}

/// Adds the items that are missing where they cross least. All are joined to nothing before that: what is new must not
/// be held by what stands at the bottom only because it has no place yet. @return which they are
std::vector<std::uint32_t> addMissing(const Layered& layered, Order order, OrderSearch& search)
{
    std::vector<char> isThere(layered.items(), 0);
    for (const std::vector<std::uint32_t>& items : order) {
        for (const std::uint32_t item : items)
            isThere[item] = 1;
    }
    std::vector<std::uint32_t> rank = ranksOf(layered, order);
    std::vector<std::uint32_t> missing;
    for (std::uint32_t item = 0; item < layered.items(); ++item) {
        if (isThere[item] != 0)
            continue;
        order[layered.column[item]].push_back(item);
        missing.push_back(item);
    }
    search.setOrder(order);
    search.setRanks(std::move(rank));
    for (const std::uint32_t item : missing)
        search.takeOut(item);
    for (const std::uint32_t item : missing)
        search.putBack(item, 0.5);
    return missing;
}

/// Adds what is missing, obeys the pins and lets what may move find its best place; everything else stays in its order.
void insertTheRest(const Layered& layered, const Order& known, std::vector<char> isLoose, const Pins& pins,
                   OrderSearch& search, Limit& limit)
{
    for (const std::uint32_t item : addMissing(layered, known, search))
        isLoose[item] = 1;
    Order order = search.order();
    pins.apply(order);
    std::vector<std::uint32_t> rank = ranksOf(layered, order);
    std::vector<std::uint32_t> loose;
    for (std::uint32_t item = 0; item < layered.items(); ++item) {
        if (isLoose[item] == 0)
            continue;
        rank[item] = kNone;
        loose.push_back(item);
    }
    search.setOrder(order);
    search.setRanks(std::move(rank));
    search.setZones(pins.zones(order));
    search.siftOnly(loose, limit);
}

/// The user's wishes, without the nodes that are pinned: what is held now counts more than what was set before.
Order usersOrder(const Layered& layered, const Options& options, const Pins& pins)
{
    Order order = usersOrder(layered, options.kept);
    for (std::vector<std::uint32_t>& items : order)
        items.erase(std::remove_if(items.begin(), items.end(), [&](std::uint32_t node) { return pins.isPinned(node); }),
                    items.end());
    return order;
}

Order orderAfter(const Layered& layered, const Options& options, const Before& before, const Pins& pins, Limit& limit)
{
    const Order wanted = usersOrder(layered, options, pins);
    Order kept = before.order();
    for (std::size_t c = 0; c < kept.size(); ++c)
        imposeOrder(kept[c], wanted[c]);
    OrderSearch search(layered);
    insertTheRest(layered, kept, looseItems(layered, before, pins), pins, search, limit);
    if (!options.previous->keepsOrder) {
        // From here on only the user's wishes bind: whatever can stand better moves there.
        search.setRanks(ranksOf(layered, wanted));
        search.setZones(pins.zones(search.order()));
        search.sift(limit);
    }
    return search.order();
}

/// Work that a proof may take before the search: a tenth of a budget at most.
std::uint64_t stepsToProve(const Options& options)
{
    if (options.budget)
        return std::min(kStepsToProve, static_cast<std::uint64_t>(std::max<std::int64_t>(options.budget->count(), 0)) *
                                           kStepsToProvePerMicrosecond);
    return static_cast<std::uint64_t>(static_cast<double>(kStepsToProve) * std::clamp(options.effort, 0.0, 1.0));
}

} // namespace

FoundOrder findOrder(const Layered& layered, const Options& options, const Before* before, const Pins& pins,
                     std::optional<std::chrono::steady_clock::time_point> end)
{
    Order simple(layered.columns);
    for (std::uint32_t item = 0; item < layered.items(); ++item)
        simple[layered.column[item]].push_back(item);
    if (std::all_of(simple.begin(), simple.end(), [](const auto& items) { return items.size() < 2; }))
        return {simple, 0};
    Limit limit(end, options.cancelled, stepsToSearch(layered, options, before != nullptr), layered.items());
    if (before != nullptr) {
        // No time to prove much: a chart that follows edits.
        const std::optional<Order> best = exactOrder(layered, kStepsToProveStable);
        const Order order = orderAfter(layered, options, *before, pins, limit);
        return {order, best ? weightedCrossings(layered, *best) : crossingsBound(layered)};
    }
    const Order wanted = usersOrder(layered, options, pins);
    const bool isFree = options.pins.empty() &&
                        std::all_of(wanted.begin(), wanted.end(), [](const auto& items) { return items.size() < 2; });
    const std::uint64_t steps = stepsToProve(options);
    if (const std::optional<Order> best = exactOrder(layered, steps)) {
        const double bound = weightedCrossings(layered, *best);
        return {isFree ? *best : explore(layered, wanted, pins, bound, limit), bound};
    }
    const double bound = conflictBound(layered, steps);
    return {explore(layered, wanted, pins, bound, limit), bound};
}

} // namespace ochain::layout
