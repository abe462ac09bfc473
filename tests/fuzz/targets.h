// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>
#include <string_view>

namespace ochain::fuzz {

/// What reads bytes that anybody may have written. It must neither crash nor hang, whatever they are, and what it takes
/// must come out again as it went in: else it aborts with a sentence.
struct Target {
    std::string_view name; ///< of its folder in corpus/
    void (*run)(std::string_view input);
};

[[nodiscard]] std::span<const Target> targets();
/// The target of this name; ends the program if there is none.
[[nodiscard]] const Target& targetNamed(std::string_view name);

} // namespace ochain::fuzz
