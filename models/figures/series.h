// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/table.h"
#include "figures/chart_head.h"
#include "figures/evidence.h"
#include "figures/palette.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ochain {

/// One supplier's (or measure's) figures, one per period of the figure.
struct Series {
    std::string id; ///< as FlowNode::id
    QString name;
    std::optional<RowRef> row;
    MarkColours colours;
    MarkStyle style = MarkStyle::Solid;
    std::vector<std::int64_t> values;  ///< cents, or kW standing at the period's end
    std::vector<std::int64_t> assumed; ///< of values, what rests on assumed rows; empty: nothing
    std::int64_t unscheduled = 0;      ///< cents or kW
    std::int64_t later = 0;            ///< cents or kW scheduled after the horizon
    std::uint32_t undisclosed = 0;
    Evidence evidence; ///< all its deals
    // of capacity
    Evidence now;     ///< of the period looked at, else of the total
    Evidence undated; ///< of `unscheduled`
    // of money, by period
    std::vector<std::uint32_t> hidden; ///< deals without an amount behind the value
    std::vector<Evidence> parts;       ///< what the value is made of; only its largest deals are named
};

} // namespace ochain
