// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/deal_amounts.h"
#include "analyses/figure_cell.h"
#include "analyses/part.h"
#include "chain/chain.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ochain {

/// A state on the way from one view to another.
struct ViewStep {
    const Chain* chain = nullptr;
    Lens lens;
    FigureCell cell;
};

/// The same row in another chain, by its key; kNoRow if there is none, or it was none.
[[nodiscard]] std::uint32_t rowIn(const Chain& other, const Chain& chain, RowRef ref);

/// Tells apart what deals moved by between two states: by piece, and where a formula gives the money by series, in the
/// order of their names, and what else of it changed. One deal after another; for one thread; both states must outlive
/// it.
class DealMoves {
public:
    DealMoves(const ViewStep& before, const ViewStep& after);

    /// One side of a deal: unset if it adds nothing to that side's cell.
    struct Side {
        DealId deal;
        CellReading reading;
    };
    [[nodiscard]] std::vector<Part> of(const std::optional<Side>& before, const std::optional<Side>& after);

private:
    struct PieceAmount {
        std::uint32_t tranche = kNoRow; ///< of the chain after, or if `isEarlier` of that before
        bool isEarlier = false;
        Basis basis = Basis::Reported;
        std::int64_t amount = 0;
    };
    void addPieces(DealAmounts& amounts, const CellReading& reading, bool isBefore,
                   std::vector<PieceAmount>& pieces) const;
    void addFormula(const std::optional<Side>& before, const std::optional<Side>& after, std::vector<Part>& parts);
    std::int64_t addSeries(const Side& before, const Side& after, std::vector<Part>& parts);
    [[nodiscard]] std::vector<std::string> seriesOf(const Side& before, const Side& after);

    const ViewStep& m_beforeState;
    const ViewStep& m_afterState;
    DealAmounts m_before, m_after;
};

} // namespace ochain
