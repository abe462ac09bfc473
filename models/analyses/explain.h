// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/figure_cell.h"
#include "analyses/part.h"
#include "chain/progress.h"
#include "rollups/rollups.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace ochain {

/// A figure told apart (data/README.md, section 7): the deals that it is made of, their pieces, and what the lens took
/// from them. On every level the lines add up to what they tell apart, to the cent and the kilowatt; of a level of more
/// than kMostLines the largest stand, and one line for the rest.
struct Explanation {
    FigureCell cell;
    Figure figure;                      ///< cents, kilowatts or a count: that of Rollups
    std::optional<LayerNumber> binding; ///< of Measure::Binding: the layer that does
    std::vector<Part> parts;            ///< deals, largest first; of net, gap and funding the measures they are made of
    std::size_t deals = 0;              ///< that add something, in the rest too
    std::vector<DealId> undisclosed;    ///< that would add to it but have no amount, at most kMostLines, by number
};

/// Tells a cell apart, looking at no other deals than those of its group.
/// @param progress  asked now and then if the group has thousands of deals; false from it cancels, and there is nothing
[[nodiscard]] std::optional<Explanation> explain(const Chain& chain, const Lens& lens, const FigureCell& cell,
                                                 const Progress& progress = {});
/// The same under the lens of rollups, which must be those of the chain as it is.
[[nodiscard]] inline std::optional<Explanation> explain(const Chain& chain, const Rollups& rollups,
                                                        const FigureCell& cell, const Progress& progress = {})
{
    return explain(chain, rollups.lens(), cell, progress);
}

} // namespace ochain
