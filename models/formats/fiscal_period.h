// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/date.h"

#include <QString>

namespace ochain {

/// A fiscal year or a part of one, as its company counts: "Q3 FY26", "1H FY2027", "2027财年".
struct FiscalPeriod {
    int year = 0;    ///< that it is named by; 0: not said
    int quarter = 0; ///< 1 to 4; 0: not said
    int half = 0;    ///< 1 or 2; 0: not said
};

/// How a company counts its fiscal years.
struct FiscalCalendar {
    int lastMonth = 12;          ///< 1 to 12
    bool isNamedByStart = false; ///< by the calendar year in which it begins, as in Japan, not by that in which it ends
};

/// The months of the calendar that something covers, both included.
struct MonthSpan {
    Date first;
    Date last;
    bool operator==(const MonthSpan&) const = default;
};

/// Whether a text counts by a fiscal year.
/// @param text  in the form of normalised()
[[nodiscard]] bool saysFiscal(const QString& text);
/// Which one; of year 0 if it names none, or several.
[[nodiscard]] FiscalPeriod fiscalPeriodIn(const QString& text);
/// When that was or will be. The last month is counted whole, though the year may end on the last Sunday of it.
[[nodiscard]] MonthSpan monthsOf(const FiscalPeriod& period, const FiscalCalendar& calendar);

} // namespace ochain
