// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/calendar.h"
#include "chain/chain.h"
#include "rollups/bound.h"
#include "rollups/lens.h"

#include <compare>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace ochain {

struct Schedule;

/// A node with its descendants, or a tier with the nodes of it and of its sub-tiers.
struct Group {
    enum class Kind : std::uint8_t { Tier, Node };
    Kind kind = Kind::Node;
    std::uint32_t row = kNoRow;

    [[nodiscard]] static constexpr Group of(NodeId id) noexcept { return {Kind::Node, id.value}; }
    [[nodiscard]] static constexpr Group of(TierId id) noexcept { return {Kind::Tier, id.value}; }
    auto operator<=>(const Group&) const noexcept = default;
};

/// The measures of a group (the domain rules, section 4). Internal* show what stays inside: never part of a total.
enum class Measure : std::uint8_t {
    Revenue,
    Spend,
    Net,
    CapitalIn,
    CapitalOut,
    Gap,
    Funding,
    Backlog,
    CapacityIn,
    CapacityOut,
    Binding,
    Deals,
    DealsUndisclosedMoney,
    DealsUndisclosedCapacity,
    InternalTrade,
    InternalCapital,
};
inline constexpr std::size_t kMeasureCount = 16;
/// The name on the command line: "revenue", "capital_in" …
[[nodiscard]] std::string_view measureName(Measure measure) noexcept;
[[nodiscard]] std::optional<Measure> measureNamed(std::string_view name) noexcept;
[[nodiscard]] constexpr bool isCapacity(Measure m) noexcept
{
    return m == Measure::CapacityIn || m == Measure::CapacityOut || m == Measure::Binding;
}

/// One figure: cents, kilowatts or a count; and how many deals under the lens would add to it but have no amount.
struct Figure {
    std::int64_t value = 0;
    std::uint32_t undisclosed = 0;
    bool operator==(const Figure&) const = default;
};

/// The binding layer of a group at a period's end.
struct BindingFigure {
    LayerNumber layer;
    Figure figure; ///< its kilowatts
};

/// Amount of one deal by itself under the lens (measures "money" and "capacity" of --by deal).
struct DealFigures {
    bool counts = false; ///< under the lens at all
    bool hasMoney = false;
    bool hasCapacity = false;
    LayerNumber layer; ///< of the supplier
};

/// What one edit moved. Deltas are of totals; `first` to `last` are the quarters in which a figure changed (first >
/// last: none, only the total or unscheduled).
struct Changed {
    struct Item {
        Group group;
        Measure measure = Measure::Revenue; ///< a stored one: Revenue, Spend, CapitalIn, CapitalOut, CapacityIn,
                                            ///< CapacityOut, InternalTrade, InternalCapital, Deals
        LayerNumber layer;                  ///< of capacities
        std::int64_t totalBefore = 0;
        std::int64_t totalAfter = 0;
        Quarter first = 0;
        Quarter last = -1;
    };
    std::vector<Item> items;  ///< by group, measure, layer; only what changed (a count of undisclosed deals too)
    std::vector<RowRef> rows; ///< rows inserted, changed or erased by the edit
    bool everything = false;  ///< calendar, weights, kinds, tiers or parents moved: all figures may have
    Edit edit;                ///< what was applied
};

/// How much work the last apply() was.
struct RollupStats {
    std::uint64_t dealsVisited = 0;  ///< scheduled anew
    std::uint64_t seriesVisited = 0; ///< metric series that may read differently
    std::uint64_t figuresMoved = 0;  ///< a measure of a group, for capacities of one layer, that was added to
    bool wasFull = false;            ///< everything was computed anew
};

/// Every rollup of a chain under one lens, kept up to date edit by edit. Exact integers: after any edits each figure
/// equals that of a computation from scratch. Reading is const and thread-safe while nothing is applied.
class Rollups {
public:
    Rollups();
    ~Rollups();
    Rollups(const Rollups&) = delete;
    Rollups& operator=(const Rollups&) = delete;
    Rollups(Rollups&&) noexcept;
    Rollups& operator=(Rollups&&) noexcept;

