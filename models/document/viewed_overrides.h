// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/edit.h"
#include "chain/problem.h"
#include "scenarios/overridden.h"
#include "session/session.h"

#include <tl/expected.hpp>

#include <optional>

namespace ochain {

/// What a document views beside its base: the fields that the scenario of its lens overrides, or those that are being
/// tried in their place. It tells nobody; the document does.
class ViewedOverrides {
public:
    /// @param session  has the base; must outlive it
    explicit ViewedOverrides(const Session& session) : m_session(session) {}

    /// Nothing: the base itself is viewed.
    [[nodiscard]] const Snapshot* snapshot() const noexcept { return m_chain.snapshot(); }
    [[nodiscard]] const Overrides& overrides() const noexcept { return m_chain.overrides(); }
    /// Whether they are not what the scenario keeps.
    [[nodiscard]] bool isTrying() const noexcept { return m_isTrying; }
    [[nodiscard]] bool isEditing() const noexcept { return m_isEditing; }
    void setEditing(bool isEditing) noexcept { m_isEditing = isEditing; }
    [[nodiscard]] Overrides keptBy(ScenarioId scenario) const { return overridesOf(m_session.chain(), scenario); }

    /// What can be seen of it from outside, to be held against what it is later.
    struct State {
        Overrides overrides;
        bool isTrying = false;
        bool operator==(const State&) const = default;
    };
    [[nodiscard]] State state() const { return {overrides(), m_isTrying}; }

    /// Overrides these fields and no others. @return what moved; refused: all is as it was
    [[nodiscard]] tl::expected<Changed, Problems> tryOut(Overrides overrides, ScenarioId viewed);
    /// Before an edit comes into the base: what it leaves of a trial.
    void expect(const Edit& edit, ScenarioId viewed);
    /// Brings an edit of the base into what is viewed beside it.
    /// @param viewed  unset afterwards if the edit erased it, or the rules refuse it by now
    /// @return what it moved, there too; nothing if there is nothing beside it
    [[nodiscard]] std::optional<Changed> follow(const Changed& change, ScenarioId& viewed);
    /// Goes over to another scenario, which ends a trial, or to other rollups of the base.
    /// @param viewed  the one to view; unset afterwards if the rules refuse it
    /// @return what moved; nothing if nothing was to be overridden anew
    [[nodiscard]] std::optional<Changed> look(ScenarioId& viewed, bool isOther, bool hasOtherRollups);
    /// Why what was to be overridden is not; once.
    [[nodiscard]] Problems takeRefused();

private:
    [[nodiscard]] Changed override(const Overrides& overrides, ScenarioId& viewed);

    const Session& m_session;
    OverriddenChain m_chain;
    bool m_isTrying = false;
    bool m_isEditing = false;     ///< the scenario that is viewed
    Overrides m_left;             ///< of a trial, by an edit that is coming in
    bool m_losesScenario = false; ///< to that edit
    Problems m_refused;
};

/// Whether an edit erases a row of the chain as it is before the edit.
[[nodiscard]] bool erases(const Edit& edit, const Chain& chain, RowRef row);

} // namespace ochain
