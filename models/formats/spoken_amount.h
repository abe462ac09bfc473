// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace ochain {

/// What people say around an amount, taken off it: "about $38B over seven years", "up to $100B", "10-15GW".
struct SpokenAmount {
    QString amount;               ///< what is left, in the form of normalised(); of a range its lower end
    QString upperEnd;             ///< of a range; empty: it is none
    int months = 0;               ///< how long it takes; 0: nothing is said
    bool isEstimate = false;      ///< "~", "about", "est.", "约"
    bool isCeiling = false;       ///< "up to", "at most", "最多"
    bool isFloor = false;         ///< "at least", "over", "至少": what it is, nobody says
    bool isForEachPeriod = false; ///< "a year", "per month", "每年": no whole amount

    /// Whether it says more than an amount does.
    [[nodiscard]] bool saysMore() const
    {
        return isEstimate || isCeiling || isFloor || isForEachPeriod || months > 0 || !upperEnd.isEmpty();
    }
};

/// Takes a typed text apart. A unit or a currency that stands at one end of a range counts for both: "10-15GW" is from
/// "10gw" to "15gw". What is left is not read here.
[[nodiscard]] SpokenAmount spokenAmount(const QString& text);

} // namespace ochain
