// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "rollups/rollups.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace ochain {

/// Where tiers and nodes stand in the chain tree. Keeps the shape as it was last announced, whatever the chain has
/// become since, so that a model can lead it over step by step.
class TreeShape {
public:
    /// A tier or a node, or what is above all of them.
    struct ItemId {
        static constexpr std::uint32_t kTop = kNoRow;
        std::uint32_t value = kTop;

        [[nodiscard]] static constexpr ItemId of(TierId tier) noexcept { return {tier.value << 1U}; }
        [[nodiscard]] static constexpr ItemId of(NodeId node) noexcept { return {(node.value << 1U) | 1U}; }
        [[nodiscard]] static constexpr ItemId of(Group group) noexcept
        {
            return {(group.row << 1U) | (group.kind == Group::Kind::Node ? 1U : 0U)};
        }
        [[nodiscard]] constexpr bool isTop() const noexcept { return value == kTop; }
        [[nodiscard]] constexpr bool isNode() const noexcept { return (value & 1U) != 0; }
        [[nodiscard]] constexpr std::uint32_t row() const noexcept { return value >> 1U; }
        [[nodiscard]] constexpr Group group() const noexcept
        {
            return {isNode() ? Group::Kind::Node : Group::Kind::Tier, row()};
        }
        bool operator==(const ItemId&) const noexcept = default;
        bool operator<(const ItemId& other) const noexcept { return value < other.value; }
    };

    /// Told before and after each step; `place` to `last` are places among the children of `parent`.
    struct Announce {
        std::function<void(ItemId parent, int place)> aboutToInsert;
        std::function<void()> inserted;
        std::function<void(ItemId parent, int place)> aboutToRemove;
        std::function<void()> removed;
        std::function<void(ItemId from, int place, ItemId to, int before)> aboutToMove;
        std::function<void()> moved;
    };

    void fill(const Chain& chain);
    /// Leads the shape over to what the chain has now, where `touched` (rows an edit changed; other tables are passed
    /// over) names every tier and node that may stand elsewhere, have come or gone.
    void follow(const Chain& chain, const std::vector<RowRef>& touched, const Announce& announce);

    [[nodiscard]] bool has(ItemId item) const noexcept;
    [[nodiscard]] ItemId parentOf(ItemId item) const noexcept { return entry(item).parent; }
    [[nodiscard]] int placeOf(ItemId item) const noexcept { return entry(item).place; }
    [[nodiscard]] const std::vector<ItemId>& childrenOf(ItemId item) const noexcept
    {
        return item.isTop() ? m_top : entry(item).children;
    }

private:
    struct Entry {
        ItemId parent;
        int place = -1; ///< among the children of the parent; -1: not in the tree
        std::int64_t rowid = 0;
        std::vector<ItemId> children;
    };

    [[nodiscard]] const Entry& entry(ItemId item) const noexcept
    {
        return (item.isNode() ? m_nodes : m_tiers)[item.row()];
    }
    [[nodiscard]] Entry& entry(ItemId item) noexcept { return (item.isNode() ? m_nodes : m_tiers)[item.row()]; }
    [[nodiscard]] std::vector<ItemId>& children(ItemId item) noexcept
    {
        return item.isTop() ? m_top : entry(item).children;
    }
    void makeRoom(const Chain& chain);
    void renumber(ItemId parent, int from);
    [[nodiscard]] int placeFor(ItemId parent, ItemId item, std::int64_t rowid) const;
    void ensure(const Chain& chain, ItemId item, const Announce& announce);
    void moveTo(ItemId item, ItemId parent, int before, const Announce& announce);
    void remove(ItemId item, const Announce& announce);
    void forget(ItemId item);
    void sortTiers(const Chain& chain, ItemId parent, const Announce& announce);
    void sortNodes(ItemId parent, const Announce& announce);

    std::vector<Entry> m_tiers, m_nodes; ///< by row
    std::vector<ItemId> m_top;
};

} // namespace ochain
