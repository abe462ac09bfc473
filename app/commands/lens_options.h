// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "rollups/period_bounds.h"
#include "schedule/lens.h"
#include "session/session.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json_fwd.hpp>

#include <string>

namespace ochain {

/// Refuses an empty value, such as a script's unset variable: it would count as an option that was not given.
[[nodiscard]] const CLI::Validator& notEmpty();

/// Reads --from and --to; an empty text leaves that side open. InvalidInput for what is no period, a --from after --to,
/// or what leaves nothing of the calendar.
[[nodiscard]] Result<PeriodBounds> readBounds(const std::string& from, const std::string& to, const Calendar& calendar);

/// Refuses a quarter that cuts a year in two where years are shown: the whole year would be.
[[nodiscard]] Result<void> checkYearBounds(const PeriodBounds& bounds, const std::string& from, const std::string& to);

/// Reads options that are written in one text, as those of a second lens are.
/// @param option  that has the text, for the sentence
/// @param takes   in words, what may stand in it
[[nodiscard]] Result<void> readOptionsIn(CLI::App& app, const char* option, const char* takes, const std::string& text);

/// The options that set the lens; the same for every command that shows figures.
class LensOptions {
public:
    void addTo(CLI::App& command);

    /// What was not given is as in a lens that stands already, such as that of a saved view.
    void takeWhatIsMissing(const Lens& lens, const std::string& scenario);

    /// The lens, and the chain under the scenario asked for: its overrides are assumed in the session; asOf() then says
    /// the day that was read. Errors: a date that is no whole day, an unknown scenario, overrides that would be
    /// refused.
    [[nodiscard]] Result<Lens> lensFor(Session& session);

    /// What JSON says of the lens: an object.
    [[nodiscard]] nlohmann::ordered_json words() const;
    /// "basis": … as the JSON of `rollup` shows them.
    [[nodiscard]] std::string basis() const { return orUsual(m_basis, "headline"); }
    [[nodiscard]] const std::string& asOf() const noexcept { return m_asOf; }
    [[nodiscard]] std::string assumed() const { return orUsual(m_assumed, "in"); }
    [[nodiscard]] std::string overlap() const { return orUsual(m_overlap, "unique"); }
    [[nodiscard]] std::string commitment() const { return orUsual(m_commitment, "all"); }
    [[nodiscard]] std::string boundary() const { return orUsual(m_boundary, "stated"); }
    [[nodiscard]] const std::string& scenario() const noexcept { return m_scenario; }

private:
    [[nodiscard]] static std::string orUsual(const std::string& given, const char* usual)
    {
        return given.empty() ? usual : given;
    }

    std::string m_basis, m_asOf, m_assumed, m_overlap, m_commitment, m_boundary, m_scenario; ///< empty: not given
};

} // namespace ochain
