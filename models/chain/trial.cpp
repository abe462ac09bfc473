// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/trial.h"

#include <cassert>
#include <utility>

namespace ochain {

Trial::Trial(Chain& chain, const Edit& edit, const std::function<bool()>& goesOn)
    : m_editor(chain, edit), m_problems(m_editor.run(goesOn))
{
    if (!m_problems.empty())
        takeBack();
}

void Trial::takeBack()
{
    if (std::exchange(m_isOpen, false))
        m_editor.rollBack();
}

void Trial::keep()
{
    assert(m_isOpen && m_problems.empty());
    m_isOpen = false;
    m_editor.finish();
}

} // namespace ochain
