// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/limits.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ochain {

// What lies in what: tiers and nodes by their parent, deals by what they are part of. Nothing lies in itself, nor
// deeper than kMaxDepth.

/// The field by which rows of a table lie in others of it.
[[nodiscard]] std::optional<Field> fieldOfNesting(Table table) noexcept;
/// Rows that contain themselves and rows that lie too deep, in the whole chain.
void checkNesting(const Chain& chain, Problems& problems);
/// The same for rows that an edit brought or put elsewhere: from few in steps that do not grow with the chain, but for
/// what lies in them; from many in one sweep.
void checkNestingOf(const Chain& chain, const std::vector<RowRef>& placed, Problems& problems);

/// The rows that lie deeper than kMaxDepth once those found are taken for roots: without their parents no row lies too
/// deep. Linear in the rows, whatever their depth; rows on a cycle count as roots.
/// @param parentOf  maps a row to the id of its parent, unset for none
template <class Rows, class Parent>
[[nodiscard]] std::vector<std::uint32_t> rowsTooDeep(const Rows& rows, Parent parentOf)
{
    enum : std::int32_t { Unseen = -2, OnPath = -1 };
    std::vector<std::int32_t> depths(rows.slotCount(), Unseen);
    std::vector<std::uint32_t> found;
    std::vector<std::uint32_t> path;
    for (std::uint32_t start = 0; start < rows.slotCount(); ++start) {
        path.clear();
        std::uint32_t at = start;
        while (at != kNoRow && depths[at] == Unseen && rows.all()[at].head.isAlive) {
            depths[at] = OnPath;
            path.push_back(at);
            at = parentOf(rows.all()[at]).value;
        }
        std::int32_t depth = at != kNoRow && depths[at] >= 0 ? depths[at] : -1;
        for (std::size_t i = path.size(); i-- > 0;) {
            if (++depth > kMaxDepth) {
                found.push_back(path[i]);
                depth = 0;
            }
            depths[path[i]] = depth;
        }
    }
    return found;
}

} // namespace ochain
