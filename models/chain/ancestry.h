// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace ochain {

// Rows that lie in one another by their `parent`: tiers and nodes.

/// Calls f(id) for a row and for all it lies in, from the inside out.
template <class Rows, class RowId, class F>
void forEachUpward(const Rows& rows, RowId id, F&& f)
{
    for (; id.isSet(); id = rows[id].parent)
        f(id);
}

/// Whether a row is another or lies in it.
template <class Rows, class RowId>
[[nodiscard]] bool isAtOrIn(const Rows& rows, RowId id, RowId outer) noexcept
{
    while (id.isSet() && id != outer)
        id = rows[id].parent;
    return id.isSet();
}

/// How many rows lie above one in its tree.
template <class Rows, class RowId>
[[nodiscard]] int depthOf(const Rows& rows, RowId id) noexcept
{
    int depth = 0;
    for (RowId above = rows[id].parent; above.isSet(); above = rows[above].parent)
        ++depth;
    return depth;
}

/// The nearest row at or above both; unset if they are in different trees.
template <class Rows, class RowId>
[[nodiscard]] RowId commonAncestor(const Rows& rows, RowId a, RowId b) noexcept
{
    int depthA = depthOf(rows, a);
    int depthB = depthOf(rows, b);
    for (; depthA > depthB; --depthA)
        a = rows[a].parent;
    for (; depthB > depthA; --depthB)
        b = rows[b].parent;
    while (a != b) {
        a = rows[a].parent;
        b = rows[b].parent;
    }
    return a;
}

} // namespace ochain
