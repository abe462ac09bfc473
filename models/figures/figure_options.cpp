// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/figure_options.h"

namespace ochain {

std::string groupingName(Grouping grouping)
{
    return grouping == Grouping::Company ? "company" : grouping == Grouping::Tier ? "tier" : "deal";
}

Grouping groupingNamed(std::string_view name)
{
    return name == "tier" ? Grouping::Tier : name == "deal" ? Grouping::Deal : Grouping::Company;
}

} // namespace ochain
