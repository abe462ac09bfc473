// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>

namespace ochain::layout {

/// When a search has to stop: at a time, on demand, or after so many steps of work. A little work is always done, about
/// a microsecond for each item: without it a budget that is spent before the search starts would leave a tangle.
class Limit {
public:
    /// @param end when to stop. Absent: after @p steps
    /// @param steps with an end: what is expected to be done by then
    Limit(std::optional<std::chrono::steady_clock::time_point> end, std::function<bool()> cancelled,
          std::uint64_t steps, std::uint32_t items)
        : m_start(std::chrono::steady_clock::now()), m_end(end), m_cancelled(std::move(cancelled)), m_steps(steps),
          m_grace(kGracePerItem * items)
    {}

    /// Counts work done; looks at the clock now and then. @return whether the search has to stop
    bool spend(std::uint64_t steps);
    [[nodiscard]] bool isOver() const { return m_over; }
    /// How much of the steps is spent, or of the time where that is more; 0 to 1. The clock is looked at by spend()
    /// alone.
    [[nodiscard]] double share() const;
    /// What is expected to be spent in all.
    [[nodiscard]] double steps() const { return static_cast<double>(m_steps); }
    [[nodiscard]] double stepsLeft() const { return (1 - share()) * steps(); }

private:
    std::chrono::steady_clock::time_point m_start;
    std::optional<std::chrono::steady_clock::time_point> m_end;
    std::function<bool()> m_cancelled;
    static constexpr std::uint64_t kGracePerItem = 400; ///< steps

    std::uint64_t m_steps = 0;
    std::uint64_t m_grace = 0;
    std::uint64_t m_spent = 0;
    std::uint64_t m_nextLook = 0;
    double m_shareOfTime = 0;
    bool m_over = false;
};

} // namespace ochain::layout
