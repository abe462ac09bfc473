// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commands/lens_options.h"
#include "commands/picture_options.h"

#include <string>
#include <vector>

namespace ochain {

/// What the chart command was asked for, as it was typed.
struct ChartOptions {
    std::string file, view, out;
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

    /// Whether --period is a granularity rather than the period itself.
    [[nodiscard]] bool saysGranularity() const { return period == "year" || period == "quarter"; }
    [[nodiscard]] bool saysOnlyPeriod() const { return !period.empty() && !saysGranularity(); }
};

// Options that a picture would ignore, or that contradict each other, are refused: who gives them expects another
// picture.

/// By the options alone.
[[nodiscard]] Result<void> checkForView(const ChartOptions& options);
/// By what they were read as.
/// @param period  the one that the picture is of
[[nodiscard]] Result<void> checkPeriods(const ChartOptions& options, Period period, const PeriodBounds& bounds);
/// That --expand names what can be opened.
[[nodiscard]] Result<void> checkExpanded(const ChartOptions& options, const Chain& chain);

} // namespace ochain
