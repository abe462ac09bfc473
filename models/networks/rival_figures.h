// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/group.h"
#include "chain/sentence.h"
#include "networks/reconciliation.h"

#include <optional>
#include <vector>

namespace ochain {

/// A figure of a row, or what a claim says of it against the row.
struct RivalFigure {
    RowRef row;
    Field field = 0;
    ClaimId claim; ///< unset: the row's own figure
    std::optional<double>
        stated;           ///< cents, kilowatts, basis points, or the number of a metric; nothing: the row has none
    double deviation = 0; ///< what it is taken to be uncertain by, in the same unit
    ReconciledQuantity reconciled;
};

/// Figures that sources give differently, with all that hangs on them, as they would agree: a proposal beside the
/// figures (data/README.md, section 8).
struct RivalFigures {
    std::vector<RivalFigure> figures; ///< a row's own figure, then its rivals; rows in the order of entry
    int iterations = 0;               ///< the most that figures which hang together took
    double residual = 0;
};

/// Of rows whose node, or one end of whose deal, is in a group; without one of all rows.
[[nodiscard]] RivalFigures rivalFiguresOf(const Chain& chain, std::optional<Group> group = {});

/// What is taken for given.
[[nodiscard]] std::vector<Sentence> assumptionsOfRivals();

} // namespace ochain
