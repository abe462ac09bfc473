// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/chart_options.h"

#include "charts/view_state.h"
#include "editing/saved_views.h"
#include "figures/shown_view.h"

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

/// The keys of the saved views there are, for who has named another.
std::string savedKeys(const Chain& chain)
{
    std::string keys;
    for (const ViewId view : viewsInOrder(chain))
        keys.append(keys.empty() ? "" : ", ").append(chain.key({Table::Views, view.value}));
    return keys;
}

Result<Place> savedPlace(const std::string& key, const Chain& chain)
{
    const ViewId view{chain.find(Table::Views, key)};
    if (view.isSet())
        return savedStateIn(chain.text(chain.views()[view].state));
    if (const std::string keys = savedKeys(chain); !keys.empty())
        return failure(ErrorKind::NotFound, "there is none of that key; this file has {0}", keys);
    return failure(ErrorKind::NotFound, "this file has no saved views; save one in the dashboard, or draw a --view");
}

/// The nearest year of the calendar, as the dashboard has it.
std::string periodIn(Period period, const Chain& chain)
{
    const auto [first, last] = chain.yearSpan();
    if (first <= last && (period.year < first || period.year > last))
        period = {PeriodKind::Year, std::clamp(period.year, first, last), 0};
    return formatPeriod(period);
}

void take(std::string& given, const std::string& text)
{
    if (given.empty())
        given = text;
}

void takeFlow(ChartOptions& options, const FigureOptions& saved, const Chain& chain)
{
    const std::string by = groupingName(saved.grouping);
    const bool isSameBoxes = options.by.empty() || options.by == by;
    if (options.layer.empty())
        take(options.mode, saved.mode == FlowMode::Capacity ? "capacity" : "money");
    if (options.mode == "capacity")
        take(options.layer, saved.layer);
    options.withGuarantees = options.withGuarantees || (saved.withGuarantees && options.mode == "money");
    take(options.by, by);
    if (!isSameBoxes || !options.expanded.empty())
        return; // they name other boxes
    options.orders = saved.orders;
    std::vector<std::string> there;
    for (const std::string& id : saved.expanded) { // what is gone since is passed over, as in the dashboard
        options.expanded = {id};
        if (checkExpanded(options, chain))
            there.push_back(id);
    }
    options.expanded = std::move(there);
}

void takeYears(ChartOptions& options, const FigureOptions& saved)
{
    const bool hasOwnYears = !options.from.empty() || !options.to.empty();
    if (saved.from && !hasOwnYears)
        options.from = formatPeriod(*saved.from);
    if (saved.to && !hasOwnYears)
        options.to = formatPeriod(*saved.to);
    if (options.view == "money")
        options.granularity = saved.granularity;
}

} // namespace

Result<void> takeSaved(ChartOptions& options, const Chain& chain)
{
    if (options.saved.empty())
        return {};
    const Result<Place> place = savedPlace(options.saved, chain);
    if (!place)
        return tl::unexpected(Error(place.error()).during({"--saved {0}", {options.saved}}));
    const ShownView& shown = *place->chart;
    const std::optional<ViewState> state = stateIn(shown.state, chain, {});
    options.view = shown.view.toStdString();
    const bool saysPeriod =
        !options.at.empty() || !options.period.empty() || (options.view == "flow" && !options.to.empty());
    if (!saysPeriod && shown.lens.period != kTotal)
        options.at = periodIn(shown.lens.period, chain);
    take(options.group, shown.group);
    options.lens.takeWhatIsMissing(shown.lens.lens, shown.scenario.value_or(std::string()));
    if (options.view == "flow")
        takeFlow(options, state->options, chain);
    else
        takeYears(options, state->options);
    return {};
}

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
