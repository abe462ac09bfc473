// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/calendar.h"
#include "chain/chain.h"
#include "figures/chart_head.h"
#include "figures/figure_options.h"
#include "figures/palette.h"
#include "figures/series.h"
#include "rollups/rollups.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace ochain {

/// Capacity of one layer for a group: stocks at the ends of quarters; what it contracts stacked by supplier, what it
/// has sold by customer.
struct CapacityPanel {
    LayerNumber layer;
    bool isSold = false;
    QString name;
    QString headline;        ///< "4.5 GW at the end of 2030, 7.7 GW without dates, 1.0 GW later, 12 undisclosed"
    bool isBinding = false;  ///< at the end of the period looked at
    std::vector<bool> binds; ///< by period
    MarkColours colours;
    std::vector<Series> series;       ///< bottom to top
    std::vector<std::int64_t> totals; ///< kW by period, as the rollup has them
    QString now;                      ///< the total of the period looked at: "≥ 4.5 GW"
    std::int64_t unscheduled = 0;     ///< kW
    std::int64_t later = 0;           ///< kW that come after the horizon
};

/// What capacity a group has coming and what it has sold, layer by layer; never added up over layers.
struct CapacityFigure {
    ChartHead head;
    std::vector<Period> periods;        ///< quarters of the calendar
    std::vector<QString> labels;        ///< of the periods, for axis and tooltips
    std::optional<std::size_t> current; ///< the period looked at
    std::vector<CapacityPanel> panels;
};

/// Of options.group, over the quarters of the calendar in which there is something to see. A figure whose head says so
/// if there is no such group.
[[nodiscard]] CapacityFigure buildCapacity(const Chain& chain, const Rollups& rollups, const FigureOptions& options);

} // namespace ochain
