// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bench/results.h"
#include "rollups/rollups.h"

#include <cstdint>
#include <filesystem>
#include <random>
#include <vector>

namespace ochain::bench {

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
