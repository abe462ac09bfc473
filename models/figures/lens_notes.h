// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/group.h"
#include "figures/figure_options.h"
#include "rollups/rollups.h"

#include <QStringList>

namespace ochain {

// What a lens does that no mark shows, as notes for under a chart: what it leaves out because nobody has said who is
// bound to it, and which megawatts it could not convert. None where the lens does neither.

/// Of the money over a group's border.
[[nodiscard]] QStringList moneyLensNotes(const Chain& chain, const Rollups& rollups, const FigureOptions& options,
                                         Group group);
/// Of the capacity that comes in over a group's border.
[[nodiscard]] QStringList capacityLensNotes(const Chain& chain, const Rollups& rollups, const FigureOptions& options,
                                            Group group);
/// Of all that a flow would show.
[[nodiscard]] QStringList flowLensNotes(const Chain& chain, const Rollups& rollups, const FigureOptions& options,
                                        LayerNumber layer);

} // namespace ochain
