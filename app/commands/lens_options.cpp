// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/lens_options.h"

#include "commands/typed_values.h"

#include "scenarios/switching.h"

#include <nlohmann/json.hpp>

namespace ochain {

namespace {

Result<std::optional<Period>> readBound(const char* option, const std::string& text)
{
    if (text.empty())
        return std::optional<Period>();
    const Result<Period> period = readTypedPeriod(option, text);
    if (!period)
        return tl::unexpected(period.error());
    return std::optional(*period);
}

Result<void> applyScenario(Session& session, const std::string& key)
{
    const Chain& chain = session.chain();
    const ScenarioId scenario{chain.find(Table::Scenarios, key)};
    if (!scenario.isSet())
        return failure(ErrorKind::NotFound, "--scenario: there is no scenario “{0}”; leave it out for the base", key);
    tl::expected<Edit, Problem> edit = overriding(chain, overridesOf(chain, scenario));
    Problems problems;
    if (!edit)
        problems.push_back(std::move(edit.error()));
    else
        problems = session.assume(std::move(*edit));
    if (!problems.empty())
        return failure(ErrorKind::InvalidInput, "--scenario {0} cannot be applied: {1}", key, problems.front().text());
    return {};
}

} // namespace

const CLI::Validator& notEmpty()
{
    static const CLI::Validator validator(
        [](const std::string& text) {
            return text.empty() ? std::string("the value is empty; leave the option out, or give it a value")
                                : std::string();
        },
        "");
    return validator;
}

Result<PeriodBounds> readBounds(const std::string& from, const std::string& to, const Calendar& calendar)
{
    const Result<std::optional<Period>> first = readBound("--from", from);
    const Result<std::optional<Period>> last = readBound("--to", to);
    if (!first || !last)
        return tl::unexpected(first ? last.error() : first.error());
    if (*first && *last && PeriodBounds{*first, {}}.isTooEarly(**last))
        return failure(ErrorKind::InvalidInput, "--from {0} comes after --to {1}; exchange them", from, to);
    const bool isBehind = *first && (*first)->year > calendar.lastYear();
    const bool isBefore = *last && (*last)->year < calendar.firstYear();
    if (!calendar.isEmpty() && (isBehind || isBefore))
        return failure(ErrorKind::InvalidInput,
                       "{0} {1} leaves nothing of the calendar of this chain, which covers {2} to {3}",
                       isBehind ? "--from" : "--to", isBehind ? from : to, std::to_string(calendar.firstYear()),
                       std::to_string(calendar.lastYear()));
    return PeriodBounds{*first, *last};
}

Result<void> checkYearBounds(const PeriodBounds& bounds, const std::string& from, const std::string& to)
{
    constexpr int kLastQuarter = 4;
    const auto cutsYear = [](const std::optional<Period>& bound, int fine) {
        return bound && bound->kind == PeriodKind::Quarter && bound->quarter != fine;
    };
    const bool isFrom = cutsYear(bounds.from, 1);
    if (!isFrom && !cutsYear(bounds.to, kLastQuarter))
        return {};
    return failure(ErrorKind::InvalidInput,
                   "{0} {1} is a quarter within a year, but years are shown; use --period quarter, or give a year",
                   isFrom ? "--from" : "--to", isFrom ? from : to);
}

Result<void> readOptionsIn(CLI::App& app, const char* option, const char* takes, const std::string& text)
{
    app.set_help_flag();
    try {
        app.parse(text, false);
    } catch (const CLI::ParseError& error) {
        return failure(ErrorKind::InvalidInput, "{0}: {1}; it takes {2}, as “--as-of 2025-12-31”", option, error.what(),
                       takes);
    }
    return {};
}

void LensOptions::addTo(CLI::App& command)
{
    command.add_option("--basis", m_basis, "amounts as stated, or weighted by how far each status is believed")
        ->check(CLI::IsMember({"headline", "weighted"}));
    command.add_option("--as-of", m_asOf, "what was known at the end of that day, such as 2025-09-30")
        ->check(notEmpty());
    command.add_option("--assumed", m_assumed, "assumed rows in or out")->check(CLI::IsMember({"in", "out"}));
    command
        .add_option("--overlap", m_overlap,
                    "amounts without what parts take from their wholes, with it, or the difference")
        ->check(CLI::IsMember({"unique", "gross", "overlap"}));
    command.add_option("--commitment", m_commitment, "everything, or only what a signed contract binds both sides to")
        ->check(CLI::IsMember({"all", "firm"}));
    command.add_option("--boundary", m_boundary, "megawatts as stated, or converted to critical IT load")
        ->check(CLI::IsMember({"stated", "it"}));
    command.add_option("--scenario", m_scenario, "key of a scenario whose overrides apply")->check(notEmpty());
}

void LensOptions::takeWhatIsMissing(const Lens& lens, const std::string& scenario)
{
    const auto take = [](std::string& given, const char* text) {
        if (given.empty())
            given = text;
    };
    take(m_basis, lens.basis == FigureBasis::Weighted ? "weighted" : "headline");
    take(m_assumed, lens.withAssumed ? "in" : "out");
    take(m_overlap, lens.overlaps == Overlaps::Unique  ? "unique"
                    : lens.overlaps == Overlaps::Gross ? "gross"
                                                       : "overlap");
    take(m_commitment, lens.commitments == Commitments::Firm     ? "firm"
                       : lens.commitments == Commitments::Unsaid ? "unsaid"
                                                                 : "all");
    take(m_boundary, lens.megawatts == MegawattsOf::It ? "it" : "stated");
    if (lens.knownAsOf != kNoDay)
        take(m_asOf, formatDate(dateOf(lens.knownAsOf)).c_str());
    take(m_scenario, scenario.c_str());
}

nlohmann::ordered_json LensOptions::words() const
{
    const auto orNull = [](const std::string& text) {
        return text.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(text);
    };
    return {{"basis", basis()},
            {"as_of", orNull(asOf())},
            {"assumed", assumed()},
            {"overlap", overlap()},
            {"commitment", commitment()},
            {"boundary", boundary()},
            {"scenario", orNull(scenario())}};
}

Result<Lens> LensOptions::lensFor(Session& session)
{
    Lens lens;
    lens.basis = m_basis == "weighted" ? FigureBasis::Weighted : FigureBasis::Headline;
    lens.withAssumed = m_assumed != "out";
    lens.overlaps = m_overlap == "gross"     ? Overlaps::Gross
                    : m_overlap == "overlap" ? Overlaps::Overlap
                                             : Overlaps::Unique;
    lens.commitments = m_commitment == "firm"     ? Commitments::Firm
                       : m_commitment == "unsaid" ? Commitments::Unsaid
                                                  : Commitments::All;
    lens.megawatts = m_boundary == "it" ? MegawattsOf::It : MegawattsOf::Stated;
    if (!m_asOf.empty()) {
        const Result<Date> date = readWholeDay("--as-of", m_asOf);
        if (!date)
            return tl::unexpected(date.error());
        lens.knownAsOf = firstDay(*date);
        m_asOf = formatDate(*date);
    }
    if (!m_scenario.empty())
        if (Result<void> applied = applyScenario(session, m_scenario); !applied)
            return tl::unexpected(std::move(applied.error()));
    return lens;
}

} // namespace ochain
