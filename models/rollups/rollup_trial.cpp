// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/rollup_trial.h"

#include <cassert>

namespace ochain {

RollupTrial::RollupTrial(Chain& chain, Rollups& rollups, const Edit& edit) : m_chain(chain), m_rollups(rollups)
{
    auto changed = m_rollups.follow(m_chain, edit, [&](Edit&) {
        m_trial.emplace(m_chain, edit);
        return m_trial->problems();
    });
    if (changed)
        m_changed = std::move(*changed);
    else
        m_problems = std::move(changed.error());
}

RollupTrial::~RollupTrial()
{
    if (!m_problems.empty())
        return;
    // For the rollups this is one more edit, the other way round; the chain only forgets what it was.
    const auto undone = m_rollups.follow(m_chain, inverse(m_changed.edit), [this](Edit&) {
        m_trial->takeBack();
        return Problems();
    });
    assert(undone);
    static_cast<void>(undone);
}

} // namespace ochain
