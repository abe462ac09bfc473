// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/group.h"
#include "rollups/bound.h"
#include "rollups/measure.h"
#include "rollups/period_figure.h"
#include "rollups/rollup_state.h"

#include <optional>
#include <vector>

namespace ochain {

/// Reads the figures of groups from what the rollups hold; see Rollups for what each means. The state must outlive it.
class GroupFigures {
public:
    explicit GroupFigures(const RollupState& state) noexcept : m_state(state) {}

    [[nodiscard]] Figure figure(Group group, Measure measure, LayerNumber layer, Period period) const;
    [[nodiscard]] std::vector<Figure> figures(Group group, Measure measure, LayerNumber layer,
                                              PeriodKind granularity) const;
    [[nodiscard]] std::optional<BindingFigure> binding(Group group, Period period) const;
    [[nodiscard]] Hidden hidden(Group group, Measure measure, LayerNumber layer, Period period) const;
    [[nodiscard]] bool has(Group group, Measure measure, LayerNumber layer) const;

private:
    [[nodiscard]] SeriesReader readerOf(Group group, const Ingredient& of, Measure measure, LayerNumber layer) const;
    [[nodiscard]] std::optional<BindingFigure> bindingAt(Group group, QuarterSpan span) const;
    [[nodiscard]] Hidden hiddenOfBinding(Group group, Period period) const;
    /// Calls f(layer, BindingReader) for the layers of which a group gets capacity. What lies in no layer never binds.
    template <class F>
    void forEachLayer(Group group, F&& f) const;

    const RollupState& m_state;
};

} // namespace ochain
