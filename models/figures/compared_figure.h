// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/comparison.h"
#include "chain/calendar.h"
#include "chain/ids.h"
#include "figures/capacity_figure.h"
#include "figures/chart_head.h"
#include "figures/compared_words.h"
#include "figures/figure_options.h"
#include "figures/money_figure.h"
#include "figures/palette.h"
#include "formats/format.h"
#include "rollups/measure.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ochain {

/// One measure of a group, or its capacity of one layer, under two lenses.
struct ComparedPanel {
    std::string id; ///< "spend", "capacity_in:chips"
    Measure measure = Measure::Revenue;
    LayerNumber layer; ///< of capacities
    QString name;
    QString headline; ///< of the period looked at, else of the last one: "2028, +$15.9B: $106B against $90.1B"
    MarkColours colours;
    std::vector<std::int64_t> shown, against; ///< cents, or kW standing at the period's end
    std::vector<QString> values;              ///< by period: "$106B against $90.1B: +$15.9B"
    std::vector<QString> details;             ///< the same with every digit
};

/// A group over time under two lenses: of each measure two lines, and between them what they differ by.
struct ComparedFigure {
    ChartHead head;
    ComparedWords lenses;
    Unit unit = Unit::Money;
    std::vector<Period> periods;
    std::vector<QString> labels;
    std::optional<std::size_t> current;
    std::vector<ComparedPanel> panels;
};

/// What a figure is compared with: the same group and options under another lens.
struct ComparedSides {
    ComparedSide shown, against;
    ComparedWords lenses;
};

/// Revenue and spend, capital where there is any, and the funding position.
[[nodiscard]] ComparedFigure compared(const ComparedSides& sides, const MoneyFigure& shown, const MoneyFigure& against,
                                      const FigureOptions& options);
/// A panel for each layer of which either figure has one.
[[nodiscard]] ComparedFigure compared(const ComparedSides& sides, const CapacityFigure& shown,
                                      const CapacityFigure& against, const FigureOptions& options);

} // namespace ochain
