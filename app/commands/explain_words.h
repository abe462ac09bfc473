// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/difference.h"
#include "analyses/explain.h"
#include "formats/format.h"

#include <string>

namespace ochain {

/// What is told apart, and what it is compared with: without --against the same.
struct ExplainedViews {
    FigureView value;
    FigureView against;
    std::string scenario, scenarioAgainst; ///< keys; "" is the base

    [[nodiscard]] Unit unit() const noexcept
    {
        if (value.cell.deal.isSet())
            return isCapacity(value.cell.measure) ? Unit::Capacity : Unit::Money;
        return unitOf(value.cell.measure);
    }
    /// The chain that a line's rows are of.
    [[nodiscard]] const Chain& chainOf(const Part& part) const noexcept
    {
        return part.isEarlier ? against.chain : value.chain;
    }
};

/// What a line is of: "Oracle → OpenAI Group PBC, Cloud", "weight of Announced: 50 %".
[[nodiscard]] std::string labelOf(const ExplainedViews& views, const Part& part);
/// "OpenAI Group PBC spends ≥ $125B in 2028: 21 deals; the three largest are 71 % of it; 10 more say no amount"
/// @param hidden  which way what is undisclosed could move the figure
[[nodiscard]] std::string sentenceOf(const ExplainedViews& views, const Explanation& told, Hidden hidden);
/// "OpenAI Group PBC, spend in 2028: $125B against $90.1B, a difference of +$35.0B"
[[nodiscard]] std::string sentenceOf(const ExplainedViews& views, const FigureDifference& told);
/// The same amount as a difference shows it: with its sign.
[[nodiscard]] std::string amountOf(const ExplainedViews& views, std::int64_t amount, bool isDifference);

} // namespace ochain
