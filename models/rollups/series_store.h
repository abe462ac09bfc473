// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/group.h"
#include "chain/shared_list.h"
#include "rollups/deal_flows.h"
#include "rollups/segmented_pool.h"
#include "rollups/tally.h"

#include <cstdint>
#include <span>

namespace ochain {

/// Where the series of all groups are kept: each group has a short directory of series by key, each series a window of
/// quarters. Groups without deals cost 24 bytes, a series 48 and 8 for each quarter from its first to its last. Copies
/// share what none of them has changed.
class SeriesStore {
public:
    /// One series of a group.
    struct Head {
        std::int64_t total = 0;
        std::int64_t unscheduled = 0;
        std::int64_t before = 0; ///< the calendar
        std::int64_t later = 0;
        std::uint32_t key = 0;
        std::uint32_t values = 0; ///< offset of the window
        std::uint32_t hidden = kNoOffset;
        std::uint16_t first = 0; ///< quarter of the window's start
        std::uint16_t count = 0; ///< quarters in the window
    };

    using Values = SegmentedPool<std::int64_t, 11>;
    using Heads = SegmentedPool<Head, 8>;
    using Hidden = SegmentedPool<HiddenCounts, 6>;
    /// Where one thread goes on writing.
    struct Writer {
        Values::Cursor values;
        Heads::Cursor heads;
        Hidden::Cursor hidden;
    };

    /// A series as it is read.
    struct View {
        const Head* head = nullptr; ///< nullptr: there is none, all zero
        const std::int64_t* values = nullptr;
        const HiddenCounts* hidden = nullptr;
    };

    /// Empty, for as many tiers and nodes.
    SeriesStore(std::uint32_t tiers, std::uint32_t nodes, Quarter quarters);
    /// Room for tiers and nodes that came later.
    void growTo(std::uint32_t tiers, std::uint32_t nodes);

    /// Whether the store knows the group at all.
    [[nodiscard]] bool contains(Group group) const noexcept;
    [[nodiscard]] View view(Group group, SeriesKey key) const noexcept;
    [[nodiscard]] const DealCounts& counts(Group group) const noexcept { return entry(group).counts; }
    /// Calls f(SeriesKey, View) for each series of a group, by key.
    template <class F>
    void forEach(Group group, F&& f) const
    {
        for (const Head& head : directory(entry(group)))
            f(unpacked(head.key), viewOf(head));
    }

    /// One series to be written.
    struct Draft {
        SeriesKey key;
        const Tally* tally = nullptr;
    };
    /// Writes all series of a group that has none yet. Threads may write different groups at once, each with its
    /// writer.
    /// @param drafts  by key, none of them zero
    void write(Group group, const DealCounts& counts, std::span<const Draft> drafts, Writer& writer);

    /// Adds to a series, widening its window where needed.
    /// @return the total before
    std::int64_t add(Group group, SeriesKey key, const Tally& tally);
    void addCounts(Group group, const DealCounts& counts);
    /// Asks the processor for what an add() to the group will need soon.
    void prefetch(Group group) const noexcept;
    void prefetchSeries(Group group) const noexcept;

    [[nodiscard]] std::size_t memory() const noexcept;

private:
    struct Entry {
        std::uint32_t heads = 0; ///< offset of the directory
        std::uint32_t count = 0;
        std::uint32_t capacity = 0;
        DealCounts counts;
    };

    static constexpr unsigned kLayerBits = 27;
    static constexpr std::uint32_t kLayerMask = (1U << kLayerBits) - 1; ///< kNoLayer too, after all others
    [[nodiscard]] static constexpr std::uint32_t packed(SeriesKey key) noexcept
    {
        return (static_cast<std::uint32_t>(key.measure) << kLayerBits) | (key.layer.value & kLayerMask);
    }
    [[nodiscard]] static constexpr SeriesKey unpacked(std::uint32_t key) noexcept
    {
        const std::uint32_t layer = key & kLayerMask;
        return {static_cast<Measure>(key >> kLayerBits), layer == kLayerMask ? kNoLayer : LayerNumber{layer}};
    }
    [[nodiscard]] Entry& edit(Group group)
    {
        return group.kind == Group::Kind::Tier ? m_tiers.edit(group.row) : m_nodes.edit(group.row);
    }
    [[nodiscard]] const Entry& entry(Group group) const noexcept
    {
        return group.kind == Group::Kind::Tier ? m_tiers[group.row] : m_nodes[group.row];
    }
    [[nodiscard]] std::span<const Head> directory(const Entry& entry) const noexcept
    {
        return entry.count == 0 ? std::span<const Head>() : std::span<const Head>(m_heads.at(entry.heads), entry.count);
    }
    [[nodiscard]] View viewOf(const Head& head) const noexcept
    {
        return {&head, head.count == 0 ? nullptr : m_values.at(head.values),
                head.hidden == kNoOffset ? nullptr : m_hidden.at(head.hidden)};
    }
    Head& open(Group group, std::uint32_t key);
    void grow(Group group);
    void widen(Head& head, QuarterSpan span);
    void addHidden(Head& head, const HiddenCounts& hidden);

    Quarter m_quarters;
    SharedList<Entry> m_tiers;
    SharedList<Entry> m_nodes;
    Heads m_heads;
    Values m_values;
    Hidden m_hidden;
};

} // namespace ochain
