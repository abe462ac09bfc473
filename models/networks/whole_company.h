// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/calendar.h"
#include "chain/chain.h"
#include "schedule/lens.h"

#include <cstdint>
#include <optional>

namespace ochain {

/// What a company takes or spends in all, its deals in the chain among it, as a metric says.
struct WholeOfCompany {
    std::int64_t cents = 0;
    MetricId metric;
};

enum class WholeOf : std::uint8_t { Revenue, Cost };

/// The whole revenue or cost of a company in a year, or a quarter of it in a quarter: what its series `<key>_revenue`
/// or `<key>_cost` (the key with _ for -), of a unit of dollars, says of the twelve months that end with the metric's
/// date, for the year in which most of them lie. Of several for one year the last one counts. Nothing where no metric
/// that the lens shows is of that year, nor for what is no year or quarter: none is carried on from other years.
[[nodiscard]] std::optional<WholeOfCompany> wholeOf(const Chain& chain, const Lens& lens, NodeId company, WholeOf what,
                                                    Period period);

} // namespace ochain
