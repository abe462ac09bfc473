// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/chart_options.h"

#include <algorithm>
#include <string_view>

namespace ochain {

namespace {

/// What only the flow has.
const char* onlyOfFlow(const ChartOptions& options)
{
    return !options.by.empty()         ? "--by"
           : !options.mode.empty()     ? "--mode"
           : !options.layer.empty()    ? "--layer"
           : !options.expanded.empty() ? "--expand"
           : options.withGuarantees    ? "--guarantees"
                                       : nullptr;
}

Result<void> checkForFlow(const ChartOptions& options)
{
    if (!options.from.empty())
        return failure(ErrorKind::InvalidInput,
                       "--from {0}: the flow is of one period; name it with --at, or draw --view capacity or money",
                       options.from);
    if (!options.to.empty() && (!options.at.empty() || options.saysOnlyPeriod()))
        return failure(ErrorKind::InvalidInput, "--to {0}: the flow is of one period, which {1} says; leave --to out",
                       options.to, options.at.empty() ? "--period" : "--at");
    if (options.withGuarantees && (options.mode == "capacity" || !options.layer.empty()))
        return failure(ErrorKind::InvalidInput,
                       "--guarantees: guarantees are of money; leave it out, or draw --mode money");
    if (!options.layer.empty() && options.mode == "money")
        return failure(ErrorKind::InvalidInput,
                       "--layer {0}: money has no layers; leave --layer out, or draw --mode capacity", options.layer);
    return {};
}

bool isColumn(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace

Result<void> checkForView(const ChartOptions& options)
{
    if (!options.at.empty() && options.saysOnlyPeriod())
        return failure(ErrorKind::InvalidInput, "--at {0} and --period {1} both say the period; leave one of them out",
                       options.at, options.period);
    if (options.view == "flow")
        return checkForFlow(options);
    if (const char* const extra = onlyOfFlow(options); extra != nullptr)
        return failure(ErrorKind::InvalidInput, "{0} is for the flow; leave it out, or draw --view flow", extra);
    return {};
}

Result<void> checkPeriods(const ChartOptions& options, Period period, const PeriodBounds& bounds)
{
    const bool isByQuarter = options.period == "quarter";
    const bool isGiven = !options.at.empty() || (options.view == "flow" && !options.to.empty());
    if (options.saysGranularity() && isGiven && isByQuarter != (period.kind == PeriodKind::Quarter))
        return failure(ErrorKind::InvalidInput, "{0} {1} is a {2}, which --period {3} contradicts; leave --period out",
                       options.at.empty() ? "--to" : "--at", options.at.empty() ? options.to : options.at,
                       isByQuarter ? "year" : "quarter", options.period);
    return options.view == "money" && !isByQuarter ? checkYearBounds(bounds, options.from, options.to) : Result<void>();
}

Result<void> checkExpanded(const ChartOptions& options, const Chain& chain)
{
    for (const std::string& id : options.expanded) {
        const std::size_t colon = std::min(id.find(':'), id.size());
        const std::string_view kind = std::string_view(id).substr(0, colon);
        const std::string_view key = std::string_view(id).substr(std::min(colon + 1, id.size()));
        const bool isTier = kind == "tier" && chain.find(Table::Tiers, key) != kNoRow;
        const bool isKnown = isTier || (kind == "node" && chain.find(Table::Nodes, key) != kNoRow) ||
                             ((kind == "other" || kind == "other-own") && isColumn(key));
        if (!isKnown)
            return failure(ErrorKind::NotFound,
                           "--expand: there is no group “{0}”; write node:KEY, tier:KEY or, for the rest of a column, "
                           "other:COLUMN",
                           id);
        if (isTier && options.by != "tier")
            return failure(ErrorKind::InvalidInput, "--expand {0}: tiers are opened with --by tier; add it", id);
    }
    return {};
}

} // namespace ochain
