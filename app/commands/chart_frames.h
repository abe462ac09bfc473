// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/chart_export.h"

#include "chain/chain.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace ochain {

/// How a chain became known, a picture a step: each day on which something did, whether or not this view shows it.
struct FramesOrder {
    std::filesystem::path folder; ///< new or empty
    std::vector<Day> days;        ///< in order
    ExportFormat format = ExportFormat::Png;
    ExportOptions picture;
    std::vector<RowRef> selected; ///< what stands out in each, where it has something of them; empty: nothing fades
};

/// What the view shows as known on a day.
using FigureOfDay = std::function<Result<ChartFigure>(Day)>;

/// The folder as it must be: made if it is missing, refused with what to do if there is anything in it.
[[nodiscard]] Result<void> prepareFolder(const std::filesystem::path& folder);
/// Writes 0001.png, 0002.png … and index.csv, which says the day of each and what became known then. Each is put in
/// place whole, the index last; Cancelled, with how many there are, when the command is told to end.
/// @return the characters that no font has, of all pictures
[[nodiscard]] Result<std::vector<char32_t>> writeFrames(const FramesOrder& order, const Chain& chain,
                                                        const FigureOfDay& figureOf);

} // namespace ochain
