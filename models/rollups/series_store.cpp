// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/series_store.h"

#include <algorithm>

namespace ochain {

namespace {

/// Quarters of room given beyond what an edit needs, so that dates moved a little do not move windows.
constexpr Quarter kSlack = 4;

void prefetchLine(const void* address) noexcept
{
    __builtin_prefetch(address);
}

} // namespace

SeriesStore::SeriesStore(std::uint32_t tiers, std::uint32_t nodes, Quarter quarters)
    : m_quarters(quarters), m_tiers(tiers), m_nodes(nodes)
{}

void SeriesStore::growTo(std::uint32_t tiers, std::uint32_t nodes)
{
    if (tiers > m_tiers.size())
        m_tiers.resize(tiers);
    if (nodes > m_nodes.size())
        m_nodes.resize(nodes);
}

bool SeriesStore::contains(Group group) const noexcept
{
    return group.row < (group.kind == Group::Kind::Tier ? m_tiers.size() : m_nodes.size());
}

SeriesStore::View SeriesStore::view(Group group, SeriesKey key) const noexcept
{
    const std::span<const Head> heads = directory(entry(group));
    const std::uint32_t wanted = packed(key);
    const auto found = std::lower_bound(heads.begin(), heads.end(), wanted,
                                        [](const Head& head, std::uint32_t k) { return head.key < k; });
    if (found == heads.end() || found->key != wanted)
        return {};
    return viewOf(*found);
}

void SeriesStore::write(Group group, const DealCounts& counts, std::span<const Draft> drafts, Writer& writer)
{
    Entry& to = edit(group);
    to.counts = counts;
    to.count = to.capacity = static_cast<std::uint32_t>(drafts.size());
    if (drafts.empty())
        return;
    to.heads = m_heads.allocate(to.count, writer.heads);
    Head* head = m_heads.edit(to.heads);
    for (const Draft& draft : drafts) {
        const Flow& flow = draft.tally->flow;
        const QuarterSpan span = flow.trimmed();
        *head = Head{flow.total, flow.unscheduled, flow.before, flow.later, packed(draft.key), 0, kNoOffset, 0, 0};
        if (!span.isEmpty()) {
            head->first = static_cast<std::uint16_t>(span.first);
            head->count = static_cast<std::uint16_t>(span.last - span.first + 1);
            head->values = m_values.allocate(head->count, writer.values);
            std::copy_n(flow.values() + span.first, head->count, m_values.edit(head->values));
        }
        if (!draft.tally->hidden.isZero()) {
            head->hidden = m_hidden.allocate(1, writer.hidden);
            *m_hidden.edit(head->hidden) = draft.tally->hidden;
        }
        ++head;
    }
}

/// Makes room for one more series of a group.
void SeriesStore::grow(Group group)
{
    Entry& entry = edit(group);
    if (entry.count < entry.capacity)
        return;
    const std::uint32_t capacity = std::max<std::uint32_t>(2, entry.capacity * 2);
    const std::uint32_t moved = m_heads.allocate(capacity);
    Head* const to = m_heads.edit(moved);
    if (entry.count > 0)
        std::copy_n(m_heads.at(entry.heads), entry.count, to);
    if (entry.capacity > 0)
        m_heads.free(entry.heads, entry.capacity);
    entry.heads = moved;
    entry.capacity = capacity;
}

/// The head of a series of a group; a new one if there was none.
SeriesStore::Head& SeriesStore::open(Group group, std::uint32_t key)
{
    const std::span<const Head> heads = directory(entry(group));
    const auto found = std::lower_bound(heads.begin(), heads.end(), key,
                                        [](const Head& head, std::uint32_t k) { return head.key < k; });
    const auto place = static_cast<std::uint32_t>(found - heads.begin());
    if (found != heads.end() && found->key == key)
        return m_heads.edit(entry(group).heads)[place];
    grow(group);
    Entry& entry = edit(group);
    Head* const all = m_heads.edit(entry.heads);
    std::copy_backward(all + place, all + entry.count, all + entry.count + 1);
    ++entry.count;
    all[place] = Head{};
    all[place].key = key;
    return all[place];
}

void SeriesStore::widen(Head& head, QuarterSpan span)
{
    const QuarterSpan old{head.first, head.first + head.count - 1};
    if (head.count > 0 && span.first >= old.first && span.last <= old.last)
        return;
    QuarterSpan wide{std::max<Quarter>(0, span.first - kSlack), std::min<Quarter>(m_quarters - 1, span.last + kSlack)};
    if (head.count > 0)
        wide.include(old);
    const auto count = static_cast<std::uint32_t>(wide.last - wide.first + 1);
    const std::uint32_t moved = m_values.allocate(count);
    std::int64_t* const to = m_values.edit(moved);
    std::fill_n(to, count, 0);
    if (head.count > 0) {
        std::copy_n(m_values.at(head.values), head.count, to + (old.first - wide.first));
        m_values.free(head.values, head.count);
    }
    head.values = moved;
    head.first = static_cast<std::uint16_t>(wide.first);
    head.count = static_cast<std::uint16_t>(count);
}

void SeriesStore::addHidden(Head& head, const HiddenCounts& hidden)
{
    if (head.hidden == kNoOffset) {
        head.hidden = m_hidden.allocate(1);
        m_hidden.edit(head.hidden)->clear();
    }
    m_hidden.edit(head.hidden)->add(hidden, 1);
}

std::int64_t SeriesStore::add(Group group, SeriesKey key, const Tally& tally)
{
    Head& head = open(group, packed(key));
    const std::int64_t before = head.total;
    head.total += tally.flow.total;
    head.unscheduled += tally.flow.unscheduled;
    head.before += tally.flow.before;
    head.later += tally.flow.later;
    const QuarterSpan span = tally.flow.span();
    if (!span.isEmpty()) {
        widen(head, span);
        std::int64_t* const to = m_values.edit(head.values) + (span.first - head.first);
        const std::int64_t* const from = tally.flow.values() + span.first;
        for (Quarter i = 0; i <= span.last - span.first; ++i)
            to[i] += from[i];
    }
    if (!tally.hidden.isZero())
        addHidden(head, tally.hidden);
    return before;
}

void SeriesStore::addCounts(Group group, const DealCounts& counts)
{
    if (counts == DealCounts())
        return;
    edit(group).counts.add(counts, 1);
}

void SeriesStore::prefetch(Group group) const noexcept
{
    prefetchLine(&entry(group));
}

void SeriesStore::prefetchSeries(Group group) const noexcept
{
    const std::span<const Head> heads = directory(entry(group));
    if (!heads.empty())
        prefetchLine(heads.data());
}

std::size_t SeriesStore::memory() const noexcept
{
    std::size_t bytes = m_values.memory() + m_heads.memory() + m_hidden.memory();
    bytes += m_tiers.memory() + m_nodes.memory();
    for (const auto* entries : {&m_tiers, &m_nodes})
        entries->forEach([&](std::size_t, const Entry& entry) {
            for (const Head& head : directory(entry))
                bytes += head.hidden == kNoOffset ? 0 : m_hidden.at(head.hidden)->memory();
        });
    return bytes;
}

} // namespace ochain
