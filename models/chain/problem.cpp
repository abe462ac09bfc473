// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/problem.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace ochain {

namespace {

constexpr std::array<std::string_view, 46> kNames{
    "unknown-table",
    "unknown-field",
    "unknown-row",
    "duplicate-key",
    "malformed-key",
    "required",
    "malformed-value",
    "out-of-range",
    "dangling-reference",
    "still-referenced",
    "self-deal",
    "end-before-start",
    "piece-end-before-start",
    "tranches-exceed-total",
    "tranche-outside-deal",
    "tranche-without-amount",
    "cycle-of-parents",
    "cycle-of-part-of",
    "parts-beside-tranches",
    "value-beside-formula",
    "formula-syntax",
    "unknown-series",
    "sum-too-large",
    "text-too-long",
    "changed",
    "low-above-high",
    "url-scheme",
    "no-citation",
    "reported-without-source",
    "unscheduled-amount",
    "node-without-deals",
    "stakes-above-whole",
    "backward-trade",
    "completed-in-future",
    "parts-exceed-whole",
    "formula-fails",
    "claims-disagree",
    "boundary-differs",
    "firm-too-early",
    "told-before",
    "short-of-power",
    "same-day",
    "old-sources",
    "damaged",
    "foreign-schema",
    "changed-elsewhere",
};
static_assert(kNames.size() == static_cast<std::size_t>(Rule::ChangedElsewhere) + 1);

} // namespace

std::string_view ruleName(Rule rule) noexcept
{
    return kNames[static_cast<std::size_t>(rule)];
}

std::optional<Rule> ruleNamed(std::string_view name) noexcept
{
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    return found == kNames.end() ? std::nullopt : std::optional(static_cast<Rule>(found - kNames.begin()));
}

Severity severityOf(Rule rule) noexcept
{
    switch (rule) {
    case Rule::TrancheWithoutAmount:
    case Rule::LowAboveHigh:
    case Rule::UrlScheme:
    case Rule::NoCitation:
    case Rule::ReportedWithoutSource:
    case Rule::UnscheduledAmount:
    case Rule::NodeWithoutDeals:
    case Rule::StakesAboveWhole:
    case Rule::BackwardTrade:
    case Rule::CompletedInFuture:
    case Rule::PartsExceedWhole:
    case Rule::FormulaFails:
    case Rule::ClaimsDisagree:
    case Rule::BoundaryDiffers:
    case Rule::FirmTooEarly:
    case Rule::ToldBefore:
    case Rule::ShortOfPower:
    case Rule::SameDay:
    case Rule::OldSources:
        return Severity::Note;
    default:
        return Severity::Error;
    }
}

std::string Problem::text() const
{
    if (isOfFile)
        return sentence.text();
    std::string where(tableSpec(table).name);
    if (!row.empty())
        where += " " + row;
    if (field)
        where += fmt::format(", {}", fieldSpec(table, *field).name);
    return where + ": " + sentence.text();
}

} // namespace ochain
