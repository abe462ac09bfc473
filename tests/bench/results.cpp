// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/results.h"

#include <algorithm>

#include <fmt/format.h>

namespace ochain::bench {

double quantile(std::vector<double> samples, double share)
{
    std::sort(samples.begin(), samples.end());
    const auto at = static_cast<std::size_t>(share * static_cast<double>(samples.size()));
    return samples[std::min(at, samples.size() - 1)];
}

void printTable(const std::vector<Result>& results)
{
    fmt::print("{:<50} {:>12} {:>10}\n", "", "measured", "target");
    for (const Result& result : results) {
        const std::string target = result.target ? fmt::format("<= {:g}", *result.target) : "";
        const char* const verdict = !result.target ? "" : result.value <= *result.target ? "  met" : "  missed";
        const int decimals = result.value >= 1000 ? 0 : 2;
        fmt::print("{:<50} {:>12.{}f} {:>10}{}\n", result.text, result.value, decimals, target, verdict);
    }
}

} // namespace ochain::bench
