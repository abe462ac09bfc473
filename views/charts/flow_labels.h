// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/chart_text.h"
#include "figures/flow_figure.h"

#include <vector>

namespace ochain {

/// The words at one box of a flow.
struct FlowLabel {
    std::size_t node = 0;   ///< index into FlowFigure::nodes
    QStringList names;      ///< lines of the name
    bool isBeside = false;  ///< the figure stands behind the name, not under it
    bool hasFigure = true;  ///< without, the box still tells it when pointed at
    bool isCut = false;     ///< the name does not fit even so
    bool isReadable = true; ///< enough of the name is left to tell whose it is
    double middle = 0;      ///< y
    double height = 0;
};

/// The vertical room and the boxes of one column.
struct LabelColumn {
    std::vector<std::size_t> nodes; ///< top to bottom
    std::vector<double> middles;    ///< of their boxes
    std::vector<double> heights;    ///< of their boxes; a label may stand anywhere beside a high one
    double width = 0;               ///< for words
    double top = 0;
    double bottom = 0;
    bool isInner = false; ///< ribbons of others run beside its boxes
};

struct PlacedLabels {
    std::vector<FlowLabel> labels;
    double cost = 0; ///< of what is cut, missing or far from its box; 0: all is well. Only good for comparing
};

/// Places the labels of a column beside their boxes, none over another, none outside; of the ways to write them (name
/// over figure, names in two lines, name and figure in one line) the one that cuts the fewest and moves them least.
/// Where there are more labels than lines, the boxes of the smallest amounts go without; a figure is never cut, and a
/// name of which too little would be left is not written.
[[nodiscard]] PlacedLabels placeFlowLabels(const FlowFigure& figure, const LabelColumn& column);

/// The width at which every label of these nodes is whole.
/// @param isStacked  name over figure, else both in one line
[[nodiscard]] double flowLabelsWidth(const FlowFigure& figure, const std::vector<std::size_t>& nodes, bool isStacked);

/// Between the name and a figure behind it, and between a box and its label.
constexpr double kFlowLabelGap = 8;
constexpr double kFlowLabelLine = 16; ///< from line to line

} // namespace ochain
