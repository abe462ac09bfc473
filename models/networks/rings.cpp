// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/rings.h"

#include "networks/strong_parts.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace ochain {

namespace {

constexpr int kFar = std::numeric_limits<int>::max() / 4; ///< four of them can be added

/// How many arcs lead from each place to the nearest arc of a class, and from that to each place, whatever amounts are:
/// where one class is rare, most arcs are in no short ring.
class NearestOfClass {
public:
    NearestOfClass(const std::vector<RingArc>& arcs, const std::vector<std::uint32_t>& among, std::uint32_t places,
                   bool isCapital)
    {
        std::vector<std::vector<std::uint32_t>> before(places), after(places);
        std::vector<std::uint32_t> tails, heads;
        for (const std::uint32_t i : among) {
            before[arcs[i].to].push_back(arcs[i].from);
            after[arcs[i].from].push_back(arcs[i].to);
            if (arcs[i].isCapital == isCapital) {
                tails.push_back(arcs[i].from);
                heads.push_back(arcs[i].to);
            }
        }
        m_toTail = distancesFrom(tails, before);
        m_fromHead = distancesFrom(heads, after);
    }

    /// The shortest way from one place to another over an arc of the class is no shorter than that.
    [[nodiscard]] int atLeast(std::uint32_t from, std::uint32_t to) const noexcept
    {
        return m_toTail[from] + 1 + m_fromHead[to];
    }

private:
    static std::vector<int> distancesFrom(std::vector<std::uint32_t> open,
                                          const std::vector<std::vector<std::uint32_t>>& next)
    {
        std::vector<int> distances(next.size(), kFar);
        for (const std::uint32_t place : open)
            distances[place] = 0;
        for (std::size_t i = 0; i < open.size(); ++i)
            for (const std::uint32_t place : next[open[i]])
                if (distances[place] == kFar) {
                    distances[place] = distances[open[i]] + 1;
                    open.push_back(place);
                }
        return distances;
    }

    std::vector<int> m_toTail, m_fromHead; ///< by place
};

/// Arcs as they come in, and the ways back over those that are in.
class RingSearch {
public:
    /// @param among  those that will come in
    RingSearch(const std::vector<RingArc>& arcs, const std::vector<std::uint32_t>& among, std::uint32_t places,
               const RingLimits& limits)
        : m_arcs(arcs), m_limits(limits), m_nearestTrade(arcs, among, places, false),
          m_nearestCapital(arcs, among, places, true), m_out(places), m_in(places), m_isOnPath(places, false)
    {
        for (Distances& distances : m_distances)
            distances.resize(places);
    }

    /// Finds the rings whose least arc is this one, and lets it in.
    void add(std::uint32_t arc)
    {
        const RingArc& least = m_arcs[arc];
        const int left = m_limits.length - 1;
        const NearestOfClass& needed = least.isCapital ? m_nearestTrade : m_nearestCapital;
        if (needed.atLeast(least.to, least.from) <= left && !m_out[least.to].empty() && !m_in[least.from].empty()) {
            m_start = least.from;
            m_needsCapital = !least.isCapital;
            measureBack();
            if (distance(least.to, true) <= left) {
                m_path.assign(1, arc);
                m_isOnPath[least.to] = true;
                extend(least.to, left, false);
                m_isOnPath[least.to] = false;
            }
        }
        m_out[least.from].push_back(arc);
        m_in[least.to].push_back(arc);
    }

    [[nodiscard]] bool isFull() const noexcept { return m_found.isCut; }
    [[nodiscard]] Rings take() { return std::move(m_found); }

private:
    /// How far the start is, by the number of the search that looked.
    struct Distance {
        std::uint32_t search = 0;
        int arcs = 0;
    };
    using Distances = std::vector<Distance>;

