// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/difference.h"
#include "analyses/explain.h"
#include "analyses/sources.h"
#include "formats/format.h"

#include <QCoreApplication>
#include <QString>

#include <string>

namespace ochain {

/// The translation context of what explanations say.
struct ExplainedWords {
    Q_DECLARE_TR_FUNCTIONS(Explained)
};

/// What is told apart, and what it is compared with: where nothing is, the same.
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

/// What is said of a figure before its lines.
struct ExplainedSentence {
    QString figure; ///< "OpenAI Group PBC spends ≥ $125B in 2028"
    QString made;   ///< "21 deals; the three largest are 71 % of it"; empty of a deal or a count
    QString hidden; ///< "10 more say no amount"; empty if all do

    /// "OpenAI Group PBC spends ≥ $125B in 2028: 21 deals; …; 10 more say no amount"
    [[nodiscard]] QString whole() const;
};

/// What a line is of: "Oracle → OpenAI Group PBC, Cloud", "weight of Announced: 50 %".
[[nodiscard]] QString labelOf(const ExplainedViews& views, const Part& part);
/// @param hidden  which way what is undisclosed could move the figure
[[nodiscard]] ExplainedSentence sentenceOf(const ExplainedViews& views, const Explanation& told, Hidden hidden);
/// "OpenAI Group PBC, spend in 2028: $125B against $90.1B, a difference of +$35.0B"; where the periods differ both are
/// said
[[nodiscard]] QString sentenceOf(const ExplainedViews& views, const FigureDifference& told);
/// The same amount as a difference shows it: with its sign.
[[nodiscard]] QString amountOf(const ExplainedViews& views, std::int64_t amount, bool isDifference);
/// Of a deal that is one piece with nothing taken from it: the piece would say the same again.
[[nodiscard]] bool isSaidTwice(const Part& part) noexcept;

} // namespace ochain
