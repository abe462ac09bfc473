// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/tree_shape.h"

#include <algorithm>
#include <cassert>
#include <unordered_map>
#include <utility>

namespace ochain {

namespace {

using ItemId = TreeShape::ItemId;

bool isAlive(const Chain& chain, ItemId item)
{
    return item.isNode() ? chain.nodes().isAlive(NodeId{item.row()}) : chain.tiers().isAlive(TierId{item.row()});
}

std::int64_t rowidOf(const Chain& chain, ItemId item)
{
    return item.isNode() ? chain.nodes()[NodeId{item.row()}].head.rowid : chain.tiers()[TierId{item.row()}].head.rowid;
}

/// A node stands under the one it is inside of if both are of one tier, else at the top of its own tier.
ItemId wantedParent(const Chain& chain, ItemId item)
{
    if (!item.isNode()) {
        const TierId parent = chain.tiers()[TierId{item.row()}].parent;
        return parent.isSet() ? ItemId::of(parent) : ItemId{};
    }
    const Node& node = chain.nodes()[NodeId{item.row()}];
    return node.parent.isSet() && chain.nodes()[node.parent].tier == node.tier ? ItemId::of(node.parent)
                                                                               : ItemId::of(node.tier);
}

int wantedDepth(const Chain& chain, ItemId item)
{
    int depth = 0;
    for (ItemId at = item; !at.isTop(); at = wantedParent(chain, at))
        ++depth;
    return depth;
}

} // namespace

bool TreeShape::has(ItemId item) const noexcept
{
    if (item.isTop())
        return true;
    const std::vector<Entry>& entries = item.isNode() ? m_nodes : m_tiers;
    return item.row() < entries.size() && entries[item.row()].place >= 0;
}

void TreeShape::makeRoom(const Chain& chain)
{
    if (m_tiers.size() < chain.slotCount(Table::Tiers))
        m_tiers.resize(chain.slotCount(Table::Tiers));
    if (m_nodes.size() < chain.slotCount(Table::Nodes))
        m_nodes.resize(chain.slotCount(Table::Nodes));
}

void TreeShape::fill(const Chain& chain)
{
    m_top.clear();
    m_tiers.assign(chain.slotCount(Table::Tiers), {});
    m_nodes.assign(chain.slotCount(Table::Nodes), {});
    const auto append = [&](ItemId item) {
        const ItemId parent = wantedParent(chain, item);
        std::vector<ItemId>& siblings = children(parent);
        Entry& added = entry(item);
        added.parent = parent;
        added.place = static_cast<int>(siblings.size());
        added.rowid = rowidOf(chain, item);
        siblings.push_back(item);
    };
    for (const TierId tier : chain.tierOrder())
        append(ItemId::of(tier));
    for (const std::uint32_t node : chain.inOrder(Table::Nodes))
        append(ItemId::of(NodeId{node}));
}

void TreeShape::renumber(ItemId parent, int from)
{
    const std::vector<ItemId>& siblings = childrenOf(parent);
    for (std::size_t i = static_cast<std::size_t>(from); i < siblings.size(); ++i)
        entry(siblings[i]).place = static_cast<int>(i);
}

/// Tiers come before nodes, nodes by rowid; a new tier comes last of the tiers, sortTiers() puts it right.
int TreeShape::placeFor(ItemId parent, ItemId item, std::int64_t rowid) const
{
    const std::vector<ItemId>& siblings = childrenOf(parent);
    const auto before = [this, item, rowid](ItemId sibling) {
        return !sibling.isNode() || (item.isNode() && entry(sibling).rowid < rowid);
    };
    return static_cast<int>(std::partition_point(siblings.begin(), siblings.end(), before) - siblings.begin());
}

void TreeShape::ensure(const Chain& chain, ItemId item, const Announce& announce)
{
    if (has(item))
        return;
    const ItemId parent = wantedParent(chain, item);
    ensure(chain, parent, announce);
    const std::int64_t rowid = rowidOf(chain, item);
    const int place = placeFor(parent, item, rowid);
    announce.aboutToInsert(parent, place);
    std::vector<ItemId>& siblings = children(parent);
    siblings.insert(siblings.begin() + place, item);
    entry(item).parent = parent;
    entry(item).rowid = rowid;
    renumber(parent, place);
    announce.inserted();
}

void TreeShape::moveTo(ItemId item, ItemId parent, int before, const Announce& announce)
{
    const ItemId from = entry(item).parent;
    const int place = entry(item).place;
    if (from == parent && (before == place || before == place + 1))
        return;
    announce.aboutToMove(from, place, parent, before);
    std::vector<ItemId>& left = children(from);
    left.erase(left.begin() + place);
    const int target = from == parent && before > place ? before - 1 : before;
    std::vector<ItemId>& joined = children(parent);
    joined.insert(joined.begin() + target, item);
    entry(item).parent = parent;
    if (from == parent) {
        renumber(parent, std::min(place, target));
    } else {
        renumber(from, place);
        renumber(parent, target);
    }
    announce.moved();
}

void TreeShape::forget(ItemId item)
{
    for (const ItemId child : entry(item).children)
        forget(child);
    entry(item) = Entry{};
}

void TreeShape::remove(ItemId item, const Announce& announce)
{
    const ItemId parent = entry(item).parent;
    const int place = entry(item).place;
    announce.aboutToRemove(parent, place);
    std::vector<ItemId>& siblings = children(parent);
    siblings.erase(siblings.begin() + place);
    forget(item);
    renumber(parent, place);
    announce.removed();
}

void TreeShape::sortTiers(const Chain& chain, ItemId parent, const Announce& announce)
{
    std::vector<ItemId> wanted;
    for (const TierId tier : chain.tierOrder())
        if (wantedParent(chain, ItemId::of(tier)) == parent)
            wanted.push_back(ItemId::of(tier));
    for (std::size_t i = 0; i < wanted.size(); ++i)
        moveTo(wanted[i], parent, static_cast<int>(i), announce);
}

void TreeShape::sortNodes(ItemId parent, const Announce& announce)
{
    std::vector<ItemId> wanted = childrenOf(parent);
    std::stable_sort(wanted.begin(), wanted.end(), [this](ItemId a, ItemId b) {
        return a.isNode() == b.isNode() ? a.isNode() && entry(a).rowid < entry(b).rowid : b.isNode();
    });
    for (std::size_t i = 0; i < wanted.size(); ++i)
        moveTo(wanted[i], parent, static_cast<int>(i), announce);
}

void TreeShape::follow(const Chain& chain, const std::vector<RowRef>& touched, const Announce& announce)
{
    makeRoom(chain);
    std::vector<ItemId> alive;
    std::vector<ItemId> gone;
    std::vector<ItemId> reordered; ///< parents of nodes that have another number now
    bool hasTiers = false;
    const auto take = [&](ItemId item) { (isAlive(chain, item) ? alive : gone).push_back(item); };
    for (const RowRef& ref : touched) {
        if (ref.table == Table::Tiers) {
            take(ItemId::of(TierId{ref.row}));
            hasTiers = true;
        } else if (ref.table == Table::Nodes) {
            take(ItemId::of(NodeId{ref.row}));
            // What is inside a node that changes its tier may come to stand elsewhere.
            if (chain.nodes().isAlive(NodeId{ref.row}))
                chain.forEachChild(NodeId{ref.row}, [&](NodeId child, const Node&) { take(ItemId::of(child)); });
        }
    }
    // Top down: then nothing is ever to go below itself. Whatever parent is new is there before its children come.
    std::vector<std::pair<int, ItemId>> byDepth;
    byDepth.reserve(alive.size());
    for (const ItemId item : alive)
        byDepth.emplace_back(wantedDepth(chain, item), item);
    std::sort(byDepth.begin(), byDepth.end());
    for (const auto& [depth, item] : byDepth) {
        ensure(chain, item, announce);
        const ItemId parent = wantedParent(chain, item);
        const std::int64_t rowid = rowidOf(chain, item);
        if (entry(item).parent != parent)
            moveTo(item, parent, placeFor(parent, item, rowid), announce);
        if (std::exchange(entry(item).rowid, rowid) != rowid && item.isNode())
            reordered.push_back(parent);
    }
    std::sort(reordered.begin(), reordered.end());
    reordered.erase(std::unique(reordered.begin(), reordered.end()), reordered.end());
    for (const ItemId parent : reordered)
        sortNodes(parent, announce);
    // From behind, so that of many that go from one place each leaves the places of the others alone.
    std::erase_if(gone, [this](ItemId item) { return !has(item); });
    std::sort(gone.begin(), gone.end(), [this](ItemId a, ItemId b) { return entry(a).place > entry(b).place; });
    for (const ItemId item : gone)
        if (has(item))
            remove(item, announce);
    if (!hasTiers)
        return;
    sortTiers(chain, ItemId{}, announce);
    for (const TierId tier : chain.tierOrder())
        sortTiers(chain, ItemId::of(tier), announce);
}

} // namespace ochain
