// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reference/naive_rows.h"

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace ochain::naive {

/// One figure.
struct Cell {
    std::int64_t value = 0;
    std::int64_t undisclosed = 0;
    int layer = -1; ///< of measure "binding": the place in Figures::layers of the one that binds, -1 if none stands
    bool operator==(const Cell&) const = default;
};

/// Which figures: of a tier, a node or a deal; `layer` is a tier's key for capacities.
struct LineKey {
    std::string of;  ///< "tier", "node" or "deal"
    std::string key; ///< of the tier, node or deal
    std::string measure;
    std::string layer;
    auto operator<=>(const LineKey&) const = default;
};

struct Line {
    std::vector<Cell> quarters, years;
    Cell total, unscheduled, later;
    bool operator==(const Line&) const = default;
};

/// What a deal is under the lens.
struct DealFlags {
    bool counts = false, hasMoney = false, hasCapacity = false;
    std::string layer; ///< of the supplier
};

/// Every figure of a group (data/README.md, section 4) under a lens.
struct Figures {
    int firstYear = 0;
    int years = 0;
    std::vector<std::string> layers; ///< keys in tier order; capacities have a layer "" besides
    std::map<LineKey, Line> lines;
    std::map<std::string, DealFlags> deals;
};

/// Computes everything from the rows, by loops over deals per group and period.
[[nodiscard]] Figures figuresOf(const Data& rows, const Lens& lens);

} // namespace ochain::naive
