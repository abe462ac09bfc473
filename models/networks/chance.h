// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/progress.h"
#include "networks/rings.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <unordered_set>
#include <vector>

namespace ochain {

/// How a network is held against chance.
struct ChanceOptions {
    int runs = 500;
    std::uint64_t seed = 1;
    int length = 6;             ///< of rings, arcs at most
    std::size_t most = 100'000; ///< rings counted in a run: the largest
};

/// What is observed, what chance gives, and how often chance gives as much.
struct HeldAgainstChance {
    double observed = 0;
    double mean = 0; ///< over the runs
    double p = 1;    ///< (1 + runs at least as high) ÷ (runs + 1)
};

/// Whether there are more rings than who pays whom by chance would give (data/README.md, section 8).
struct Chance {
    int runs = 0;
    bool isCut = false;                          ///< somewhere there were more rings than are counted
    HeldAgainstChance rings;                     ///< their number
    HeldAgainstChance sum;                       ///< their round trips together, cents
    std::vector<HeldAgainstChance> throughPlace; ///< by place: what part of the rings go through it, 0 to 1
};

/// Pays anew at random, run by run: within trade and within capital two arcs exchange whom they pay, again and again,
/// unless one would pay itself or one whom it pays already. So everyone keeps how many it pays and is paid by, and what
/// each of its own payments is. The same seed gives the same bits.
/// @param progress  asked before each run; false from it cancels, and there is nothing
[[nodiscard]] std::optional<Chance> holdAgainstChance(const std::vector<RingArc>& arcs, std::uint32_t places,
                                                      const ChanceOptions& options, const Progress& progress = {});

/// Who pays whom by chance, run after run.
class Rewiring {
public:
    Rewiring(const std::vector<RingArc>& arcs, std::uint64_t seed);
    /// The arcs of the next run, from where the one before has led.
    [[nodiscard]] const std::vector<RingArc>& next();

private:
    /// The arcs of a class with money, and who pays whom by them.
    struct OfClass {
        std::vector<std::uint32_t> arcs;
        std::unordered_set<std::uint64_t> paid;
    };
    void exchange(OfClass& ofClass);

    std::vector<RingArc> m_arcs;
    OfClass m_trade, m_capital;
    std::mt19937_64 m_random; ///< the same everywhere
};

} // namespace ochain
