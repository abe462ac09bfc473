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

/// One figure of a group or of a deal, with the names by which it is printed; they are of the chain's memory.
struct RollupRow {
    std::string_view group;
    std::string_view measure;        ///< "revenue" …; of a deal "money" or "capacity"
    std::string_view layer;          ///< key of a layer tier; "" but for capacity and binding
    Measure kind = Measure::Revenue; ///< of a deal CapacityOut for its capacity, else Revenue
    LayerNumber layerNumber;
    Period period;
    Figure figure;
    Hidden hidden; ///< which way its undisclosed deals could move it; only if the query asks for it
};

/// What of the rollups is asked for; a layer is one of the chain that is asked.
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

/// Gives every figure of a tier, a node or a deal that is not zero or hides something, measure by measure; of
/// capacities layer by layer, of binding period by period.
/// @param of  alive, of Table::Tiers, Nodes or Deals
void forEachRow(const Chain& chain, const Rollups& rollups, const RollupQuery& query, RowRef of, const RowSink& sink);

/// All tiers as one reads the chain, or all nodes or deals in the order they were entered.
[[nodiscard]] std::vector<RowRef> rollupRowsOf(const Chain& chain, Table table);

} // namespace ochain
