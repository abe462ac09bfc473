// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/calendar.h"
#include "formats/format.h"

#include <atomic>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ochain {

/// What the ribbons of a flow are: money of the period, or kilowatts of one layer standing at its end.
enum class FlowMode : std::uint8_t { Money, Capacity };
/// What a box is: a company with its parts, or a tier. By deal the boxes are companies too, and each deal has a ribbon
/// of its own.
enum class Grouping : std::uint8_t { Company, Tier, Deal };

/// "company", "tier" or "deal", as on the command line and in what views remember.
[[nodiscard]] std::string groupingName(Grouping grouping);
/// The other way; anything else is Company.
[[nodiscard]] Grouping groupingNamed(std::string_view name);

/// What a figure is asked for beside the chain, its rollups (whose lens counts) and the period.
struct FigureOptions {
    Period period = kTotal;
    std::string group = "openai-group"; ///< of capacity and money; in the flow the company whose balance is drawn
    FlowMode mode = FlowMode::Money;
    std::string layer = "chips"; ///< of FlowMode::Capacity: the key of a layer tier
    Grouping grouping = Grouping::Company;
    std::set<std::string> expanded; ///< FlowNode ids that are opened
    /// FlowNode ids that the user has put into an order: each list keeps it from top to bottom within a column.
    std::vector<std::vector<std::string>> orders;
    PeriodKind granularity = PeriodKind::Year;    ///< of the money chart
    std::optional<Period> from, to;               ///< periods shown of capacity and money; open: the calendar's
    int mostPerColumn = 9;                        ///< boxes; the rest are gathered into one
    bool withGuarantees = false;                  ///< of the flow of money: as outlines
    std::string scenario;                         ///< key of the one that the chain is under; empty: the base
    std::vector<std::string> tried;               ///< what is overridden beside it: "deals:amd-openai-6gw.ends"
    Day today = kNoDay;                           ///< that "as known today" names; kNoDay: the clock's
    const std::atomic<bool>* cancelled = nullptr; ///< once true, building stops soon; null: never
    [[nodiscard]] bool isCancelled() const noexcept { return cancelled != nullptr && *cancelled; }
};

} // namespace ochain
