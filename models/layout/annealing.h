// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layered.h"
#include "limit.h"
#include "order_search.h"
#include "random.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ochain::layout {

/// Simulated annealing of an order: items wander up and down their columns, at first nearly as they like, then less and
/// less against the crossings that it costs. For graphs too large for trying every start.
///
/// Keeps for every two items of a column what standing one way up costs more than the other, so that a proposal costs
/// one addition for each item passed; only a move that is taken changes these numbers, for the items joined to those
/// that passed each other.
class Annealing {
public:
    /// Whether there is memory for the pairs (128 MB at most) and something to gain with so much work.
    [[nodiscard]] static bool suits(const Layered& layered, double steps);

    /// Starts from the order of a search and keeps to its ranks and zones.
    explicit Annealing(const Layered& layered, const OrderSearch& search);

    /// Temperatures to start from, in units of the mean product of two strands for an item of mean weight: one at which
    /// little stays where it was, and one at which neighbours still change places, but the whole keeps its shape.
    static constexpr double kHot = 30;
    static constexpr double kWarm = 15;

    /// Cools over so much of the whole limit. Call once. @return the order at the end: cold, but not yet sifted
    [[nodiscard]] Order run(double start, double share, Random& random, Limit& limit);

private:
    /// Segments of the items of one column to one side, with their other ends as numbers in that column.
    struct Segment {
        std::uint32_t end = 0;
        double weight = 0;
    };
    struct Column;
    struct Side {
        Column* column = nullptr;         ///< at the other end
        std::vector<std::uint32_t> first; ///< of each item, + 1
        std::vector<Segment> segments;
    };
    struct Column {
        std::vector<std::uint32_t> items; ///< by number
        std::vector<std::uint32_t> order; ///< numbers, from the top
        std::vector<std::uint32_t> position;
        std::vector<double> pairs; ///< [u * size + v]: what v above u costs more than u above v
        std::array<Side, 2> sides; ///< to the left, to the right
    };
    struct Mover {
        std::uint32_t column = 0;
        std::uint32_t number = 0;
        double heat = 0; ///< allowance at temperature 1
        bool isBound = false;
    };

    void readSides(std::uint32_t c, const std::vector<std::uint32_t>& number);
    void fillPairs(Column& column, const std::vector<std::uint32_t>& number);
    void findMovers();
    [[nodiscard]] std::uint32_t furthest(const Mover& mover, std::uint32_t end) const;
    void propose(const Mover& mover, double temperature, Random& random);
    void pass(const Column& column, std::uint32_t u, std::uint32_t v, double sign);

    const Layered& m_layered;
    const OrderSearch& m_search;
    std::vector<Column> m_columns;
    std::vector<Mover> m_movers;
    std::uint64_t m_steps = 0;
};

} // namespace ochain::layout
