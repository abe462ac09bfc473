// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "order_search.h"
#include "random.h"

#include <cstdint>
#include <vector>

namespace ochain::layout {

/// Goes on from an order that sifting cannot improve: disturbs a small part of it, repairs around that part, and keeps
/// the result if it is no worse (iterated local search).
class Improver {
public:
    Improver(const Layered& layered, OrderSearch& search, Random& random)
        : m_layered(layered), m_search(search), m_random(random), m_isWaiting(layered.items(), 0),
          m_isChosen(layered.items(), 0)
    {}

    /// Attempts to improve the order. Cold (@p warmth 0): only what is no worse is kept, until so many attempts in a
    /// row gained nothing. Warm: so many attempts, of which those are kept that stand above the best by no more than an
    /// allowance, which falls from
    /// @p warmth to nothing. Leaves the best order found. @return what was gained
    double attempts(std::uint64_t count, double warmth, Limit& limit);
    /// Puts every column into a random order.
    void shuffle();

private:
    void choose();
    void chooseAround(std::uint32_t item, std::uint32_t count);
    void chooseStretch(std::uint32_t item, std::uint32_t count);
    void chooseSpread(std::uint32_t count);
    void pick(std::uint32_t item);
    [[nodiscard]] bool hasPresentNeighbour(std::uint32_t item) const;
    double rebuild();
    double repair(Limit& limit);
    void wait(std::uint32_t item);
    void waitForNeighbours(std::uint32_t item);

    const Layered& m_layered;
    OrderSearch& m_search;
    Random& m_random;
    std::vector<std::uint32_t> m_waiting;
    std::vector<char> m_isWaiting;
    std::vector<std::uint32_t> m_chosen;
    std::vector<char> m_isChosen;
};

} // namespace ochain::layout
