// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/chart_figure.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ochain {

/// A mark of a chart in words, for who does not see it: a box or ribbon of the flow, an area of capacity, a bar of
/// money.
struct ChartPart {
    std::string id;          ///< of its mark
    std::size_t place = 0;   ///< which of the marks of this id it is, in the order in which they are drawn, from 0
    QString name;            ///< what it is, told apart from all others: "NVIDIA → Microsoft", "Spend, 2027"
    QString value;           ///< with its unit: "≥ $60B", "4.5 GW"
    std::int64_t amount = 0; ///< cents or kW, unrounded
    Unit unit = Unit::Money;
    QString details; ///< what it is made of, line by line
    // where it stands in the figure
    std::optional<std::size_t> period; ///< of a bar: its place among the periods
    std::optional<std::size_t> panel;  ///< of an area: its place among the panels
    bool isUndated = false;            ///< of capacity: what has no dates
};

/// All that a chart draws, in reading order: boxes before ribbons, areas panel by panel, bars year by year. What is
/// drawn as nothing (a bar of zero) is no part. None of an empty chart.
[[nodiscard]] std::vector<ChartPart> chartParts(const ChartFigure& figure);

} // namespace ochain
