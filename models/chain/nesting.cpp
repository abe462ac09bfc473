// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/nesting.h"

#include "chain/cycles.h"
#include "chain/field_reader.h"

#include <algorithm>
#include <string>
#include <utility>

namespace ochain {

namespace {

constexpr auto kTierParent = [](const Tier& tier) { return tier.parent; };
constexpr auto kNodeParent = [](const Node& node) { return node.parent; };
constexpr auto kPartOf = [](const Deal& deal) { return deal.partOf; };

/// Whether walking up from a row comes back to it.
template <class Rows, class RowId, class Parent>
bool isOnCycle(const Rows& rows, RowId id, Parent parentOf)
{
    std::size_t steps = 0;
    for (RowId at = parentOf(rows[id]); at.isSet() && steps <= rows.slotCount(); at = parentOf(rows[at]), ++steps)
        if (at == id)
            return true;
    return false;
}

/// How many rows lie above one; not counted beyond what is allowed.
template <class Rows, class RowId, class Parent>
int rowsAbove(const Rows& rows, RowId id, Parent parentOf)
{
    int above = 0;
    for (RowId at = parentOf(rows[id]); at.isSet() && above <= kMaxDepth; at = parentOf(rows[at]))
        ++above;
    return above;
}

/// Whether a row or what lies in it is too deep.
/// @param forEachIn  calls its second argument with each row that lies in the first
template <class RowId, class ForEachIn>
bool isTooDeep(RowId id, int above, ForEachIn forEachIn)
{
    std::vector<std::pair<RowId, int>> open{{id, above}};
    while (!open.empty()) {
        const auto [row, depth] = open.back();
        open.pop_back();
        if (depth > kMaxDepth)
            return true;
        forEachIn(row, [&open, depth = depth](RowId inside) { open.emplace_back(inside, depth + 1); });
    }
    return false;
}

void reportCycle(const Chain& chain, RowRef ref, Problems& problems)
{
    const Field field = *fieldOfNesting(ref.table);
    problems.push_back(problemAt(
        ref.table == Table::Deals ? Rule::CycleOfPartOf : Rule::CycleOfParents, ref.table, chain.key(ref), field,
        QT_TRANSLATE_NOOP("Sentence", "“{0}” would contain itself, by way of its {1}; choose another {1}"),
        chain.key(ref), fieldSpec(ref.table, field).name));
}

void reportDepth(const Chain& chain, RowRef ref, Problems& problems)
{
    const Field field = *fieldOfNesting(ref.table);
    problems.push_back(problemAt(
        Rule::OutOfRange, ref.table, chain.key(ref), field,
        QT_TRANSLATE_NOOP("Sentence", "“{0}”, or what it contains, would lie more than {1} levels deep by way of its "
                                      "{2}; choose a {2} further up"),
        chain.key(ref), std::to_string(kMaxDepth), fieldSpec(ref.table, field).name));
}

template <class Rows, class Parent>
void checkTable(const Chain& chain, Table table, const Rows& rows, Parent parentOf, Problems& problems)
{
    for (const std::uint32_t row : rowsOnCycles(rows, parentOf))
        reportCycle(chain, {table, row}, problems);
    for (const std::uint32_t row : rowsTooDeep(rows, parentOf))
        reportDepth(chain, {table, row}, problems);
}

template <class Rows, class RowId, class Parent, class ForEachIn>
void checkPlace(const Chain& chain, RowRef ref, const Rows& rows, RowId id, Parent parentOf, ForEachIn forEachIn,
                Problems& problems)
{
    if (isOnCycle(rows, id, parentOf))
        reportCycle(chain, ref, problems);
    else if (isTooDeep(id, rowsAbove(rows, id, parentOf), forEachIn))
        reportDepth(chain, ref, problems);
}

} // namespace

std::optional<Field> fieldOfNesting(Table table) noexcept
{
    switch (table) {
    case Table::Tiers:
        return Field{tier_field::Parent};
    case Table::Nodes:
        return Field{node_field::Parent};
    case Table::Deals:
        return Field{deal_field::PartOf};
    default:
        return std::nullopt;
    }
}

void checkNesting(const Chain& chain, Problems& problems)
{
    checkTable(chain, Table::Tiers, chain.tiers(), kTierParent, problems);
    checkTable(chain, Table::Nodes, chain.nodes(), kNodeParent, problems);
    checkTable(chain, Table::Deals, chain.deals(), kPartOf, problems);
}

void checkNestingOf(const Chain& chain, const std::vector<RowRef>& placed, Problems& problems)
{
    constexpr std::size_t kFew = 32;
    const auto isTier = [](RowRef ref) { return ref.table == Table::Tiers; };
    if (placed.size() > kFew)
        return checkNesting(chain, problems);
    if (std::any_of(placed.begin(), placed.end(), isTier)) // there are few, and none knows what lies in it
        checkTable(chain, Table::Tiers, chain.tiers(), kTierParent, problems);
    const auto forEachChild = [&chain](NodeId node, auto&& take) {
        chain.forEachChild(node, [&take](NodeId child, const Node&) { take(child); });
    };
    const auto forEachPart = [&chain](DealId deal, auto&& take) {
        chain.forEachPart(deal, [&take](DealId part, const Deal&) { take(part); });
    };
    for (const RowRef ref : placed)
        if (ref.table == Table::Nodes)
            checkPlace(chain, ref, chain.nodes(), NodeId{ref.row}, kNodeParent, forEachChild, problems);
        else if (ref.table == Table::Deals)
            checkPlace(chain, ref, chain.deals(), DealId{ref.row}, kPartOf, forEachPart, problems);
}

} // namespace ochain
