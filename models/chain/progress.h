// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

namespace ochain {

/// Told now and then with the share done (0 to 1); false cancels the work.
using Progress = std::function<bool(double)>;

/// The progress of a part of the work that goes from one share of the whole to another; must not outlive `whole`.
[[nodiscard]] inline Progress part(const Progress& whole, double from, double to)
{
    if (!whole)
        return {};
    return [&whole, from, to](double share) { return whole(from + (to - from) * share); };
}

} // namespace ochain
