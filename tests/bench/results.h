// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <ctime>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ochain::bench {

/// Seconds that f() takes.
template <class F>
[[nodiscard]] double secondsOf(F&& f)
{
    const auto before = std::chrono::steady_clock::now();
    f();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
}

/// Seconds by the clock and of processor time (all threads) of what is done several times.
struct Samples {
    std::vector<double> seconds, processor;

    template <class F>
    void take(F&& f)
    {
        const std::clock_t before = std::clock();
        seconds.push_back(secondsOf(std::forward<F>(f)));
        processor.push_back(static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC);
    }
};

/// The value below which a share of the samples lies; 0.5 is the median.
[[nodiscard]] double quantile(std::vector<double> samples, double share);

/// One thing measured, with what it is held against.
struct Result {
    std::string name; ///< as in JSON, its unit at the end: "load_ms"
    std::string text; ///< for the table
    double value = 0;
    std::optional<double> target; ///< at most
};

/// Prints what was measured, a line each, with its target and whether it was met.
void printTable(const std::vector<Result>& results);

} // namespace ochain::bench
