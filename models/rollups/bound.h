// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace ochain {

/// The deals without an amount that stand behind one figure, by what their amounts would do to it.
struct Hidden {
    std::uint32_t raising = 0;
    std::uint32_t lowering = 0;
    bool operator==(const Hidden&) const = default;
};

/// What can be claimed of a figure behind which deals without an amount stand (data/README.md, section 4).
enum class Bound : std::uint8_t {
    Exact,   ///< nothing is hidden
    AtLeast, ///< it can only become more
    AtMost,  ///< it can only become less
    Open     ///< it can move either way: no bound holds
};

[[nodiscard]] constexpr Bound boundOf(Hidden hidden) noexcept
{
    if (hidden.raising > 0)
        return hidden.lowering > 0 ? Bound::Open : Bound::AtLeast;
    return hidden.lowering > 0 ? Bound::AtMost : Bound::Exact;
}

} // namespace ochain
