// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/row_places.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace ochain {

std::vector<std::int64_t> placesOf(const std::vector<std::int64_t>& numbers)
{
    std::vector<std::int64_t> dealt = numbers;
    std::sort(dealt.begin(), dealt.end());
    std::vector<std::int64_t> pushed;
    pushed.reserve(numbers.size());
    std::int64_t previous = 0;
    for (const std::int64_t number : numbers)
        pushed.push_back(previous = std::max(number, previous + 1));
    const auto moved = [&numbers](const std::vector<std::int64_t>& places) {
        return std::inner_product(places.begin(), places.end(), numbers.begin(), std::size_t(0), std::plus<>(),
                                  [](std::int64_t a, std::int64_t b) { return a != b ? std::size_t(1) : 0U; });
    };
    return moved(dealt) < moved(pushed) ? dealt : pushed;
}

} // namespace ochain
