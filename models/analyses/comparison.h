// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/amount.h"
#include "chain/chain.h"
#include "chain/progress.h"
#include "rollups/rollup_rows.h"
#include "rollups/rollups.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace ochain {

/// One side of a comparison: a chain, with its scenario if any, and its rollups as they are, under a lens.
struct ComparedSide {
    const Chain& chain;
    const Rollups& rollups;
};

/// The rollups of two sides.
struct ComparedRollups {
    Rollups a, b;
};

/// Computes the rollups of two chains, which may be one, under a lens each, both at the same time.
/// @param progress  called now and then on this thread with the share done; false from it cancels, and there is nothing
[[nodiscard]] std::optional<ComparedRollups> computeCompared(const Chain& a, const Lens& lensA, const Chain& b,
                                                             const Lens& lensB, const Progress& progress = {});

/// A tier, a node or a deal as it stands in both chains; row kNoRow where a chain has it not.
struct ComparedGroup {
    RowRef a, b;
};

/// What has the key of a row of `a` in `b`.
[[nodiscard]] ComparedGroup comparedGroup(const Chain& a, const Chain& b, RowRef ofA);
/// All tiers, nodes or deals: those of `a` in its order, then what only `b` has.
[[nodiscard]] std::vector<ComparedGroup> comparedGroups(const Chain& a, const Chain& b, Table table);

/// A row of rollups on both sides: the same group, measure, layer and period, by their keys.
struct ComparedRow {
    const RollupRow* a = nullptr; ///< nullptr: zero there, hiding nothing; of binding, another layer binds, or none
    const RollupRow* b = nullptr; ///< one of the two is set

    /// For what both sides have in common.
    [[nodiscard]] const RollupRow& any() const noexcept { return a != nullptr ? *a : *b; }
    [[nodiscard]] Figure figureA() const noexcept { return a != nullptr ? a->figure : Figure(); }
    [[nodiscard]] Figure figureB() const noexcept { return b != nullptr ? b->figure : Figure(); }
    /// Whether the figure differs, or how many deals it hides.
    [[nodiscard]] bool differs() const noexcept { return figureA() != figureB(); }
    /// b - a, in cents, kilowatts or a count: what comes in on the way from a to b.
    [[nodiscard]] Wide difference() const noexcept { return Wide{figureB().value} - figureA().value; }
};

/// Gets each row as it comes; what it points to lasts for that call.
using ComparedSink = std::function<void(const ComparedRow&)>;

/// Holds the rows of rollups of two sides against each other, one group or deal after another: each row in which either
/// side has a figure or hides one, in the order of rollup rows. For one thread; the sides must outlive it.
class LensComparison {
public:
    /// @param query  its layer is one of a's chain
    LensComparison(const ComparedSide& a, const ComparedSide& b, const RollupQuery& query);

    void forEachRow(const ComparedGroup& group, const ComparedSink& sink);

private:
    /// Where a row stands among those of its group, whichever side it is of.
    struct Place {
        Measure kind = Measure::Revenue;
        std::uint32_t layer = 0;
        Period period;
        std::uint32_t bindingLayer = 0; ///< of binding, whose rows go by period first
        auto operator<=>(const Place&) const = default;
    };
    using PlacedRows = std::vector<std::pair<Place, RollupRow>>;

    [[nodiscard]] Place placeOf(const RollupRow& row, bool isB) const;
    void read(const ComparedSide& side, const RollupQuery& query, RowRef of, bool isB, PlacedRows& rows) const;

    ComparedSide m_a, m_b;
    RollupQuery m_queryA;
    std::optional<RollupQuery> m_queryB;      ///< none if only a layer is asked for that b has not
    std::vector<std::uint32_t> m_layerPlaces; ///< of the layers of b, among those of a, then its own
    PlacedRows m_rowsA, m_rowsB;              ///< of the group under way
};

} // namespace ochain
