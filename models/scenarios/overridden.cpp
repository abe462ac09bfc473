// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenarios/overridden.h"

#include "scenarios/switching.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace ochain {

namespace {

template <class T>
void addSorted(std::vector<T>& values, const std::vector<T>& more)
{
    values.insert(values.end(), more.begin(), more.end());
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

auto placeOf(const Changed::Item& item)
{
    return std::tie(item.group, item.measure, item.layer);
}

bool isEmptySpan(const Changed::Item& item)
{
    return item.first > item.last;
}

void includeSpan(Changed::Item& item, const Changed::Item& other)
{
    if (isEmptySpan(other))
        return;
    item.first = isEmptySpan(item) ? other.first : std::min(item.first, other.first);
    item.last = std::max(item.last, other.last);
}

tl::unexpected<Problems> refusedBy(Problem problem)
{
    Problems problems;
    problems.push_back(std::move(problem));
    return tl::unexpected(std::move(problems));
}

} // namespace

tl::expected<Snapshot, Problems> under(Snapshot base, const Overrides& overrides)
{
    tl::expected<Edit, Problem> edit = overriding(base.chain, overrides);
    if (!edit)
        return refusedBy(std::move(edit.error()));
    if (tl::expected<Changed, Problems> done = base.rollups.apply(base.chain, std::move(*edit)); !done)
        return tl::unexpected(std::move(done.error()));
    return base;
}

void include(Changed& changed, const Changed& more)
{
    const auto isBefore = [](const Changed::Item& a, const Changed::Item& b) { return placeOf(a) < placeOf(b); };
    const std::size_t given = changed.items.size();
    for (const Changed::Item& item : more.items) {
        const auto end = changed.items.begin() + static_cast<std::ptrdiff_t>(given);
        const auto found = std::lower_bound(changed.items.begin(), end, item, isBefore);
        if (found != end && placeOf(*found) == placeOf(item))
            includeSpan(*found, item);
        else
            changed.items.push_back(item);
    }
    std::inplace_merge(changed.items.begin(), changed.items.begin() + static_cast<std::ptrdiff_t>(given),
                       changed.items.end(), isBefore);
    addSorted(changed.rows, more.rows);
    addSorted(changed.deals, more.deals);
    changed.everything = changed.everything || more.everything;
    changed.movesNodes = changed.movesNodes || more.movesNodes;
}

tl::expected<Changed, Problems> OverriddenChain::moveTo(const Snapshot& base, Overrides overrides)
{
    if (overrides.empty()) {
        m_pair.reset();
        m_overrides.clear();
        return std::exchange(m_departed, {});
    }
    tl::expected<Edit, Problem> edit =
        switching(m_pair ? m_pair->chain : base.chain, base.chain, m_overrides, overrides);
    if (!edit)
        return refusedBy(std::move(edit.error()));
    const bool isNew = !m_pair;
    if (isNew)
        m_pair = base;
    tl::expected<Changed, Problems> moved = m_pair->rollups.apply(m_pair->chain, std::move(*edit));
    if (!moved) {
        if (isNew)
            m_pair.reset();
        return moved;
    }
    m_overrides = std::move(overrides);
    include(m_departed, *moved);
    return moved;
}

OverriddenChain::Rebased OverriddenChain::rebase(const Snapshot& base, Overrides overrides)
{
    Rebased rebased;
    rebased.moved = std::exchange(m_departed, {});
    m_pair.reset();
    m_overrides.clear();
    tl::expected<Changed, Problems> moved = moveTo(base, std::move(overrides));
    if (moved)
        include(rebased.moved, *moved);
    else
        rebased.problems = std::move(moved.error());
    return rebased;
}

} // namespace ochain
