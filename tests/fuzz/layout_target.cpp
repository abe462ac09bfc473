// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/layout_target.h"

#include "fuzz/expect.h"
#include "layout/layout_json.h"

#include <chrono>
#include <cstdint>

namespace ochain::fuzz {

void readLayout(std::string_view input)
{
    constexpr std::string_view kBar = "\n|\n";
    constexpr std::uint64_t kMostLooks = 2000; // a graph of any size ends soon
    const std::size_t bar = input.find(kBar);
    layout::JsonOptions options;
    options.budget = std::chrono::milliseconds(0);
    std::uint64_t looks = 0;
    options.cancelled = [&looks] { return ++looks > kMostLooks; };
    if (bar != std::string_view::npos)
        options.previous = input.substr(bar + kBar.size());
    const auto laidOut = layout::layoutJson(input.substr(0, bar), options);
    if (!laidOut) {
        expect(!laidOut.error().empty(), "a graph that cannot be read has a sentence");
        return;
    }
    options.previous = *laidOut;
    expect(layout::layoutJson(input.substr(0, bar), options).has_value(), "a layout is read as an earlier one");
}

} // namespace ochain::fuzz
