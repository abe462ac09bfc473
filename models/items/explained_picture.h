// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/figure_options.h"
#include "figures/tree_figure.h"
#include "items/explained_words.h"
#include "items/explanation_model.h"

#include <functional>

namespace ochain {

/// An explanation as a picture: the lines that are open, the lens under the sentence, and the sources of their deals
/// numbered below.
/// @param model   shows one
/// @param isOpen   whether what stands below a line is seen
/// @param options  what is told of the lens beside the lines: scenario, what is tried, the day that is today
[[nodiscard]] TreeFigure pictureOf(const ExplanationModel& model, const ExplainedSentence& sentence,
                                   const std::function<bool(const QModelIndex&)>& isOpen, FigureOptions options = {});

} // namespace ochain
