// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reference/naive_rows.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ochain::naive {

/// The quarters of the calendar: their first days, and the day after the last, which is the horizon's.
struct Quarters {
    int firstYear = 0;
    std::vector<std::int64_t> bounds; ///< empty, or 4 per year and one

    [[nodiscard]] int count() const { return bounds.empty() ? 0 : static_cast<int>(bounds.size()) - 1; }
};

/// From the rows as they are, whatever the lens.
[[nodiscard]] Quarters quartersOf(const Data& rows);

/// Amounts over an interval; `sign` is -1 for what the overlap lens takes off.
struct Part {
    Maybe value, capacity, starts, ends;
    std::string commitment, boundary; ///< its own, else the deal's
    int sign = 1;
};

/// A deal under a lens.
struct Plan {
    std::string supplier, customer, dealClass, profile, layer;
    bool counts = false;                        ///< a part at least, under the lens
    bool hasMoney = false, hasCapacity = false; ///< judged on all parts, whether they count or not
    bool lacksMoney = false, lacksCapacity = false;
    bool formulaFails = false;
    Maybe starts, ends;
    std::vector<Part> parts;
    std::vector<std::int64_t> formulaQuarters; ///< cents; empty without a usable formula

    [[nodiscard]] std::int64_t money(int quarter, const Quarters& quarters) const;
    [[nodiscard]] std::int64_t moneyTotal() const;
    [[nodiscard]] std::int64_t moneyBefore(const Quarters& quarters) const; ///< the calendar
    [[nodiscard]] std::int64_t moneyUnscheduled() const;
    [[nodiscard]] std::int64_t moneyLater(const Quarters& quarters) const; ///< after the calendar
    [[nodiscard]] std::int64_t guaranteedAt(std::int64_t endOfPeriod) const;
    [[nodiscard]] std::int64_t guaranteedUnscheduled() const;
    [[nodiscard]] std::int64_t guaranteedLater(const Quarters& quarters) const;
    [[nodiscard]] std::int64_t capacityAt(std::int64_t endOfPeriod) const;
    [[nodiscard]] std::int64_t capacityTotal() const;
    [[nodiscard]] std::int64_t capacityUnscheduled() const;
    [[nodiscard]] std::int64_t capacityLater(const Quarters& quarters) const;
    /// Whether the deal's dates, open ends being endless, meet [from, to); false without dates.
    [[nodiscard]] bool meets(std::int64_t from, std::int64_t to) const;
    /// Whether the deal starts or ends after the calendar.
    [[nodiscard]] bool isLater(const Quarters& quarters) const;
    [[nodiscard]] bool hasDates() const { return starts || ends; }
};

/// Every deal by key, under the lens.
[[nodiscard]] std::map<std::string, Plan> plansOf(const Data& rows, const Lens& lens, const Quarters& quarters);

} // namespace ochain::naive