    /// Computes everything. `step` (may be empty) is called now and then with the share done (0 to 1); false from it
    /// cancels: compute() returns false and the rollups stay as they were.
    bool compute(const Chain& chain, const Lens& lens, const std::function<bool(double)>& step = {});
    /// Applies an edit to the chain and to the rollups, or says why not and changes neither.
    [[nodiscard]] tl::expected<Changed, Problems> apply(Chain& chain, Edit edit);

    [[nodiscard]] const Lens& lens() const noexcept;
    [[nodiscard]] const Calendar& calendar() const noexcept;
    [[nodiscard]] const RollupStats& lastStats() const noexcept;

    // --- figures of groups ---
    /// One figure; 0 where a measure does not exist for a period (gap, funding, backlog of Total). Binding: its
    /// kilowatts.
    /// @param layer  of CapacityIn and CapacityOut; else ignored
    [[nodiscard]] Figure figure(Group group, Measure measure, LayerNumber layer, Period period) const;
    /// The same for all quarters (kind Quarter) or years (kind Year) of the calendar at once, cheaper than one by one.
    [[nodiscard]] std::vector<Figure> figures(Group group, Measure measure, LayerNumber layer,
                                              PeriodKind granularity) const;
    /// The layer that binds; nothing if no layer stands.
    [[nodiscard]] std::optional<BindingFigure> binding(Group group, Period period) const;
    /// Which way the deals without an amount could move a figure. Of a sum all raise it. Of net, gap and funding they
    /// stand on the side that comes in or on the one that goes out, of funding all that meet the calendar up to the
    /// period's end. Of binding those of its layer raise it, those of layers in which nothing stands could come to bind
    /// below it. Counts hide nothing.
    [[nodiscard]] Hidden hidden(Group group, Measure measure, LayerNumber layer, Period period) const;
    /// Whether anything at all is kept for that measure and layer of the group: if not, all its figures are zero and
    /// hide nothing.
    [[nodiscard]] bool has(Group group, Measure measure, LayerNumber layer) const;

    // --- figures of deals ---
    [[nodiscard]] DealFigures deal(const Chain& chain, DealId deal) const;
    [[nodiscard]] Figure dealMoney(const Chain& chain, DealId deal, Period period) const;    ///< cents under the lens
    [[nodiscard]] Figure dealCapacity(const Chain& chain, DealId deal, Period period) const; ///< kW at the period's end
    /// All quarters or years at once.
    [[nodiscard]] std::vector<Figure> dealMoney(const Chain& chain, DealId deal, PeriodKind granularity) const;
    [[nodiscard]] std::vector<Figure> dealCapacity(const Chain& chain, DealId deal, PeriodKind granularity) const;

    /// Bytes held, for benchmarks.
    [[nodiscard]] std::size_t memory() const noexcept;

private:
    friend class DealReader;
    friend class RollupTrial;
    struct Private;
    class Applier;
    /// Leads the rollups over what `change` does to the chain: the edit, which it may complete, or nothing.
    /// @return what moved, or the problems of `change`
    [[nodiscard]] tl::expected<Changed, Problems> follow(const Chain& chain, Edit edit,
                                                         const std::function<Problems(Edit&)>& change);
    [[nodiscard]] std::optional<BindingFigure> bindingAt(Group group, Quarter first, Quarter last) const;
    [[nodiscard]] Hidden hiddenOfBinding(Group group, Period period) const;
    void computeDeal(const Chain& chain, DealId deal, Schedule& schedule) const;

    std::unique_ptr<Private> m_private;
};

/// Reads figures of single deals, one deal after another: each is scheduled once, whatever is asked of it, and the
/// memory is used again. For one thread; chain and rollups must outlive it and stay as they are.
class DealReader {
public:
    DealReader(const Chain& chain, const Rollups& rollups);
    DealReader(const Chain& chain, const Rollups& rollups, DealId deal);
    ~DealReader();
    DealReader(const DealReader&) = delete;
    DealReader& operator=(const DealReader&) = delete;

    void moveTo(DealId deal);
    // of the deal moved to last
    [[nodiscard]] Figure money(Period period) const;                       ///< cents under the lens
    [[nodiscard]] Figure capacity(Period period) const;                    ///< kW at the period's end
    [[nodiscard]] std::vector<Figure> money(PeriodKind granularity) const; ///< all quarters or years at once
    [[nodiscard]] std::vector<Figure> capacity(PeriodKind granularity) const;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace ochain
