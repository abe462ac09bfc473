// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/date.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace ochain {

/// What kind of period a figure is for. (Stands before the type Quarter, which its enumerator would otherwise shadow.)
enum class PeriodKind : std::uint8_t { Year, Quarter, Total, Unscheduled, Later };

/// Index of a quarter counted from the first of the calendar.
using Quarter = std::int32_t;

/// Whole years that the periods of a chain cover, the last one being the horizon (data/README.md, section 3). Empty
/// when no deal has a date.
class Calendar {
public:
    Calendar() = default;
    /// @param firstYear, lastYear  both included; lastYear < firstYear is the empty calendar
    Calendar(int firstYear, int lastYear);

    [[nodiscard]] bool isEmpty() const noexcept { return m_bounds.size() < 2; }
    [[nodiscard]] int firstYear() const noexcept { return m_firstYear; }
    [[nodiscard]] int lastYear() const noexcept { return m_firstYear + years() - 1; }
    [[nodiscard]] int years() const noexcept { return quarters() / 4; }
    [[nodiscard]] Quarter quarters() const noexcept
    {
        return m_bounds.empty() ? 0 : static_cast<Quarter>(m_bounds.size()) - 1;
    }
    [[nodiscard]] Day startOf(Quarter quarter) const noexcept { return m_bounds[static_cast<std::size_t>(quarter)]; }
    [[nodiscard]] Day endOf(Quarter quarter) const noexcept { return m_bounds[static_cast<std::size_t>(quarter) + 1]; }
    [[nodiscard]] Day starts() const noexcept { return m_bounds.front(); } ///< not of an empty calendar
    [[nodiscard]] Day ends() const noexcept
    {
        return m_bounds.back();
    } ///< the day after the last; not of an empty calendar
    /// The quarter a day lies in; below 0 or at least quarters() outside the calendar.
    [[nodiscard]] Quarter quarterOf(Day day) const noexcept;
    /// First days of the quarters and the end of the last one.
    [[nodiscard]] const std::vector<Day>& bounds() const noexcept { return m_bounds; }

    bool operator==(const Calendar&) const = default;

private:
    int m_firstYear = 0;
    std::vector<Day> m_bounds;
};

/// What a figure is for: a year, a quarter of one, all of it, what has no dates, or what comes after the calendar.
struct Period {
    PeriodKind kind = PeriodKind::Total;
    int year = 0;
    int quarter = 0; ///< 1 to 4 of a Quarter
    auto operator<=>(const Period&) const noexcept = default;
};

inline constexpr Period kTotal{PeriodKind::Total, 0, 0};
inline constexpr Period kUnscheduled{PeriodKind::Unscheduled, 0, 0};
inline constexpr Period kLater{PeriodKind::Later, 0, 0};

/// "2027", "2027Q3", "total", "unscheduled" or "later".
[[nodiscard]] std::string formatPeriod(Period period);
/// Reads "2027" or "2027Q3" (also "2027 Q3", "2027-Q3"); InvalidInput for anything else.
[[nodiscard]] Result<Period> parsePeriod(std::string_view text);

} // namespace ochain
