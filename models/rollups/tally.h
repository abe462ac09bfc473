// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/calendar.h"

#include <cstdint>
#include <vector>

namespace ochain {

/// Some quarters in a row; empty if last < first.
struct QuarterSpan {
    Quarter first = 0;
    Quarter last = -1;

    [[nodiscard]] bool isEmpty() const noexcept { return last < first; }
    void include(Quarter quarter) noexcept;
    void include(QuarterSpan other) noexcept;
};

/// Amounts by quarter: money as what moves in each, capacity as what is added to and taken from what stands. Zero
/// outside `span`, so that adding, comparing and clearing cost no more than that.
class Flow {
public:
    /// Room for the quarters of a calendar, all zero.
    void resize(Quarter quarters);
    void clear() noexcept;
    /// Adds to one quarter.
    void add(Quarter quarter, std::int64_t amount) noexcept
    {
        m_values[static_cast<std::size_t>(quarter)] += amount;
        m_span.include(quarter);
    }
    void add(const Flow& other, int sign) noexcept;
    void add(QuarterSpan span, const std::int64_t* values) noexcept;

    [[nodiscard]] QuarterSpan span() const noexcept { return m_span; }
    /// The span without zeros at its ends.
    [[nodiscard]] QuarterSpan trimmed() const noexcept;
    /// Values from the first quarter of the calendar.
    [[nodiscard]] const std::int64_t* values() const noexcept { return m_values.data(); }
    [[nodiscard]] std::int64_t* room(QuarterSpan span) noexcept; ///< to add to quarters of `span`
    [[nodiscard]] bool isZero() const noexcept
    {
        return total == 0 && unscheduled == 0 && before == 0 && later == 0 && trimmed().isEmpty();
    }

    std::int64_t total = 0;
    std::int64_t unscheduled = 0;
    std::int64_t before = 0; ///< money accrued before the calendar: claims can move a piece there
    std::int64_t later = 0;  ///< scheduled after the calendar: accruing, deployed or starting then

private:
    std::vector<std::int64_t> m_values;
    QuarterSpan m_span;
};

/// How many deals without an amount belong to a figure, kept so that the number meeting any span of quarters can be
/// told: those that start by its end less those whose last day lies before it.
class HiddenCounts {
public:
    /// Adds (sign 1) or takes out (-1) a deal.
    /// @param first  the quarter of its start: -1 before the calendar or open; quarters() after it
    /// @param last   the quarter of its last day: quarters() after the calendar or open; before `first` only if claims
    ///               contradict each other: then it meets a span that holds both
    void addDeal(Quarter first, Quarter last, Quarter quarters, int sign);
    void addUndated(int sign) noexcept;
    /// Counts a dated deal among those that start or end after the calendar too.
    void addLater(int sign) noexcept { m_later += sign; }
    void add(const HiddenCounts& other, int sign);
    void clear() noexcept;

    [[nodiscard]] bool isZero() const noexcept
    {
        return m_total == 0 && m_undated == 0 && m_later == 0 && m_entries.empty() && m_reversed.empty();
    }
    [[nodiscard]] std::int32_t total() const noexcept { return m_total; }
    [[nodiscard]] std::int32_t undated() const noexcept { return m_undated; }
    [[nodiscard]] std::int32_t later() const noexcept { return m_later; }
    /// Dated ones whose last day lies in a quarter up to and with this one.
    [[nodiscard]] std::int32_t endedBy(Quarter quarter) const noexcept;
    /// Those whose dates meet a span; it must not be empty.
    [[nodiscard]] std::int32_t meeting(QuarterSpan span) const noexcept;
    /// The quarters in which the number meeting them is not zero, from the first to the last.
    [[nodiscard]] QuarterSpan span(Quarter quarters) const noexcept;
    [[nodiscard]] std::size_t memory() const noexcept
    {
        return m_entries.capacity() * sizeof(Entry) + m_reversed.capacity() * sizeof(Reversed);
    }

private:
    struct Entry {
        Quarter quarter = 0;
        std::int32_t starts = 0;
        std::int32_t ends = 0;
    };
    /// Deals that end before they start.
    struct Reversed {
        Quarter first = 0;
        Quarter last = 0;
        std::int32_t count = 0;
    };
    void addAt(Quarter quarter, std::int32_t starts, std::int32_t ends);
    void addReversed(Quarter first, Quarter last, std::int32_t count);

    std::int32_t m_total = 0;
    std::int32_t m_undated = 0;
    std::int32_t m_later = 0;
    std::vector<Entry> m_entries;     ///< by quarter; none of only zeros
    std::vector<Reversed> m_reversed; ///< none of zero
};

/// What one series gets or has: amounts, and deals that hide theirs.
struct Tally {
    Flow flow;
    HiddenCounts hidden;

    void clear() noexcept
    {
        flow.clear();
        hidden.clear();
    }
    void add(const Tally& other, int sign)
    {
        flow.add(other.flow, sign);
        hidden.add(other.hidden, sign);
    }
    [[nodiscard]] bool isZero() const noexcept { return hidden.isZero() && flow.isZero(); }
};

/// How many deals cross a border, and how many of them lack an amount.
struct DealCounts {
    std::int32_t deals = 0;
    std::int32_t lacksMoney = 0;
    std::int32_t lacksCapacity = 0;

    void add(const DealCounts& other, int sign) noexcept
    {
        deals += sign * other.deals;
        lacksMoney += sign * other.lacksMoney;
        lacksCapacity += sign * other.lacksCapacity;
    }
    bool operator==(const DealCounts&) const = default;
};

} // namespace ochain
