// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/ids.h"

#include <cstdint>
#include <vector>

namespace ochain {

/// The rows from which walking up parents comes back to themselves; linear in the rows, whatever their depth.
/// @param parentOf  maps a row to the id of its parent, unset for none
template <class Rows, class Parent>
[[nodiscard]] std::vector<std::uint32_t> rowsOnCycles(const Rows& rows, Parent parentOf)
{
    enum : std::uint8_t { Unseen, OnPath, Done };
    std::vector<std::uint8_t> state(rows.slotCount(), Unseen);
    std::vector<std::uint32_t> found;
    std::vector<std::uint32_t> path;
    for (std::uint32_t start = 0; start < rows.slotCount(); ++start) {
        path.clear();
        std::uint32_t at = start;
        while (at != kNoRow && state[at] == Unseen && rows.all()[at].head.isAlive) {
            state[at] = OnPath;
            path.push_back(at);
            at = parentOf(rows.all()[at]).value;
        }
        if (at != kNoRow && state[at] == OnPath)
            for (std::size_t i = path.size(); i-- > 0;) {
                found.push_back(path[i]);
                if (path[i] == at)
                    break;
            }
        for (const std::uint32_t row : path)
            state[row] = Done;
    }
    return found;
}

} // namespace ochain