    [[nodiscard]] bool isNeeded(const RingArc& arc) const noexcept { return arc.isCapital == m_needsCapital; }
    /// Arcs back to the start, over one of the class that the least arc is not if that is still needed.
    [[nodiscard]] int distance(std::uint32_t place, bool stillNeeds) const noexcept
    {
        const Distance& known = m_distances[stillNeeds ? 1 : 0][place];
        return known.search == m_search ? known.arcs : kFar;
    }
    /// Looks back from the start, as far as a ring reaches.
    void measureBack()
    {
        ++m_search;
        m_open.assign(1, {m_start, false});
        m_distances[0][m_start] = {m_search, 0};
        for (std::size_t i = 0; i < m_open.size(); ++i) {
            const auto [place, hasNeeded] = m_open[i];
            const int next = m_distances[hasNeeded ? 1 : 0][place].arcs + 1;
            if (next > m_limits.length - 1)
                break;
            for (const std::uint32_t arc : m_in[place]) {
                const std::uint32_t before = m_arcs[arc].from;
                const bool has = hasNeeded || isNeeded(m_arcs[arc]);
                Distance& known = m_distances[has ? 1 : 0][before];
                if (known.search == m_search || before == m_start)
                    continue;
                known = {m_search, next};
                m_open.emplace_back(before, has);
            }
        }
    }
    /// What is reached with a needed arc may be reached without one too, and more cheaply.
    [[nodiscard]] int nearest(std::uint32_t place) const noexcept
    {
        return std::min(distance(place, false), distance(place, true));
    }
    void extend(std::uint32_t place, int left, bool hasNeeded)
    {
        for (const std::uint32_t arc : m_out[place]) {
            const std::uint32_t next = m_arcs[arc].to;
            const bool has = hasNeeded || isNeeded(m_arcs[arc]);
            if (next == m_start) {
                if (has)
                    keep(arc);
            } else if (!m_isOnPath[next] && (has ? nearest(next) : distance(next, true)) <= left - 1) {
                m_path.push_back(arc);
                m_isOnPath[next] = true;
                extend(next, left - 1, has);
                m_isOnPath[next] = false;
                m_path.pop_back();
            }
            if (isFull())
                return;
        }
    }
    void keep(std::uint32_t closing)
    {
        if (m_found.rings.size() == m_limits.most) {
            m_found.isCut = true;
            return;
        }
        Ring& ring = m_found.rings.emplace_back();
        ring.arcs = m_path;
        ring.arcs.push_back(closing);
        ring.cents = m_arcs[m_path.front()].cents;
    }

    const std::vector<RingArc>& m_arcs;
    const RingLimits& m_limits;
    NearestOfClass m_nearestTrade, m_nearestCapital;
    std::vector<std::vector<std::uint32_t>> m_out, m_in; ///< arcs that are in, by place
    std::array<Distances, 2> m_distances;                ///< without and with a needed arc on the way
    std::vector<std::pair<std::uint32_t, bool>> m_open;
    std::vector<std::uint32_t> m_path; ///< arcs
    std::vector<bool> m_isOnPath;
    std::uint32_t m_search = 0;
    std::uint32_t m_start = 0;
    bool m_needsCapital = false; ///< else trade: what the least arc is not
    Rings m_found;
};

/// The arcs that can be in a ring: with money, and in a strong component with both classes; by falling amount.
std::vector<std::uint32_t> arcsInRings(const std::vector<RingArc>& arcs, std::uint32_t places)
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    for (const RingArc& arc : arcs)
        if (arc.cents > 0)
            edges.emplace_back(arc.from, arc.to);
    const StrongParts parts = strongPartsOf(places, std::move(edges));
    const auto isInside = [&](const RingArc& arc) {
        return arc.cents > 0 && arc.from != arc.to && parts.partOf[arc.from] == parts.partOf[arc.to];
    };
    std::vector<std::array<bool, 2>> has(parts.count);
    for (const RingArc& arc : arcs)
        if (isInside(arc))
            has[parts.partOf[arc.from]].at(arc.isCapital ? 1 : 0) = true;
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < arcs.size(); ++i)
        if (isInside(arcs[i]) && has[parts.partOf[arcs[i].from]][0] && has[parts.partOf[arcs[i].from]][1])
            found.push_back(i);
    std::stable_sort(found.begin(), found.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return arcs[a].cents > arcs[b].cents; });
    return found;
}

} // namespace

std::optional<Rings> largestRings(const std::vector<RingArc>& arcs, std::uint32_t places, const RingLimits& limits,
                                  const Progress& progress)
{
    constexpr std::size_t kBetweenQuestions = 256;
    const std::vector<std::uint32_t> order = arcsInRings(arcs, places);
    RingSearch search(arcs, order, places, limits);
    for (std::size_t i = 0; i < order.size() && !search.isFull(); ++i) {
        if (i % kBetweenQuestions == 0 && progress &&
            !progress(static_cast<double>(i) / static_cast<double>(order.size())))
            return std::nullopt;
        search.add(order[i]);
    }
    return search.take();
}

} // namespace ochain
