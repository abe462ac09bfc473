// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commands/lens_options.h"
#include "commands/picture_options.h"

#include <optional>
#include <string>
#include <vector>

namespace ochain {

/// What the chart command was asked for, as it was typed.
struct ChartOptions {
    std::string file, view, out;
    std::string saved;  ///< key of a saved view in place of `view`
    std::string frames; ///< a folder in place of `out`
    PictureOptions picture;
    std::string language = "en";
    std::string period, at, from, to;
    std::string group;
    std::string layer;
    std::string mode; ///< empty: money, or capacity if a layer is given
    std::string by;   ///< empty: company
    std::vector<std::string> expanded;
    bool withGuarantees = false;
    LensOptions lens;
    // what only a saved view says
    std::vector<std::vector<std::string>> orders;
    std::optional<PeriodKind> granularity; ///< where --period is not given

    /// Whether --period is a granularity rather than the period itself.
    [[nodiscard]] bool saysGranularity() const { return period == "year" || period == "quarter"; }
    [[nodiscard]] bool saysOnlyPeriod() const { return !period.empty() && !saysGranularity(); }
};

// Options that a picture would ignore, or that contradict each other, are refused: who gives them expects another
// picture.

/// Fills in what a saved view holds; what was given beside it counts instead. NotFound names the views there are. Does
/// nothing without --saved.
[[nodiscard]] Result<void> takeSaved(ChartOptions& options, const Chain& chain);

/// By the options alone.
[[nodiscard]] Result<void> checkForView(const ChartOptions& options);
/// By what they were read as.
/// @param period  the one that the picture is of
[[nodiscard]] Result<void> checkPeriods(const ChartOptions& options, Period period, const PeriodBounds& bounds);
/// That --expand names what can be opened.
[[nodiscard]] Result<void> checkExpanded(const ChartOptions& options, const Chain& chain);

} // namespace ochain
