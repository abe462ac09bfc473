// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace ochain::layout {

/// Random numbers that are the same on every machine (xorshift64*).
class Random {
public:
    [[nodiscard]] std::uint32_t next()
    {
        m_state ^= m_state >> 12U;
        m_state ^= m_state << 25U;
        m_state ^= m_state >> 27U;
        return static_cast<std::uint32_t>((m_state * 0x2545F4914F6CDD1DU) >> 32U);
    }
    /// @return 0 to @p end - 1
    [[nodiscard]] std::uint32_t below(std::uint32_t end)
    {
        return static_cast<std::uint32_t>((std::uint64_t{next()} * end) >> 32U);
    }
    /// @return 0 to below 1
    [[nodiscard]] double fraction()
    {
        constexpr std::uint32_t kEnd = 1U << 30U;
        return static_cast<double>(below(kEnd)) / static_cast<double>(kEnd);
    }

private:
    std::uint64_t m_state = 0x9E3779B97F4A7C15U;
};

} // namespace ochain::layout
