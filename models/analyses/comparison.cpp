// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analyses/comparison.h"

#include "analyses/deal_moves.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <limits>

namespace ochain {

namespace {

constexpr std::chrono::milliseconds kBetweenLooks{20}; ///< at the progress, while the other thread goes on

/// The layer of `a` with the same key; unset if it has none.
LayerNumber sameLayer(const Chain& a, const Chain& b, LayerNumber ofB)
{
    const TierId tier{rowIn(a, b, {Table::Tiers, b.tierOf(ofB).value})};
    return tier.isSet() && a.tiers()[tier].isLayer ? a.layerOf(tier) : kNoLayer;
}

/// For each layer of `b` that of `a`; what only `b` has comes behind.
std::vector<std::uint32_t> layerPlacesOf(const Chain& a, const Chain& b)
{
    std::vector<std::uint32_t> places;
    for (std::uint32_t layer = 0; layer < b.layers().size(); ++layer) {
        const LayerNumber same = sameLayer(a, b, LayerNumber{layer});
        places.push_back(same.isSet() ? same.value : static_cast<std::uint32_t>(a.layers().size()) + layer);
    }
    return places;
}

/// What asks `b` for the same rows.
std::optional<RollupQuery> queryIn(const Chain& b, const Chain& a, RollupQuery query)
{
    if (!query.layer || !query.layer->isSet())
        return query;
    const LayerNumber same = sameLayer(b, a, *query.layer);
    if (!same.isSet())
        return std::nullopt;
    query.layer = same;
    return query;
}

} // namespace

std::optional<ComparedRollups> computeCompared(const Chain& a, const Lens& lensA, const Chain& b, const Lens& lensB,
                                               const Progress& progress)
{
    ComparedRollups rollups;
    if (&a == &b && lensA == lensB) {
        if (!rollups.a.compute(a, lensA, progress))
            return std::nullopt;
        rollups.b = rollups.a;
        return rollups;
    }
    // Of large chains each takes two threads by itself, but not all the time: what one cannot share the other fills.
    std::atomic<bool> goesOn = true;
    auto other = std::async(std::launch::async,
                            [&] { return rollups.b.compute(b, lensB, [&goesOn](double) { return goesOn.load(); }); });
    goesOn = rollups.a.compute(a, lensA, progress);
    while (other.wait_for(kBetweenLooks) != std::future_status::ready)
        goesOn = goesOn && (!progress || progress(1));
    if (!other.get() || !goesOn)
        return std::nullopt;
    return rollups;
}

ComparedGroup comparedGroup(const Chain& a, const Chain& b, RowRef ofA)
{
    return {ofA, {ofA.table, rowIn(b, a, ofA)}};
}

std::vector<ComparedGroup> comparedGroups(const Chain& a, const Chain& b, Table table)
{
    std::vector<ComparedGroup> groups;
    for (const RowRef ofA : rollupRowsOf(a, table))
        groups.push_back(comparedGroup(a, b, ofA));
    if (&a == &b)
        return groups;
    for (const RowRef ofB : rollupRowsOf(b, table))
        if (rowIn(a, b, ofB) == kNoRow)
            groups.push_back({{table, kNoRow}, ofB});
    return groups;
}

LensComparison::LensComparison(const ComparedSide& a, const ComparedSide& b, const RollupQuery& query)
    : m_a(a), m_b(b), m_queryA(query), m_queryB(queryIn(b.chain, a.chain, query)),
      m_layerPlaces(layerPlacesOf(a.chain, b.chain))
{}

LensComparison::Place LensComparison::placeOf(const RollupRow& row, bool isB) const
{
    constexpr std::uint32_t kLast = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t layer = row.layerNumber.isSet() ? row.layerNumber.value : kLast;
    if (isB && row.layerNumber.isSet())
        layer = m_layerPlaces[layer];
    if (row.kind == Measure::Binding)
        return {row.kind, 0, row.period, layer};
    return {row.kind, layer, row.period, 0};
}

void LensComparison::read(const ComparedSide& side, const RollupQuery& query, RowRef of, bool isB,
                          PlacedRows& rows) const
{
    rows.clear();
    if (of.row != kNoRow)
        ochain::forEachRow(side.chain, side.rollups, query, of,
                           [&](const RollupRow& row) { rows.emplace_back(placeOf(row, isB), row); });
    const auto isBefore = [](const auto& one, const auto& other) { return one.first < other.first; };
    if (!std::is_sorted(rows.begin(), rows.end(), isBefore)) // the layers of b come in an order of their own
        std::sort(rows.begin(), rows.end(), isBefore);
}

void LensComparison::forEachRow(const ComparedGroup& group, const ComparedSink& sink)
{
    read(m_a, m_queryA, group.a, false, m_rowsA);
    if (m_queryB)
        read(m_b, *m_queryB, group.b, true, m_rowsB);
    auto a = m_rowsA.begin();
    auto b = m_rowsB.begin();
    while (a != m_rowsA.end() || b != m_rowsB.end()) {
        const bool isInA = b == m_rowsB.end() || (a != m_rowsA.end() && a->first <= b->first);
        const bool isInB = a == m_rowsA.end() || (b != m_rowsB.end() && b->first <= a->first);
        sink({isInA ? &a->second : nullptr, isInB ? &b->second : nullptr});
        a += isInA ? 1 : 0;
        b += isInB ? 1 : 0;
    }
}

} // namespace ochain
