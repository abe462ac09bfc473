// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/chart_figure.h"
#include "rollups/rollups.h"

#include <string>

namespace ochain::testing {

/// The shipped O-chain with its rollups under a lens.
struct Shipped {
    explicit Shipped(const Lens& lens = {});
    Chain chain;
    Rollups rollups;

    [[nodiscard]] static FigureOptions at(Period period);
    [[nodiscard]] Group group(const std::string& key) const;
    [[nodiscard]] LayerNumber layer(const std::string& key) const;
};

[[nodiscard]] inline Period year(int number)
{
    return {PeriodKind::Year, number, 0};
}

} // namespace ochain::testing
