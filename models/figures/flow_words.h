// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/flow_boxes.h"
#include "figures/flow_figure.h"
#include "figures/flow_parts.h"

namespace ochain {

/// What a flow says around its boxes: title, lens, legend, notes, table.
/// @param facts  what was collected; its parts are not read
/// @param layer  of FlowMode::Capacity
void sayFlow(FlowFigure& figure, const Chain& chain, const Rollups& rollups, const FigureOptions& options,
             const FlowParts& facts, LayerNumber layer);

} // namespace ochain
