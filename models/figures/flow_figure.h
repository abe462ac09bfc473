// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "figures/chart_head.h"
#include "figures/compared_words.h"
#include "figures/evidence.h"
#include "figures/figure_options.h"
#include "figures/palette.h"
#include "formats/format.h"
#include "rollups/rollups.h"

#include <QString>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ochain {

struct FlowNode {
    std::string id; ///< "node:oracle", "tier:chips", "other:2", "left-over": stable over edits and time
    QString name;
    QString figure;            ///< under the name
    int column = 0;            ///< of FlowFigure::columns
    std::optional<RowRef> row; ///< what selecting it selects
    MarkColours colours;
    /// The larger of what comes in and what goes out over the box's border (what is passed on inside a company and the
    /// balance included), the same in every grouping; cents or kW.
    std::int64_t amount = 0;
    std::int64_t change = 0; ///< of a comparison: what it has more than under the other lens; below zero: less
    std::uint32_t undisclosed = 0;
    std::int64_t promised = 0;   ///< guarantees at either end, which are in no amount
    std::vector<NodeId> members; ///< the nodes of the chain that are in it and have a part in the figure
    std::string
        toggle; ///< what to put into FigureOptions::expanded to open it, or take out to close it; empty: neither
    bool isExpanded = false; ///< it, or what it is a part of, is open
    bool isOutside = false;  ///< other, left over: grey, outlined
    Evidence evidence;
};

struct FlowLink {
    std::string id;           ///< "from>to" and a suffix for capital
    std::uint32_t source = 0; ///< index into FlowFigure::nodes, drawn on the left: the supplier, or who is paid
    std::uint32_t target = 0; ///< drawn on the right: the customer, or who pays
    std::int64_t amount = 0;  ///< cents or kW under the lens and period; 0: nothing disclosed
    std::int64_t change = 0;  ///< of a comparison, where `amount` is the larger: more than there, below zero less
    std::uint32_t undisclosed = 0;
    std::int64_t assumed = 0;                             ///< of `amount`, what rests on assumed rows
    std::vector<std::pair<DealId, std::int64_t>> amounts; ///< of its deals, as far as they have one, by DealId
    bool isCapital = false;
    bool isWithin = false; ///< passed on inside one company: a product's money to its owner
    /// A promise to pay if another does not: it moves nothing, its amount is 0, and what is promised stands apart.
    bool isGuarantee = false;
    std::int64_t promised = 0;
    QString figure;
    MarkColours colours;
    Evidence evidence;
};

/// What the rollups say of the company or group looked at in the period: its two sides and what is between them.
struct FlowBalance {
    Figure comesIn; ///< revenue and capital in, cents
    Figure goesOut; ///< spend and capital out
    /// What is left over; below zero what has still to be found.
    [[nodiscard]] std::int64_t rest() const noexcept { return comesIn.value - goesOut.value; }
    [[nodiscard]] bool isEmpty() const noexcept { return comesIn == Figure{} && goesOut == Figure{}; }
    /// Which way the deals without an amount could move the size of the rest.
    [[nodiscard]] Hidden hidden() const noexcept
    {
        return rest() >= 0 ? Hidden{comesIn.undisclosed, goesOut.undisclosed}
                           : Hidden{goesOut.undisclosed, comesIn.undisclosed};
    }
};

/// Deals whose two ends lie in one box of the flow: they have no ribbon.
struct FlowInside {
    QString name;            ///< of the box
    std::int64_t amount = 0; ///< cents or kW
    std::size_t deals = 0;   ///< with an amount
    std::size_t undisclosed = 0;
};

/// Who pays whom, or who supplies whom. In a column's left stands who supplies and is paid, right of it who buys and
/// pays; an investor stands right of whom it pays, in a box of its own where its supplier's box stands elsewhere.
struct FlowFigure {
    ChartHead head;
    Unit unit = Unit::Money;
    QStringList columns;     ///< headings
    std::vector<int> places; ///< of the columns, the same in every picture of the chain
    std::vector<FlowNode> nodes;
    std::vector<FlowLink> links;
    std::optional<FlowBalance> balance; ///< of FigureOptions::group, in money; none of overlaps alone
    std::vector<FlowInside> inside;     ///< largest first
    /// Orders set by the user, as FigureOptions::orders; and in a picture of what is on the screen all columns as they
    /// stand there.
    std::vector<std::vector<std::string>> orders;
    std::optional<ComparedWords> lenses; ///< of a comparison
};

/// The flow of what options.mode names: all of the deals that count under the lens, in options.period.
[[nodiscard]] FlowFigure buildFlow(const Chain& chain, const Rollups& rollups, const FigureOptions& options);

} // namespace ochain
