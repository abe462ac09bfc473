// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/difference.h"
#include "chain/progress.h"
#include "document/document.h"
#include "items/explained_words.h"
#include "rollups/snapshot.h"

#include <cstdint>
#include <optional>
#include <string>

namespace ochain {

/// What a figure of the window is held against.
enum class Against : std::uint8_t {
    Nothing,    ///< it is told what the figure is made of
    SecondLens, ///< the lens that the window's is compared with
    PeriodBefore,
    LastEdit, ///< the chain as it was before the edit that undo would take back
};

/// Why a figure is another than it was, with what it is looked at through on both sides.
struct ToldDifference {
    SharedSnapshot value, against; ///< may be one
    Lens lens, lensAgainst;
    FigureCell cell, cellAgainst; ///< of the chain of each side
    FigureDifference told;
    std::string scenario{}, scenarioAgainst{}; ///< keys; "" is the base

    [[nodiscard]] ExplainedViews views() const noexcept
    {
        return {{value->chain, lens, cell}, {against->chain, lensAgainst, cellAgainst}, scenario, scenarioAgainst};
    }
};

/// A difference to be told: nothing where a figure has nothing to be held against, such as a period before the
/// calendar, or a deal that the last edit entered.
[[nodiscard]] std::optional<ToldDifference> differenceToTell(const Document& document, const FigureCell& cell,
                                                             Against against);
/// Tells it, on any thread. @return false: cancelled
[[nodiscard]] bool tell(ToldDifference& difference, const Progress& progress = {});

} // namespace ochain
