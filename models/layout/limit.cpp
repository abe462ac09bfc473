// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "limit.h"

namespace ochain::layout {

namespace {

constexpr std::uint64_t kStepsBetweenLooks = 50'000; ///< well under a millisecond

} // namespace

bool Limit::spend(std::uint64_t steps)
{
    m_spent += steps;
    if (m_spent >= m_steps)
        m_over = true;
    if (m_over || m_spent < m_nextLook)
        return m_over;
    m_nextLook = m_spent + kStepsBetweenLooks;
    if ((m_end && m_spent >= m_grace && std::chrono::steady_clock::now() >= *m_end) || (m_cancelled && m_cancelled()))
        m_over = true;
    return m_over;
}

} // namespace ochain::layout
