// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

namespace ochain {

/// Asked by work on another thread now and then; false: it is to give up.
using GoesOn = std::function<bool()>;

/// What is sorted where there is nothing to sort by: last.
inline constexpr std::int64_t kAbsentKey = std::numeric_limits<std::int64_t>::max();

/// A row with the number that it is sorted by.
struct KeyedRow {
    std::uint64_t key = 0;
    std::uint32_t row = 0;
};

/// A number as a key that sorts as it does.
[[nodiscard]] constexpr std::uint64_t asKey(std::int64_t number) noexcept
{
    return static_cast<std::uint64_t>(number) ^ (std::uint64_t{1} << 63U);
}

/// Sorts rows by their keys; equals stay as they are. Many are put in order digit by digit, in time that goes with
/// their number.
/// @return false: it gave up, and they are in no order
[[nodiscard]] bool sortByKey(std::span<KeyedRow> rows, const GoesOn& goesOn);

} // namespace ochain
