// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/calendar.h"
#include "chain/chain.h"
#include "rollups/measure.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ochain {

/// What a line of an explanation is.
enum class PartKind : std::uint8_t {
    Deal,
    Piece,      ///< of a deal: a tranche, what the tranches leave, or the whole deal
    InQuarter,  ///< of a formula
    Weight,     ///< what the weight of the deal's status takes
    PartOf,     ///< what a part takes from its whole, under the overlap lens: holds in common with it
    Boundary,   ///< what the conversion to IT load takes
    Commitment, ///< what is not firm
    Horizon,    ///< what a formula would give after the calendar
    Floor,      ///< what keeps a gap, or what parts leave of a whole, from falling below zero
    Formula,    ///< what a formula gives, by quarter
    Measure,    ///< one of the measures that a figure is made of
    Rest,       ///< all that are smaller than the largest, together
    // of differences only: what was switched, and a series that moved
    AsOf,
    Scenario,
    Assumed,
    Overlap,
    Weighing, ///< the basis
    Period,
    Series,
};
inline constexpr std::size_t kPartKindCount = 19;
/// "deal", "part-of" …: as `explain --format json` has it.
[[nodiscard]] std::string_view partKindName(PartKind kind) noexcept;

/// A series that a formula names, on the day on which it was read.
struct FormulaInput {
    std::string series;
    double value = 0;
    Day day = 0;
    std::vector<MetricId> metrics; ///< that the value is read from: one, or two that the day lies between
};

/// Of a difference: on which of its two sides a deal adds something.
enum class PartSides : std::uint8_t { Both, ValueOnly, AgainstOnly };

/// A line of an explanation. What its own lines say adds up to its amount; a line without any is not told apart
/// further.
struct Part {
    PartKind kind = PartKind::Deal;
    std::int64_t amount = 0;            ///< as it counts in the figure above: cents, kilowatts or a count
    DealId deal;                        ///< of PartOf: the part; unset where a line is of no single deal
    std::uint32_t tranche = kNoRow;     ///< of a Piece that is one
    Basis basis = Basis::Derived;       ///< of Deal and Piece that of the row; else the program's reckoning
    Measure measure = Measure::Revenue; ///< of Measure
    LayerNumber layer;                  ///< of Measure, for capacities
    Period quarter = kTotal;            ///< of InQuarter
    std::string series;                 ///< of Series
    std::size_t count = 0;              ///< of Rest: how many
    bool isEarlier = false; ///< of a difference: deal and tranche are rows of the chain compared with, which this one
                            ///< has not
    PartSides sides = PartSides::Both; ///< of a Deal of a difference
    std::vector<Part> parts;
    std::vector<FormulaInput> inputs; ///< of Formula and InQuarter, beside the parts
};

/// The row whose sources stand behind a line: of a deal or a tranche; none for lines that are reckoned.
[[nodiscard]] RowRef rowOf(const Part& part) noexcept;
/// The key of what a line is of: a deal's, a tranche's, a measure's name, a series', a quarter; "" if of nothing alone.
[[nodiscard]] std::string keyOf(const Chain& chain, const Part& part);

inline constexpr std::size_t kMostLines = 200; ///< of one level

/// Puts lines in order, the largest amount first, either way.
void sortByAmount(std::vector<Part>& parts);
/// Keeps the kMostLines largest, in the order they are in, and puts all others into one line at the end.
void gatherRest(std::vector<Part>& parts);
[[nodiscard]] std::int64_t sumOf(const std::vector<Part>& parts) noexcept;
/// The line of a measure that a derived one is made of, over its deals.
[[nodiscard]] Part measureLine(Measure measure, LayerNumber layer, std::vector<Part> deals);

} // namespace ochain
