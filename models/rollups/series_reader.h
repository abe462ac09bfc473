// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rollups/series_store.h"
#include "rollups/tally.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace ochain {

/// Reads one series where it lies; for a single figure.
class SeriesReader {
public:
    SeriesReader() = default; ///< of a series that is not there: all zero
    explicit SeriesReader(const SeriesStore::View& view)
    {
        if (view.head == nullptr)
            return;
        m_total = view.head->total;
        m_unscheduled = view.head->unscheduled;
        m_before = view.head->before;
        m_later = view.head->later;
        m_values = view.values;
        m_span = {view.head->first, view.head->first + view.head->count - 1};
        m_hidden = view.hidden;
    }
    explicit SeriesReader(const Tally& tally)
        : m_total(tally.flow.total), m_unscheduled(tally.flow.unscheduled), m_before(tally.flow.before),
          m_later(tally.flow.later), m_values(tally.flow.values() + tally.flow.span().first), m_span(tally.flow.span()),
          m_hidden(&tally.hidden)
    {}

    [[nodiscard]] std::int64_t total() const noexcept { return m_total; }
    [[nodiscard]] std::int64_t unscheduled() const noexcept { return m_unscheduled; }
    /// Money accrued before the calendar.
    [[nodiscard]] std::int64_t before() const noexcept { return m_before; }
    [[nodiscard]] std::int64_t later() const noexcept { return m_later; }
    [[nodiscard]] std::int64_t at(Quarter quarter) const noexcept
    {
        return quarter < m_span.first || quarter > m_span.last ? 0 : m_values[quarter - m_span.first];
    }
    /// The sum of all quarters up to and with this one.
    [[nodiscard]] std::int64_t upTo(Quarter quarter) const noexcept
    {
        const Quarter count = std::min(quarter, m_span.last) - m_span.first + 1;
        return count <= 0 ? 0 : std::accumulate(m_values, m_values + count, std::int64_t{0});
    }
    [[nodiscard]] std::int32_t hiddenTotal() const noexcept { return m_hidden == nullptr ? 0 : m_hidden->total(); }
    [[nodiscard]] std::int32_t hiddenUndated() const noexcept { return m_hidden == nullptr ? 0 : m_hidden->undated(); }
    [[nodiscard]] std::int32_t hiddenLater() const noexcept { return m_hidden == nullptr ? 0 : m_hidden->later(); }
    [[nodiscard]] std::int32_t hiddenEndedBy(Quarter quarter) const noexcept
    {
        return m_hidden == nullptr ? 0 : m_hidden->endedBy(quarter);
    }
    [[nodiscard]] std::int32_t hiddenMeeting(QuarterSpan span) const noexcept
    {
        return m_hidden == nullptr ? 0 : m_hidden->meeting(span);
    }
    [[nodiscard]] bool isZero() const noexcept
    {
        const Quarter count = m_span.isEmpty() ? 0 : m_span.last - m_span.first + 1;
        return m_total == 0 && m_unscheduled == 0 && m_before == 0 && m_later == 0 &&
               (m_hidden == nullptr || m_hidden->isZero()) &&
               std::all_of(m_values, m_values + count, [](std::int64_t value) { return value == 0; });
    }

private:
    std::int64_t m_total = 0;
    std::int64_t m_unscheduled = 0;
    std::int64_t m_before = 0;
    std::int64_t m_later = 0;
    const std::int64_t* m_values = nullptr; ///< from the first quarter of m_span
    QuarterSpan m_span;
    const HiddenCounts* m_hidden = nullptr;
};

/// Adds a series up once, so that every quarter reads in O(1); for all periods at once.
class PrefixReader {
public:
    PrefixReader() = default; ///< of nothing; not to be read
    PrefixReader(const SeriesReader& reader, Quarter quarters)
        : m_reader(reader), m_upTo(static_cast<std::size_t>(quarters) + 1)
    {
        std::int64_t sum = 0;
        for (Quarter q = 0; q < quarters; ++q) {
            sum += reader.at(q);
            m_upTo[static_cast<std::size_t>(q) + 1] = sum;
        }
    }

    [[nodiscard]] std::int64_t total() const noexcept { return m_reader.total(); }
    [[nodiscard]] std::int64_t unscheduled() const noexcept { return m_reader.unscheduled(); }
    [[nodiscard]] std::int64_t before() const noexcept { return m_reader.before(); }
    [[nodiscard]] std::int64_t later() const noexcept { return m_reader.later(); }
    [[nodiscard]] std::int64_t upTo(Quarter quarter) const noexcept
    {
        return m_upTo[static_cast<std::size_t>(quarter) + 1]; // before the first, -1, it comes round to 0
    }
    // hidden deals are few: they are counted where they lie
    [[nodiscard]] std::int32_t hiddenTotal() const noexcept { return m_reader.hiddenTotal(); }
    [[nodiscard]] std::int32_t hiddenUndated() const noexcept { return m_reader.hiddenUndated(); }
    [[nodiscard]] std::int32_t hiddenLater() const noexcept { return m_reader.hiddenLater(); }
    [[nodiscard]] std::int32_t hiddenEndedBy(Quarter quarter) const noexcept { return m_reader.hiddenEndedBy(quarter); }
    [[nodiscard]] std::int32_t hiddenMeeting(QuarterSpan span) const noexcept { return m_reader.hiddenMeeting(span); }

private:
    SeriesReader m_reader;
    std::vector<std::int64_t> m_upTo; ///< of the quarter before each, so that the first is 0
};

} // namespace ochain
