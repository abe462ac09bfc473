// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layout/flow_layout.h"

#include <QPainterPath>
#include <QRectF>

#include <string>
#include <vector>

namespace ochain {

/// Where columns and layout stand in the picture.
struct FlowFrame {
    std::vector<double> columnX; ///< left edges of the boxes
    double boxWidth = 0;
    double top = 0; ///< y of the layout's 0
};

/// A flow in the coordinates of the picture: what has to be painted, and what can be moved from one place to another.
struct FlowScene {
    struct Box {
        std::string id;
        QRectF rect;
    };
    struct Ribbon {
        std::string id;
        QPainterPath centre;
        double width = 0;   ///< across, everywhere the same
        QPainterPath shape; ///< outline of the ribbon
    };
    std::vector<Box> boxes;      ///< in the order of the layout's nodes
    std::vector<Ribbon> ribbons; ///< in the order of its links

    [[nodiscard]] const Box* box(const std::string& id) const;
};

/// Names of the nodes and links of a layout.
struct FlowIds {
    std::vector<std::string> nodes;
    std::vector<std::string> links;
    std::vector<bool> isGuarantee; ///< by link: it has no amount and a width of its own
    std::vector<bool> hasEdge;     ///< by link: its outline is drawn or hatched, and must not overlap itself
};

[[nodiscard]] FlowScene sceneOf(const layout::Layout& layout, const FlowIds& ids, const FlowFrame& frame);
/// The outline of a band along a line. @param isClean  without overlapping parts, which edges and hatches need
[[nodiscard]] QPainterPath bandAlong(const QPainterPath& centre, double width, bool isClean = true);
/// On the way from one scene to another: what is in both stands between its two places, what is new grows in place.
/// @param progress  0: at the start, 1: arrived
[[nodiscard]] FlowScene blended(const FlowScene& from, const FlowScene& to, double progress);

} // namespace ochain
