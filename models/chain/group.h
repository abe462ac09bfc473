// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/ancestry.h"
#include "chain/chain.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

namespace ochain {

/// A node with all that lies in it, or a tier with the nodes of it and of its sub-tiers (data/README.md, section 4).
struct Group {
    enum class Kind : std::uint8_t { Tier, Node };
    Kind kind = Kind::Node;
    std::uint32_t row = kNoRow;

    [[nodiscard]] static constexpr Group of(NodeId id) noexcept { return {Kind::Node, id.value}; }
    [[nodiscard]] static constexpr Group of(TierId id) noexcept { return {Kind::Tier, id.value}; }
    /// The group that a row of a node or tier stands for; none for rows of other tables.
    [[nodiscard]] static constexpr std::optional<Group> of(RowRef ref) noexcept
    {
        if (ref.table == Table::Nodes)
            return of(NodeId{ref.row});
        return ref.table == Table::Tiers ? std::optional(of(TierId{ref.row})) : std::nullopt;
    }
    auto operator<=>(const Group&) const noexcept = default;
};

/// Calls f(Group) for every group a node is in: itself and what it lies in, from the inside out, then its tiers.
template <class F>
void forEachGroupOf(const Chain& chain, NodeId node, F&& f)
{
    forEachUpward(chain.nodes(), node, [&f](NodeId id) { f(Group::of(id)); });
    forEachUpward(chain.tiers(), chain.nodes()[node].tier, [&f](TierId id) { f(Group::of(id)); });
}

/// Whether a node is in a group.
[[nodiscard]] inline bool isIn(const Chain& chain, NodeId node, Group group) noexcept
{
    return group.kind == Group::Kind::Node ? isAtOrIn(chain.nodes(), node, NodeId{group.row})
                                           : isAtOrIn(chain.tiers(), chain.nodes()[node].tier, TierId{group.row});
}

/// Which nodes are in a group, by row.
[[nodiscard]] std::vector<bool> membersOf(const Chain& chain, Group group);

} // namespace ochain
