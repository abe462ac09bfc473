// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/part.h"

#include <string>
#include <vector>

#include <fmt/format.h>

namespace ochain::testing {

/// Lines as indented text: kind, key and amount.
[[nodiscard]] inline std::string told(const Chain& chain, const std::vector<Part>& parts, int depth = 0)
{
    std::string text;
    for (const Part& part : parts) {
        text += fmt::format("{:{}}{} {}{}{}\n", "", depth * 2, partKindName(part.kind), keyOf(chain, part),
                            part.count == 0 ? "" : std::to_string(part.count) + " of them",
                            fmt::format(" {}", part.amount));
        text += told(chain, part.parts, depth + 1);
    }
    return text;
}

} // namespace ochain::testing
