// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/date.h"
#include "items/explained_words.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ochain {

/// What is printed of an explanation or a difference.
struct ExplainedTree {
    std::string sentence;
    std::int64_t value = 0;
    std::optional<std::int64_t> against; ///< of a difference
    std::uint32_t undisclosed = 0;
    const std::vector<Part>* parts = nullptr;
    const std::vector<DealId>* hidden = nullptr; ///< deals without an amount; of a difference none
    Day today = kNoDay;                          ///< that ages of sources are counted to
};

/// Prints it as "text", "md" or "json".
void printExplained(const ExplainedViews& views, const ExplainedTree& tree, const std::string& format);

} // namespace ochain
