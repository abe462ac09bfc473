// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/formula.h"
#include "schedule/lens.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ochain {

/// A metric series under a lens: dated values, and straight lines between them.
class SeriesCurve {
public:
    SeriesCurve() = default;
    /// Of several metrics for one day the one known last counts, then the greatest key.
    SeriesCurve(const Chain& chain, const Lens& lens, SeriesId series);

    /// Nothing is known of the series under the lens.
    [[nodiscard]] bool isEmpty() const noexcept { return m_points.empty(); }
    /// x0 + (x1 - x0) * (day - d0) / (d1 - d0) between the dated values, flat outside them; not of an empty curve.
    [[nodiscard]] double at(Day day) const noexcept;
    /// The metrics that the value of a day is read from: one, or the two that the day lies between.
    [[nodiscard]] std::vector<MetricId> metricsAt(Day day) const;

private:
    struct Point {
        Day day = 0;
        MetricId metric;
        double value = 0;
    };
    std::vector<Point> m_points; ///< by day, each day once
};

/// What formulas need again and again: each text parsed once, each series looked up once. Belongs to one chain and one
/// lens.
class FormulaBook {
public:
    /// The parsed formula; nullptr if the text is none. Stays where it is until clear().
    [[nodiscard]] Formula* formula(std::string_view text);
    /// The series under the lens; empty if there is none of that name. Valid until forget() or clear().
    [[nodiscard]] const SeriesCurve& curve(const Chain& chain, const Lens& lens, const std::string& series);
    /// Metrics of a series have changed.
    void forget(const std::string& series) { m_curves.erase(series); }
    void clear();

private:
    std::unordered_map<std::string, std::optional<Formula>> m_formulas;
    std::unordered_map<std::string, SeriesCurve> m_curves;
};

} // namespace ochain
