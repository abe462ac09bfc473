// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/trial.h"
#include "rollups/rollups.h"

#include <optional>
#include <utility>

namespace ochain {

/// An edit that is tried on a chain and its rollups. While the trial lives both have it, unless problems() say why they
/// cannot; when it ends both are as they were. The edit itself is run once.
class RollupTrial {
public:
    /// @param edit  must outlive the trial
    RollupTrial(Chain& chain, Rollups& rollups, const Edit& edit);
    ~RollupTrial();
    RollupTrial(const RollupTrial&) = delete;
    RollupTrial& operator=(const RollupTrial&) = delete;

    /// What refuses the edit; empty if it stands.
    [[nodiscard]] const Problems& problems() const& noexcept { return m_problems; }
    [[nodiscard]] Problems problems() && noexcept { return std::move(m_problems); }
    /// What it moves; only without problems.
    [[nodiscard]] const Changed& changed() const noexcept { return m_changed; }

private:
    Chain& m_chain;
    Rollups& m_rollups;
    std::optional<Trial> m_trial;
    Problems m_problems;
    Changed m_changed;
};

} // namespace ochain
