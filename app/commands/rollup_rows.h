// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rollups/rollups.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ochain {

/// One figure as `rollup` prints it.
struct RollupRow {
    std::string_view group;
    std::string_view measure;
    std::string_view layer; ///< key of a layer tier; "" but for capacity and binding
    Period period;
    Figure figure;
    Hidden hidden; ///< which way its undisclosed deals could move it; only if the query asks for it
    bool isCapacity = false;
    bool isCount = false;
};

/// What of the rollups is asked for.
struct RollupQuery {
    std::vector<Measure> measures; ///< empty: all
    bool withMoney = true;         ///< of deals
    bool withCapacity = true;
    std::optional<LayerNumber> layer; ///< only capacities of this layer
    PeriodKind granularity = PeriodKind::Year;
    std::optional<Period> from, to; ///< both included; a year stands for all its quarters
    bool withHidden = false;        ///< fill RollupRow::hidden
};

using RowSink = std::function<void(const RollupRow&)>;

/// Gives every figure of a group that is not zero or hides something, measure by measure.
void forEachRow(const Chain& chain, const Rollups& rollups, const RollupQuery& query, Group group, const RowSink& sink);
/// The same for a deal: measures "money" and "capacity".
void forEachRow(const Chain& chain, const Rollups& rollups, const RollupQuery& query, DealId deal, const RowSink& sink);

} // namespace ochain
