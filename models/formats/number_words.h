// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace ochain {

/// What a language says around numbers, looked up once: tables write thousands of them.
struct NumberWords {
    /// What stands before and behind a number: "$" and "", "" and "美元".
    struct Around {
        std::string before;
        std::string after;
    };
    /// A unit that large amounts are counted in: 10^9, "B".
    struct Scale {
        std::uint64_t size;
        std::string word;
    };

    Around dollars;
    Around percent;
    std::vector<Scale> scales; ///< the largest first
    bool isGrouped = true;     ///< whether thousands stand apart in a number with a scale
    QString undisclosed;       ///< of how many deals, %1
    QString undisclosedBothWays;
    QString aside; ///< a figure %1 and what is said of it, %2
    QString year;
    QString quarter;
};

/// Those of the language of the moment.
[[nodiscard]] const NumberWords& numberWords();

} // namespace ochain
