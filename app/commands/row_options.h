// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "rollups/rollup_rows.h"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace ochain {

/// "revenue, spend, …": what there is, for a sentence.
[[nodiscard]] std::string allMeasureNames();

/// The options that say which rows of rollups are printed, and how.
class RowOptions {
public:
    void addTo(CLI::App& command);

    /// What they ask of a chain; figures in a table say which way what is hidden could move them. InvalidInput for a
    /// measure that there is not, a layer that is none or does not go with the measures, and periods outside the
    /// calendar given.
    [[nodiscard]] Result<RollupQuery> queryFor(const Chain& chain, const Calendar& calendar) const;
    /// The tiers, nodes or deals asked for. NotFound for a --group that there is not.
    [[nodiscard]] Result<std::vector<RowRef>> rowsOf(const Chain& chain) const;

    /// Whether all of a kind are asked for.
    [[nodiscard]] bool isAll() const noexcept { return !m_by.empty(); }
    /// Of --by; of one group, either.
    [[nodiscard]] Table table() const noexcept;
    /// "table", "csv" or "json".
    [[nodiscard]] const std::string& format() const noexcept { return m_format; }

private:
    [[nodiscard]] Result<void> readMeasures(RollupQuery& query) const;
    [[nodiscard]] Result<void> readPeriods(const Calendar& calendar, RollupQuery& query) const;
    [[nodiscard]] Result<void> readLayerAsked(const Chain& chain, RollupQuery& query) const;

    std::string m_group, m_by, m_layer, m_from, m_to;
    std::string m_period = "year";
    std::string m_format = "table";
    std::vector<std::string> m_measures;
};

} // namespace ochain
