// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/measure.h"

#include <algorithm>
#include <array>

namespace ochain {

namespace {

constexpr std::array<std::string_view, kMeasureCount> kMeasureNames{
    "revenue",
    "spend",
    "net",
    "capital_in",
    "capital_out",
    "gap",
    "funding",
    "backlog",
    "capacity_in",
    "capacity_out",
    "binding",
    "deals",
    "deals_undisclosed_money",
    "deals_undisclosed_capacity",
    "internal_trade",
    "internal_capital",
    "guaranteed_out",
    "guaranteed_in",
};

} // namespace

std::string_view measureName(Measure measure) noexcept
{
    return kMeasureNames[static_cast<std::size_t>(measure)];
}

std::optional<Measure> measureNamed(std::string_view name) noexcept
{
    const auto* const found = std::find(kMeasureNames.begin(), kMeasureNames.end(), name);
    if (found == kMeasureNames.end())
        return std::nullopt;
    return static_cast<Measure>(found - kMeasureNames.begin());
}

} // namespace ochain
