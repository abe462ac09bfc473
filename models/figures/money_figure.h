// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/calendar.h"
#include "chain/chain.h"
#include "figures/chart_head.h"
#include "figures/figure_options.h"
#include "figures/series.h"
#include "rollups/rollups.h"

#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

namespace ochain {

/// What stands beside the bars of a period; empty where there is nothing to say. Bounds as in tables: "≥ $15.1B".
struct MoneyWords {
    QString incoming, outgoing, gap, funding;
    QString gapInFull, fundingInFull; ///< every digit, and what makes it up, for tooltips
};

/// What revenue comes from one customer, or from all that have no line of their own.
struct CustomerPart {
    Series series;           ///< cents by period
    std::int64_t amount = 0; ///< of the period looked at, else of all
    QString share;           ///< of the revenue that has amounts: "35 %"
};

/// Money of a group: what comes in and what goes out by period, the gap, and the funding position.
struct MoneyFigure {
    ChartHead head;
    std::vector<Period> periods; ///< years or quarters
    std::vector<QString> labels;
    std::optional<std::size_t> current;
    std::vector<Series> incoming; ///< revenue, capital in
    std::vector<Series> outgoing; ///< spend, capital out; values positive, drawn downwards
    /// Received and given: what stands at a period's end. Promises to pay if another does not, and no money. Only
    /// those there are.
    std::vector<Series> guarantees;
    /// Revenue contracted and still to come at a period's end; only where there is any.
    std::optional<Series> backlog;
    std::vector<CustomerPart> customers; ///< largest first, as far as they have amounts
    QString customersWhen;               ///< "in 2028"
    Series gap;
    Series funding;                ///< may be negative
    QString since;                 ///< the first period of all in which money moves, shown or not: funding runs from it
    std::vector<MoneyWords> words; ///< by period
};

/// Of options.group, over the years (or quarters: options.granularity) in which money moves. A figure whose head says
/// so if there is no such group.
[[nodiscard]] MoneyFigure buildMoney(const Chain& chain, const Rollups& rollups, const FigureOptions& options);

} // namespace ochain
