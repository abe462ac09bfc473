// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/questions.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace ochain {

// What is asked of one group: each answer with the figures that it is drawn from.

/// The year that is asked about, or the nearest of the calendar; none where there are no dates.
[[nodiscard]] std::optional<Period> askedYear(const Calendar& calendar);

/// What binds a group at a period's end.
struct Binding {
    LayerNumber layer; ///< the one that has least
    std::int64_t kilowatts = 0;
    Hidden hidden;          ///< what could move them
    bool isCertain = false; ///< nothing undisclosed or undated could make another layer bind, or more of this one stand
};
/// Nothing if no layer stands.
[[nodiscard]] std::optional<Binding> bindingOf(const Asking& asking, Period period);

/// Years in which revenue is at least what goes out in trade and capital.
struct Cover {
    int first = 0;         ///< the years looked at: from the first to the last in which money moves
    int last = -1;         ///< before `first`: none does
    int lastUncovered = 0; ///< before `first`: every year is covered
    int covered = 0;       ///< how many are
    bool isCertain = false;
};
[[nodiscard]] Cover coverOf(const Asking& asking);

/// How much of an amount is firm.
struct FirmPart {
    std::int64_t all = 0;
    std::int64_t firm = 0;
    bool operator==(const FirmPart&) const = default;
};
struct FirmShares {
    FirmPart money;                                         ///< cents of trade and capital over the border, both ways
    std::vector<std::pair<LayerNumber, FirmPart>> capacity; ///< kilowatts, by layer: those that have any
    std::uint32_t undisclosed = 0;                          ///< deals that would add to any of these
};
/// Nothing if it is not wanted any more. Looks at each deal of the group.
[[nodiscard]] std::optional<FirmShares> firmShares(const Asking& asking);

[[nodiscard]] QString bindingQuestion(const Asking& asking);
[[nodiscard]] std::optional<Answer> bindingAnswer(const Asking& asking);
[[nodiscard]] std::optional<Answer> coverAnswer(const Asking& asking);
[[nodiscard]] std::optional<Answer> firmAnswer(const Asking& asking);

} // namespace ochain
