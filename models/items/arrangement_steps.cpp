// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/arrangement_steps.h"

namespace ochain {

namespace {

void extend(std::vector<std::pair<int, int>>& stretches, std::size_t place)
{
    const int at = static_cast<int>(place);
    if (!stretches.empty() && stretches.back().second == at - 1)
        stretches.back().second = at;
    else
        stretches.emplace_back(at, at);
}

} // namespace

std::optional<ArrangementSteps> stepsBetween(const DealArrangement& before, const DealArrangement& after,
                                             std::size_t mostStretches)
{
    ArrangementSteps steps;
    std::size_t was = 0;
    std::size_t is = 0;
    while (was < before.shown.size() || is < after.shown.size()) {
        if (was < before.shown.size() && after.placeOf(before.shown[was]) < 0)
            extend(steps.gone, was++);
        else if (is < after.shown.size() && before.placeOf(after.shown[is]) < 0)
            extend(steps.come, is++);
        else if (was < before.shown.size() && is < after.shown.size() && before.shown[was] == after.shown[is])
            ++was, ++is;
        else
            return std::nullopt;
        if (steps.gone.size() + steps.come.size() > mostStretches)
            return std::nullopt;
    }
    return steps;
}

} // namespace ochain
