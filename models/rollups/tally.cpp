// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/tally.h"

#include <algorithm>

namespace ochain {

void QuarterSpan::include(Quarter quarter) noexcept
{
    include({quarter, quarter});
}

void QuarterSpan::include(QuarterSpan other) noexcept
{
    if (other.isEmpty())
        return;
    first = isEmpty() ? other.first : std::min(first, other.first);
    last = std::max(last, other.last);
}

void Flow::resize(Quarter quarters)
{
    m_values.assign(static_cast<std::size_t>(quarters), 0);
    m_span = {};
    total = unscheduled = before = later = 0;
}

void Flow::clear() noexcept
{
    if (!m_span.isEmpty())
        std::fill(m_values.begin() + m_span.first, m_values.begin() + m_span.last + 1, 0);
    m_span = {};
    total = unscheduled = before = later = 0;
}

std::int64_t* Flow::room(QuarterSpan span) noexcept
{
    // the last may lie before the first of an empty span; include() takes the greater
    if (m_span.isEmpty())
        m_span = span;
    else
        m_span.include(span);
    return m_values.data();
}

void Flow::add(QuarterSpan span, const std::int64_t* values) noexcept
{
    if (span.isEmpty())
        return;
    std::int64_t* const to = room(span) + span.first;
    const Quarter count = span.last - span.first + 1;
    for (Quarter i = 0; i < count; ++i)
        to[i] += values[i];
}

void Flow::add(const Flow& other, int sign) noexcept
{
    total += sign * other.total;
    unscheduled += sign * other.unscheduled;
    before += sign * other.before;
    later += sign * other.later;
    if (sign > 0) {
        add(other.m_span, other.m_values.data() + other.m_span.first);
        return;
    }
    if (other.m_span.isEmpty())
        return;
    std::int64_t* const to = room(other.m_span);
    for (Quarter q = other.m_span.first; q <= other.m_span.last; ++q)
        to[q] -= other.m_values[static_cast<std::size_t>(q)];
}

QuarterSpan Flow::trimmed() const noexcept
{
    QuarterSpan span = m_span;
    while (!span.isEmpty() && m_values[static_cast<std::size_t>(span.first)] == 0)
        ++span.first;
    while (!span.isEmpty() && m_values[static_cast<std::size_t>(span.last)] == 0)
        --span.last;
    return span;
}

void HiddenCounts::addAt(Quarter quarter, std::int32_t starts, std::int32_t ends)
{
    const auto at = std::lower_bound(m_entries.begin(), m_entries.end(), quarter,
                                     [](const Entry& entry, Quarter q) { return entry.quarter < q; });
    if (at == m_entries.end() || at->quarter != quarter) {
        m_entries.insert(at, Entry{quarter, starts, ends});
        return;
    }
    at->starts += starts;
    at->ends += ends;
    if (at->starts == 0 && at->ends == 0)
        m_entries.erase(at);
}

void HiddenCounts::addDeal(Quarter first, Quarter last, Quarter quarters, int sign)
{
    m_total += sign;
    if (last < first)
        return addReversed(first, last, sign);
    if (first < quarters)
        addAt(std::max<Quarter>(0, first), sign, 0); // nobody asks about what is before the calendar
    if (last < quarters)
        addAt(last, 0, sign);
}

void HiddenCounts::addReversed(Quarter first, Quarter last, std::int32_t count)
{
    const auto at = std::find_if(m_reversed.begin(), m_reversed.end(), [first, last](const Reversed& reversed) {
        return reversed.first == first && reversed.last == last;
    });
    if (at == m_reversed.end())
        m_reversed.push_back({first, last, count});
    else if ((at->count += count) == 0)
        m_reversed.erase(at);
}

void HiddenCounts::addUndated(int sign) noexcept
{
    m_total += sign;
    m_undated += sign;
}

void HiddenCounts::add(const HiddenCounts& other, int sign)
{
    m_total += sign * other.m_total;
    m_undated += sign * other.m_undated;
    m_later += sign * other.m_later;
    for (const Entry& entry : other.m_entries)
        addAt(entry.quarter, sign * entry.starts, sign * entry.ends);
    for (const Reversed& reversed : other.m_reversed)
        addReversed(reversed.first, reversed.last, sign * reversed.count);
}

void HiddenCounts::clear() noexcept
{
    m_total = m_undated = m_later = 0;
    m_entries.clear();
    m_reversed.clear();
}

std::int32_t HiddenCounts::meeting(QuarterSpan span) const noexcept
{
    std::int32_t count = 0;
    for (const Entry& entry : m_entries)
        count += (entry.quarter <= span.last ? entry.starts : 0) - (entry.quarter < span.first ? entry.ends : 0);
    for (const Reversed& reversed : m_reversed)
        count += reversed.first <= span.last && reversed.last >= span.first ? reversed.count : 0;
    return count;
}

std::int32_t HiddenCounts::endedBy(Quarter quarter) const noexcept
{
    std::int32_t count = 0;
    for (const Entry& entry : m_entries)
        count += entry.quarter <= quarter ? entry.ends : 0;
    for (const Reversed& reversed : m_reversed)
        count += reversed.last <= quarter ? reversed.count : 0;
    return count;
}

QuarterSpan HiddenCounts::span(Quarter quarters) const noexcept
{
    QuarterSpan span;
    std::int32_t present = 0; // behind the ends of the quarter before
    std::size_t next = 0;
    for (Quarter q = m_entries.empty() ? quarters : std::max<Quarter>(0, m_entries.front().quarter); q < quarters;
         ++q) {
        std::int32_t leaving = 0;
        for (; next < m_entries.size() && m_entries[next].quarter <= q; ++next) {
            present += m_entries[next].starts - (m_entries[next].quarter < q ? m_entries[next].ends : 0);
            leaving += m_entries[next].quarter == q ? m_entries[next].ends : 0;
        }
        if (present != 0)
            span.include(q);
        present -= leaving;
    }
    for (const Reversed& reversed : m_reversed) {
        if (reversed.first / 4 == reversed.last / 4) { // it meets their year, though none of its quarters
            span.include(reversed.last);
            span.include(reversed.first);
        }
    }
    return span;
}

} // namespace ochain
