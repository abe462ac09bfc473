// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/viewed_overrides.h"

#include <algorithm>
#include <utility>

namespace ochain {

bool erases(const Edit& edit, const Chain& chain, RowRef row)
{
    return std::any_of(edit.changes.begin(), edit.changes.end(), [&](const RowChange& change) {
        return change.op == Op::Erase && change.table == row.table && chain.find(row.table, change.key) == row.row;
    });
}

tl::expected<Changed, Problems> ViewedOverrides::tryOut(Overrides overrides, ScenarioId viewed)
{
    const bool isTrial = overrides != keptBy(viewed);
    tl::expected<Changed, Problems> moved = m_chain.moveTo(m_session.snapshot(), std::move(overrides));
    if (moved)
        m_isTrying = isTrial;
    return moved;
}

void ViewedOverrides::expect(const Edit& edit, ScenarioId viewed)
{
    const Chain& base = m_session.chain();
    m_left = m_isTrying ? overrides() : Overrides();
    std::erase_if(m_left, [&](const FieldOverride& each) { return erases(edit, base, each.row); });
    m_losesScenario = viewed.isSet() && erases(edit, base, {Table::Scenarios, viewed.value});
}

std::optional<Changed> ViewedOverrides::follow(const Changed& change, ScenarioId& viewed)
{
    if (std::exchange(m_losesScenario, false))
        viewed = {};
    const Overrides kept = keptBy(viewed);
    const Overrides wanted = m_isTrying ? std::exchange(m_left, {}) : kept;
    if (snapshot() == nullptr && wanted.empty())
        return std::nullopt;
    Changed moved = change;
    include(moved, override(wanted, viewed));
    m_isTrying = m_isTrying && overrides() != kept;
    return moved;
}

std::optional<Changed> ViewedOverrides::look(ScenarioId& viewed, bool isOther, bool hasOtherRollups)
{
    m_isTrying = m_isTrying && !isOther;
    m_isEditing = m_isEditing && !isOther;
    const Overrides wanted = m_isTrying ? overrides() : keptBy(viewed);
    const bool isAny = snapshot() != nullptr || !wanted.empty();
    if (hasOtherRollups ? !isAny : wanted == overrides())
        return std::nullopt;
    return override(wanted, viewed);
}

/// Overrides fields of the base anew; what the rules refuse is not viewed.
Changed ViewedOverrides::override(const Overrides& overrides, ScenarioId& viewed)
{
    OverriddenChain::Rebased rebased = m_chain.rebase(m_session.snapshot(), overrides);
    if (!rebased.problems.empty()) {
        m_isTrying = false;
        viewed = {};
        m_refused = std::move(rebased.problems);
    }
    return std::move(rebased.moved);
}

Problems ViewedOverrides::takeRefused()
{
    return std::exchange(m_refused, {});
}

} // namespace ochain
