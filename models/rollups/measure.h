// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/ids.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ochain {

/// The measures of a group (data/README.md, section 4). Internal* show what stays inside: never part of a total.
enum class Measure : std::uint8_t {
    Revenue,
    Spend,
    Net,
    CapitalIn,
    CapitalOut,
    Gap,
    Funding,
    Backlog,
    CapacityIn,
    CapacityOut,
    Binding,
    Deals,
    DealsUndisclosedMoney,
    DealsUndisclosedCapacity,
    InternalTrade,
    InternalCapital,
    GuaranteedOut,
    GuaranteedIn,
    SiteCapacityIn, ///< kept to find what binds, and no measure of its own: capacity that reaches a site inside the
                    ///< group
};
inline constexpr std::size_t kMeasureCount = 18; ///< those that can be asked for
/// The name on the command line: "revenue", "capital_in" …
[[nodiscard]] std::string_view measureName(Measure measure) noexcept;
[[nodiscard]] std::optional<Measure> measureNamed(std::string_view name) noexcept;
[[nodiscard]] constexpr bool isCapacity(Measure m) noexcept
{
    return m == Measure::CapacityIn || m == Measure::CapacityOut || m == Measure::Binding;
}
/// Outstanding guarantees: a stock of money that counts in no other measure of money.
[[nodiscard]] constexpr bool isGuarantee(Measure m) noexcept
{
    return m == Measure::GuaranteedOut || m == Measure::GuaranteedIn;
}
/// What stands at a period's end, in contrast to what flows in it.
[[nodiscard]] constexpr bool isStock(Measure m) noexcept
{
    return isCapacity(m) || isGuarantee(m) || m == Measure::SiteCapacityIn;
}
/// Whether it counts deals, and has no periods.
[[nodiscard]] constexpr bool isCount(Measure m) noexcept
{
    return m == Measure::Deals || m == Measure::DealsUndisclosedMoney || m == Measure::DealsUndisclosedCapacity;
}

/// One figure: cents, kilowatts or a count; and how many deals under the lens would add to it but have no amount.
struct Figure {
    std::int64_t value = 0;
    std::uint32_t undisclosed = 0;
    bool operator==(const Figure&) const = default;
};

/// The binding layer of a group at a period's end.
struct BindingFigure {
    LayerNumber layer;
    Figure figure; ///< its kilowatts
};

} // namespace ochain
