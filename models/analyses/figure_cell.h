// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/calendar.h"
#include "chain/group.h"
#include "chain/ids.h"
#include "rollups/measure.h"

namespace ochain {

/// Which figure: that of a group, or, if `deal` is set, that of this deal alone.
struct FigureCell {
    Group group;
    Measure measure = Measure::Revenue; ///< of a deal CapacityOut for its capacity, anything else for its money
    LayerNumber layer;                  ///< of CapacityIn and CapacityOut; else ignored
    Period period = kTotal;
    DealId deal;

    [[nodiscard]] static FigureCell moneyOf(DealId deal, Period period) noexcept
    {
        return {{}, Measure::Revenue, kNoLayer, period, deal};
    }
    [[nodiscard]] static FigureCell capacityOf(DealId deal, Period period) noexcept
    {
        return {{}, Measure::CapacityOut, kNoLayer, period, deal};
    }
};

} // namespace ochain
