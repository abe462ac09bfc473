// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "rollups/period_bounds.h"
#include "schedule/lens.h"
#include "session/session.h"

#include <CLI/CLI.hpp>

#include <string>

namespace ochain {

/// Refuses an empty value, such as a script's unset variable: it would count as an option that was not given.
[[nodiscard]] const CLI::Validator& notEmpty();

/// Reads --from and --to; an empty text leaves that side open. InvalidInput for what is no period, a --from after --to,
/// or what leaves nothing of the calendar.
[[nodiscard]] Result<PeriodBounds> readBounds(const std::string& from, const std::string& to, const Calendar& calendar);

/// Refuses a quarter that cuts a year in two where years are shown: the whole year would be.
[[nodiscard]] Result<void> checkYearBounds(const PeriodBounds& bounds, const std::string& from, const std::string& to);

/// The options that set the lens; the same for every command that shows figures.
class LensOptions {
public:
    void addTo(CLI::App& command);

    /// The lens, and the chain under the scenario asked for: its overrides are assumed in the session; asOf() then says
    /// the day that was read. Errors: a date that is no whole day, an unknown scenario, overrides that would be
    /// refused.
    [[nodiscard]] Result<Lens> lensFor(Session& session);

    /// "basis": … as the JSON of `rollup` shows them.
    [[nodiscard]] const std::string& basis() const noexcept { return m_basis; }
    [[nodiscard]] const std::string& asOf() const noexcept { return m_asOf; }
    [[nodiscard]] const std::string& assumed() const noexcept { return m_assumed; }
    [[nodiscard]] const std::string& overlap() const noexcept { return m_overlap; }
    [[nodiscard]] const std::string& commitment() const noexcept { return m_commitment; }
    [[nodiscard]] const std::string& boundary() const noexcept { return m_boundary; }
    [[nodiscard]] const std::string& scenario() const noexcept { return m_scenario; }

private:
    std::string m_basis = "headline";
    std::string m_asOf;
    std::string m_assumed = "in";
    std::string m_overlap = "unique";
    std::string m_commitment = "all";
    std::string m_boundary = "stated";
    std::string m_scenario;
};

} // namespace ochain
