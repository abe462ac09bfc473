// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "limit.h"

#include <algorithm>

namespace ochain::layout {

namespace {

constexpr std::uint64_t kStepsBetweenLooks = 15'000; ///< a twentieth of a millisecond

} // namespace

bool Limit::spend(std::uint64_t steps)
{
    m_spent += steps;
    if (!m_end && m_spent >= m_steps)
        m_over = true;
    if (m_over || m_spent < m_nextLook)
        return m_over;
    m_nextLook = m_spent + kStepsBetweenLooks;
    if (m_end) {
        const auto now = std::chrono::steady_clock::now();
        m_shareOfTime = *m_end > m_start ? std::chrono::duration<double>(now - m_start) /
                                               std::chrono::duration<double>(*m_end - m_start)
                                         : 1.0;
        m_over = now >= *m_end && m_spent >= m_grace;
    }
    if (m_cancelled && m_cancelled())
        m_over = true;
    return m_over;
}

double Limit::share() const
{
    const double ofSteps = static_cast<double>(m_spent) / static_cast<double>(m_steps);
    return std::clamp(std::max(ofSteps, m_shareOfTime), 0.0, 1.0);
}

} // namespace ochain::layout
