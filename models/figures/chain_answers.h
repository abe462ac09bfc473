// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/questions.h"

#include <cstddef>
#include <optional>

namespace ochain {

// What is asked of the whole chain.

/// What became known of deals in a span of days.
struct News {
    std::size_t announced = 0;
    std::size_t raised = 0; ///< amounts of deals and tranches that were there before it
    std::size_t cut = 0;
    std::size_t cancelled = 0;
    bool operator==(const News&) const = default;
};
/// @param after, until  news after the one day, up to and with the other
/// @return nothing if it is not wanted any more
[[nodiscard]] std::optional<News> newsBetween(const Asking& asking, Day after, Day until);

[[nodiscard]] QString newsQuestion(const Asking& asking);
[[nodiscard]] std::optional<Answer> newsAnswer(const Asking& asking);
[[nodiscard]] std::optional<Answer> ageAnswer(const Asking& asking);

} // namespace ochain
