// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/deal_amounts.h"
#include "analyses/figure_cell.h"
#include "chain/progress.h"

#include <memory>
#include <optional>
#include <vector>

namespace ochain {

/// What one deal adds to a cell.
struct CellTerm {
    std::size_t reading = 0; ///< its place among the cell's readings
    DealId deal;
    std::int64_t amount = 0; ///< with the sign of the reading
    std::int64_t stated = 0; ///< where the lens leaves nothing of it: what it would be as stated
};

/// A deal that would add to a cell but has no amount.
struct HiddenDeal {
    std::size_t reading = 0;
    DealId deal;
};

/// A cell told apart into its deals.
struct CellTerms {
    Figure figure;
    std::int64_t floor = 0; ///< what keeps a gap from falling below zero; the amounts and it add up to the value
    std::vector<CellReading> readings;   ///< of binding that of the layer that binds, or none
    std::vector<CellTerm> terms;         ///< in no order; none that is nothing, as it counts and as it is stated
    std::vector<HiddenDeal> undisclosed; ///< figure.undisclosed of them
};

/// The lens without what takes something away: all of what is known by then, assumed rows in or out, as stated.
[[nodiscard]] Lens statedLens(const Lens& lens) noexcept;

/// Tells cells apart under one lens. For one thread; the chain must outlive it and stay as it is.
class CellReader {
public:
    CellReader(const Chain& chain, const Lens& lens, const Calendar& calendar);

    /// Looks at each deal with an end in the cell's group.
    /// @param progress  asked now and then; false from it cancels, and there is nothing
    [[nodiscard]] std::optional<CellTerms> read(const FigureCell& cell, const Progress& progress = {});

private:
    void add(DealId id, std::size_t reading, CellTerms& terms);
    [[nodiscard]] std::optional<std::size_t> readingFor(const Deal& deal, Side side, const CellTerms& terms) const;
    [[nodiscard]] bool addGroup(Group group, CellTerms& terms, const Progress& progress);

    const Chain& m_chain;
    DealAmounts m_amounts;
    std::unique_ptr<DealAmounts> m_stated; ///< if the lens takes something away
    bool m_isBinding = false;              ///< of the cell under way
};

} // namespace ochain
