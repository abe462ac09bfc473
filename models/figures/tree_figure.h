// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/chart_head.h"

#include <QString>

#include <string>
#include <vector>

namespace ochain {

/// A line of a tree whose amounts add up.
struct TreeLine {
    std::string id; ///< what tells it from all others
    int level = 0;  ///< how deep it stands; 0: at the top
    QString name;
    QString aside;  ///< what stands quietly after the name
    QString amount; ///< empty: none
    bool isSum = false;
    bool isQuiet = false;     ///< it is in no sum
    std::vector<int> sources; ///< numbers of SourceLine
};

/// A figure told apart, or what it moved by, as a picture.
struct TreeFigure {
    ChartHead head; ///< the title says the figure
    std::vector<TreeLine> lines;
};

} // namespace ochain
