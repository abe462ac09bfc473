// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <compare>
#include <cstdint>

namespace ochain {

/// A whole number of one unit, which mixes with no other: money plus money is money, money plus power does not build.
/// Costs what its number costs. Amounts of rows are never negative, so that -1 is free for one that nobody gave; that
/// is what a new quantity is, as a new id or date is unset. A difference may well be -1: do not ask it isAbsent().
/// Where numbers of many units stand in one place (Figure::value), it is `value` that goes in and out.
template <class Unit, class Number>
struct Quantity {
    static constexpr Number kAbsent = -1;
    Number value = kAbsent;

    [[nodiscard]] constexpr bool isAbsent() const noexcept { return value == kAbsent; }
    constexpr auto operator<=>(const Quantity&) const noexcept = default;

    constexpr Quantity& operator+=(Quantity other) noexcept
    {
        value += other.value;
        return *this;
    }
    constexpr Quantity& operator-=(Quantity other) noexcept
    {
        value -= other.value;
        return *this;
    }
    [[nodiscard]] friend constexpr Quantity operator+(Quantity a, Quantity b) noexcept { return a += b; }
    [[nodiscard]] friend constexpr Quantity operator-(Quantity a, Quantity b) noexcept { return a -= b; }
    [[nodiscard]] constexpr Quantity operator-() const noexcept { return {-value}; }
};

using Cents = Quantity<struct CentsUnit, std::int64_t>;             ///< US cents
using Kilowatts = Quantity<struct KilowattsUnit, std::int64_t>;     ///< kW
using BasisPoints = Quantity<struct BasisPointsUnit, std::int32_t>; ///< 1/100 of a percent

/// An amount that may be absent as one of a sum: zero then.
template <class Unit, class Number>
[[nodiscard]] constexpr Quantity<Unit, Number> orZero(Quantity<Unit, Number> amount) noexcept
{
    return amount.isAbsent() ? Quantity<Unit, Number>{0} : amount;
}
/// Adds what is given to what is given; the sum of absent amounts is absent.
template <class Unit, class Number>
constexpr void addGiven(Quantity<Unit, Number>& sum, Quantity<Unit, Number> amount) noexcept
{
    if (!amount.isAbsent())
        sum = orZero(sum) + amount;
}

} // namespace ochain
