// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rollups/rollups.h"

#include <chrono>
#include <cstdint>
#include <ctime>
#include <filesystem>
#include <optional>
#include <random>
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

struct Setup {
    std::uint32_t deals = 0;
    std::uint64_t seed = 0;
    std::size_t edits = 0;
    std::filesystem::path folder;  ///< for the chain file and its copy
    std::filesystem::path program; ///< this one, to be run again for the memory it takes
};

/// Generates the chain, measures everything. What goes wrong is thrown with a message.
[[nodiscard]] std::vector<Result> measure(const Setup& setup);

/// Writes the synthetic chain into a file that is not there yet, to be opened in the window.
void writeSyntheticChain(const Setup& setup, const std::filesystem::path& file);

/// Draws edits of an amount or a date of deals, all of which stand and do not move the calendar.
class EditDrawer {
public:
    explicit EditDrawer(std::uint64_t seed) : m_random(seed) {}
    [[nodiscard]] Edit draw(const Chain& chain);

private:
    [[nodiscard]] std::size_t below(std::size_t count) { return static_cast<std::size_t>(m_random() % count); }

    std::mt19937_64 m_random;
};

/// Loads a file, rolls it up and edits it. @return the greatest memory the process had, in bytes
[[nodiscard]] std::uint64_t peakOfLoadRollupEdit(const std::filesystem::path& file, std::size_t edits,
                                                 std::uint64_t seed);

} // namespace ochain::bench
