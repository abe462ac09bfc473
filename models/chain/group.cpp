// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/group.h"

namespace ochain {

std::vector<bool> membersOf(const Chain& chain, Group group)
{
    std::vector<bool> isMember(chain.nodes().slotCount(), false);
    if (group.kind == Group::Kind::Tier) {
        chain.nodes().forEach([&](NodeId id, const Node&) { isMember[id.value] = isIn(chain, id, group); });
        return isMember;
    }
    std::vector<NodeId> open{NodeId{group.row}};
    while (!open.empty()) {
        const NodeId node = open.back();
        open.pop_back();
        isMember[node.value] = true;
        chain.forEachChild(node, [&open](NodeId child, const Node&) { open.push_back(child); });
    }
    return isMember;
}

} // namespace ochain
