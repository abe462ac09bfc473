// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/calendar.h"
#include "chain/chain.h"
#include "figures/format.h"
#include "figures/palette.h"
#include "rollups/rollups.h"

#include <QString>
#include <QStringList>

#include <atomic>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace ochain {

/// How a mark in a legend looks.
enum class MarkStyle : std::uint8_t { Solid, Hatched, Dashed, Outline, Line };

struct LegendEntry {
    QString text;
    MarkColours colours;
    MarkStyle style = MarkStyle::Solid;
};

/// A source under the picture; `number` counts from 1 in the order in which the figures need them.
struct SourceLine {
    int number = 0;
    QString text; ///< publisher, title, date
    QString url;  ///< https, or empty
    std::string key;
};

/// The figures of a chart as a table: for copying, for screen readers, for the picture's metadata.
struct DataTable {
    QStringList columns;
    std::vector<QStringList> rows;
    std::vector<bool> isNumber; ///< by column
};

/// What every chart says around its marks.
struct ChartHead {
    QString view;     ///< "flow", "capacity", "money"
    QString title;    ///< a question
    QString subtitle; ///< unit, lens, as of, undisclosed
    std::vector<LegendEntry> legend;
    QStringList notes;
    std::vector<SourceLine> sources;
    DataTable table;
    QString emptyTitle; ///< set when there is nothing to draw: what would be here …
    QString emptyHint;  ///< … and how to get there
    QString lensJson;   ///< lens, period and view for the picture's metadata
    [[nodiscard]] bool isEmpty() const noexcept { return !emptyTitle.isEmpty(); }
};

/// An amount drawn, with what stands behind it.
struct Evidence {
    std::vector<DealId> deals; ///< that make it up, largest first; undisclosed ones last
    std::vector<int> sources;  ///< numbers of SourceLine
    QString tooltip;           ///< plain text, lines
};

// ---------------------------------------------------------------- flow

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
    std::uint32_t undisclosed = 0;
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
    std::uint32_t undisclosed = 0;
    std::int64_t assumed = 0;                             ///< of `amount`, what rests on assumed rows
    std::vector<std::pair<DealId, std::int64_t>> amounts; ///< of its deals, as far as they have one, by DealId
    bool isCapital = false;
    bool isWithin = false; ///< passed on inside one company: a product's money to its owner
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
    QString name; ///< of the box
    std::int64_t amount = 0;
    std::size_t deals = 0; ///< with an amount
    std::size_t undisclosed = 0;
};

/// Who pays whom, or who supplies whom. In a column's left stands who supplies and is paid, right of it who buys and
/// pays; an investor stands right of whom it pays, in a box of its own where its supplier's box stands elsewhere.
struct FlowFigure {
    ChartHead head;
    Unit unit = Unit::Money;
    QStringList columns; ///< headings
    std::vector<FlowNode> nodes;
    std::vector<FlowLink> links;
    std::optional<FlowBalance> balance; ///< of FigureOptions::group, in money; none of overlaps alone
    std::vector<FlowInside> inside;     ///< largest first
    /// Orders set by the user, as FigureOptions::orders; and in a picture of what is on the screen all columns as they
    /// stand there.
    std::vector<std::vector<std::string>> orders;
};

// ---------------------------------------------------------------- over time

/// One supplier's (or measure's) figures, one per period of the figure.
struct Series {
    std::string id; ///< as FlowNode::id
    QString name;
    std::optional<RowRef> row;
    MarkColours colours;
    MarkStyle style = MarkStyle::Solid;
    std::vector<std::int64_t> values;
    std::vector<std::int64_t> assumed; ///< of values, what rests on assumed rows; empty: nothing
    std::int64_t unscheduled = 0;
    std::uint32_t undisclosed = 0;
    Evidence evidence; ///< all its deals
    // of capacity
    Evidence now;     ///< of the period looked at, else of the total
    Evidence undated; ///< of `unscheduled`
    // of money, by period
    std::vector<std::uint32_t> hidden; ///< deals without an amount behind the value
    std::vector<Evidence> parts;       ///< what the value is made of; only its largest deals are named
};

