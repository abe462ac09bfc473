// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/problem.h"
#include "rollups/changed.h"
#include "rollups/snapshot.h"
#include "scenarios/overrides.h"

#include <tl/expected.hpp>

#include <optional>

namespace ochain {

/// A snapshot with fields overridden; its lens is that of its rollups. Refused: what the rules say against it.
[[nodiscard]] tl::expected<Snapshot, Problems> under(Snapshot base, const Overrides& overrides);

/// What moved in one change or in another: deltas as of the first that names a figure, spans over both.
void include(Changed& changed, const Changed& more);

/// A chain and its rollups with fields overridden, kept beside those that they override: what is looked at under a
/// scenario, or while one asks "what if". Where nothing is overridden, nothing is kept.
class OverriddenChain {
public:
    /// Nothing: it is the base itself.
    [[nodiscard]] const Snapshot* snapshot() const noexcept { return m_pair ? &*m_pair : nullptr; }
    [[nodiscard]] const Overrides& overrides() const noexcept { return m_overrides; }

    /// Overrides these fields and no others, by what differs from before alone.
    /// @param base  as it was when reset() or rebase() was called last
    /// @return what moved; refused: nothing has changed
    [[nodiscard]] tl::expected<Changed, Problems> moveTo(const Snapshot& base, Overrides overrides);
    /// What a change of the base led to.
    struct Rebased {
        Changed moved;     ///< what may read otherwise beside what the base's own change names
        Problems problems; ///< what refused the overrides; then nothing is overridden any more
    };
    /// After the base has changed, or has other rollups: overrides these fields of it, all anew.
    [[nodiscard]] Rebased rebase(const Snapshot& base, Overrides overrides);

private:
    std::optional<Snapshot> m_pair;
    Overrides m_overrides;
    Changed m_departed; ///< all that may read otherwise than in the base
};

} // namespace ochain
