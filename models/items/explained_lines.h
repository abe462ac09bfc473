// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/sources.h"
#include "items/explained_words.h"
#include "items/explanation_model.h"

#include <QString>

#include <vector>

namespace ochain {

/// A line of the tree of an explanation, with its place in it.
struct ExplainedLine {
    ExplanationModel::Line kind = ExplanationModel::Line::Part;
    int above = -1;                      ///< its place among all lines; -1 at the top
    int row = 0;                         ///< among those below the same line
    QString key;                         ///< the way to it from the top
    const Part* part = nullptr;          ///< of the explanation
    const FormulaInput* input = nullptr; ///< likewise
    PartSource source;
    DealId deal;            ///< of one without an amount
    bool isEarlier = false; ///< its rows are of the chain compared with
    std::vector<int> below;
};

struct ExplainedLines {
    std::vector<ExplainedLine> all; ///< each after what it stands below
    std::vector<int> top;
};

/// An explanation laid out, or a difference: parts before what they rest on, and no source twice under one deal.
/// @param parts, undisclosed  of what is told apart; must outlive the lines
[[nodiscard]] ExplainedLines linesOf(const ExplainedViews& views, const std::vector<Part>& parts,
                                     const std::vector<DealId>& undisclosed, Day today);

/// "supplier · item 7.01 · 14 months": what is quiet about a source.
[[nodiscard]] QString sourceAside(const PartSource& source);
/// "derived", "assumed".
[[nodiscard]] QString basisWord(Basis basis);
/// How old a source is, as coarsely as people say it: "12 days", "14 months", "3 years".
[[nodiscard]] QString ageWords(int days);

} // namespace ochain