/// Capacity of one layer for a group: stocks at the ends of quarters, stacked by supplier.
struct CapacityPanel {
    LayerNumber layer;
    QString name;
    QString headline;        ///< "4.5 GW at the end of 2030, 7.7 GW without dates, 12 undisclosed"
    bool isBinding = false;  ///< at the end of the period looked at
    std::vector<bool> binds; ///< by period
    MarkColours colours;
    std::vector<Series> series;       ///< bottom to top
    std::vector<std::int64_t> totals; ///< by period, as the rollup has them
    QString now;                      ///< the total of the period looked at: "≥ 4.5 GW"
    std::int64_t unscheduled = 0;
};

/// What capacity a group has coming, layer by layer; never added up over layers.
struct CapacityFigure {
    ChartHead head;
    std::vector<Period> periods;        ///< quarters of the calendar
    std::vector<QString> labels;        ///< of the periods, for axis and tooltips
    std::optional<std::size_t> current; ///< the period looked at
    std::vector<CapacityPanel> panels;
};

/// What stands beside the bars of a period; empty where there is nothing to say. Bounds as in tables: "≥ $15.1B".
struct MoneyWords {
    QString incoming, outgoing, gap, funding;
    QString gapInFull, fundingInFull; ///< every digit, and what makes it up, for tooltips
};

/// Money of a group: what comes in and what goes out by period, the gap, and the funding position.
struct MoneyFigure {
    ChartHead head;
    std::vector<Period> periods; ///< years or quarters
    std::vector<QString> labels;
    std::optional<std::size_t> current;
    std::vector<Series> incoming; ///< revenue, capital in
    std::vector<Series> outgoing; ///< spend, capital out; values positive, drawn downwards
    Series gap;
    Series funding;                ///< may be negative
    std::vector<MoneyWords> words; ///< by period
};

using ChartFigure = std::variant<FlowFigure, CapacityFigure, MoneyFigure>;
[[nodiscard]] const ChartHead& headOf(const ChartFigure& figure) noexcept;

// ---------------------------------------------------------------- builders

enum class FlowMode : std::uint8_t { Money, Capacity };
/// What a box is: a company with its parts, or a tier. By deal the boxes are companies too, and each deal has a ribbon
/// of its own.
enum class Grouping : std::uint8_t { Company, Tier, Deal };

/// "company", "tier" or "deal", as on the command line and in what views remember.
[[nodiscard]] std::string groupingName(Grouping grouping);
/// The other way; anything else is Company.
[[nodiscard]] Grouping groupingNamed(std::string_view name);

/// What a figure is asked for beside the chain, its rollups (whose lens counts) and the period.
struct FigureOptions {
    Language language = Language::English;
    Period period = kTotal;
    std::string group = "openai-group"; ///< of capacity and money; in the flow the company whose balance is drawn
    FlowMode mode = FlowMode::Money;
    std::string layer = "chips"; ///< of FlowMode::Capacity: the key of a layer tier
    Grouping grouping = Grouping::Company;
    std::set<std::string> expanded; ///< FlowNode ids that are opened
    /// FlowNode ids that the user has put into an order: each list keeps it from top to bottom within a column.
    std::vector<std::vector<std::string>> orders;
    PeriodKind granularity = PeriodKind::Year;    ///< of the money chart
    std::optional<Period> from, to;               ///< periods shown of capacity and money; open: the calendar's
    int mostPerColumn = 9;                        ///< boxes; the rest are gathered into one
    const std::atomic<bool>* cancelled = nullptr; ///< once true, building stops soon; null: never
    [[nodiscard]] bool isCancelled() const noexcept { return cancelled != nullptr && *cancelled; }
};

[[nodiscard]] FlowFigure buildFlow(const Chain& chain, const Rollups& rollups, const FigureOptions& options);
[[nodiscard]] CapacityFigure buildCapacity(const Chain& chain, const Rollups& rollups, const FigureOptions& options);
[[nodiscard]] MoneyFigure buildMoney(const Chain& chain, const Rollups& rollups, const FigureOptions& options);
/// By the name on the command line: flow, capacity, money. NotFound names the views there are; Cancelled where the
/// options say so. May run on another thread while nobody touches chain and rollups.
[[nodiscard]] Result<ChartFigure> buildFigure(const std::string& view, const Chain& chain, const Rollups& rollups,
                                              const FigureOptions& options);

/// "US$, headline, assumed schedules in, known as of 2025-12-31" without the unit: the lens in words.
[[nodiscard]] QString lensWords(const Lens& lens, Language language);

} // namespace ochain
