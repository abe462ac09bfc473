// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/explain_words.h"

#include "chain/known_rows.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace ochain {

namespace {

std::string dayOr(Day day, const char* none)
{
    return day == kNoDay ? none : dayText(day).toStdString();
}

std::string pieceLabel(const Chain& chain, const Lens& lens, const Part& part)
{
    if (part.tranche == kNoRow)
        return chain.deals()[part.deal].firstTranche == kNoRow ? "as stated" : "what its phases leave";
    const KnownTranche tranche = knownTranche(chain, TrancheId{part.tranche}, lens.knownAsOf);
    const std::string starts = formatDate(tranche.starts);
    const std::string ends = formatDate(tranche.ends);
    if (starts == ends)
        return starts.empty() ? "phase without dates of its own" : fmt::format("phase {}", starts);
    return fmt::format("phase{}{}{}{}", starts.empty() ? "" : " from ", starts, ends.empty() ? "" : " to ", ends);
}

std::string dealLabel(const Chain& chain, DealId deal)
{
    return fmt::format("{}, {}", nameOf(chain, deal).toStdString(),
                       nameOf(chain, chain.deals()[deal].kind).toStdString());
}

std::string weightLabel(const Chain& chain, const Lens& lens, DealId deal)
{
    const StatusId status = knownDeal(chain, deal, lens.knownAsOf).status;
    return fmt::format("weight of {}: {}", nameOf(chain, status).toStdString(),
                       shareText(chain.statuses()[status].weight).toStdString());
}

/// "not firm: ceiling", if the whole deal is of one word.
std::string commitmentLabel(const Chain& chain, const Lens& lens, DealId deal)
{
    if (chain.deals()[deal].firstTranche != kNoRow)
        return "not firm";
    const Commitment commitment = knownDeal(chain, deal, lens.knownAsOf).commitment;
    const std::string_view name = kCommitmentNames[static_cast<std::size_t>(commitment)];
    return fmt::format("not firm: {}", name.empty() ? "nobody has said" : name);
}

/// What was switched: "known as of: 2025-12-31 → today".
std::string switchLabel(const ExplainedViews& views, PartKind kind)
{
    const Lens& now = views.value.lens;
    const Lens& then = views.against.lens;
    const auto from = [](const char* what, std::string_view before, std::string_view after) {
        return fmt::format("{}: {} → {}", what, before, after);
    };
    const auto choose = [&](const char* what, auto member, auto usual, const char* asUsual, const char* other) {
        return from(what, then.*member == usual ? asUsual : other, now.*member == usual ? asUsual : other);
    };
    const auto overlap = [](Overlaps overlaps) {
        return overlaps == Overlaps::Unique ? "unique" : overlaps == Overlaps::Gross ? "gross" : "overlap";
    };
    const auto scenario = [](const std::string& key) { return key.empty() ? "base" : key; };
    switch (kind) {
    case PartKind::AsOf:
        return from("known as of", dayOr(then.knownAsOf, "today"), dayOr(now.knownAsOf, "today"));
    case PartKind::Scenario:
        return from("scenario", scenario(views.scenarioAgainst), scenario(views.scenario));
    case PartKind::Assumed:
        return choose("assumed rows", &Lens::withAssumed, true, "in", "out");
    case PartKind::Commitment:
        return choose("commitment", &Lens::commitments, Commitments::All, "all", "firm");
    case PartKind::Overlap:
        return from("overlap", overlap(then.overlaps), overlap(now.overlaps));
    case PartKind::Boundary:
        return choose("boundary", &Lens::megawatts, MegawattsOf::Stated, "stated", "it");
    case PartKind::Weighing:
        return choose("basis", &Lens::basis, FigureBasis::Headline, "headline", "weighted");
    default:
        return from("period", periodText(views.against.cell.period).toStdString(),
                    periodText(views.value.cell.period).toStdString());
    }
}

std::string measureLabel(const ExplainedViews& views, const Part& part)
{
    const std::string name = measureText(part.measure).toStdString();
    return isCapacity(part.measure)
               ? fmt::format("{}, {}", name, layerName(views.value.chain, part.layer).toStdString())
               : name;
}

std::string nameOfCell(const ExplainedViews& views)
{
    const FigureCell& cell = views.value.cell;
    return cell.deal.isSet() ? dealLabel(views.value.chain, cell.deal)
                             : nameOf(views.value.chain, cell.group).toStdString();
}

std::string periodPhrase(const FigureCell& cell)
{
    const bool standsThen = isStock(cell.measure) || cell.measure == Measure::Funding;
    switch (cell.period.kind) {
    case PeriodKind::Total:
        return "in all";
    case PeriodKind::Unscheduled:
        return "without dates";
    case PeriodKind::Later:
        return "after the calendar";
    default:
        return fmt::format("{} {}",
                           cell.measure == Measure::Backlog ? "after"
                           : standsThen                     ? "at the end of"
                                                            : "in",
                           periodText(cell.period).toStdString());
    }
}

/// "spends {amount}", the layer of capacities named.
std::string predicate(const ExplainedViews& views, const Explanation& told, const std::string& amount)
{
    constexpr std::array<const char*, kMeasureCount> kVerbs{
        "takes in {}",
        "spends {}",
        "has {} left of revenue after spend",
        "is given {} of capital",
        "gives {} of capital",
        "lacks {}",
        "has funding of {}",
        "has a backlog of {}",
        "gets {} of {}",
        "supplies {} of {}",
        "is bound to {} by {}",
        "has {} deals",
        "has {} deals without money",
        "has {} deals without capacity",
        "trades {} inside",
        "moves {} of capital inside",
        "guarantees {}",
        "is guaranteed {}",
    };
    const FigureCell& cell = views.value.cell;
    if (cell.deal.isSet())
        return fmt::format("comes to {}", amount);
    const LayerNumber layer = told.binding.value_or(cell.layer);
    return fmt::format(fmt::runtime(kVerbs[static_cast<std::size_t>(cell.measure)]), amount,
                       layerName(views.value.chain, layer).toStdString());
}

/// What a derived figure is made of: "Revenue −$92.8B, Spend $70.1B, no less than nothing $22.7B; 11 deals".
std::string ingredients(const ExplainedViews& views, const Explanation& told)
{
    std::string text;
    for (const Part& part : told.parts)
        if (part.kind == PartKind::Measure || part.kind == PartKind::Floor)
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", labelOf(views, part),
                                amountOf(views, part.amount, false));
    return text.empty() ? text : text + "; ";
}

/// What most of a sum comes from: "; the three largest are 92 % of it".
std::string concentration(const Explanation& told)
{
    constexpr std::size_t kFew = 3;
    const bool isPlain = std::all_of(told.parts.begin(), told.parts.end(), [](const Part& part) {
        return (part.kind == PartKind::Deal || part.kind == PartKind::Rest) && part.amount >= 0;
    });
    if (!isPlain || told.deals <= kFew || told.figure.value <= 0 || isCount(told.cell.measure))
        return {};
    double most = 0;
    for (std::size_t i = 0; i < kFew; ++i)
        most += static_cast<double>(told.parts[i].amount);
    return fmt::format("; the three largest are {:.0f} % of it", most * 100 / static_cast<double>(told.figure.value));
}

} // namespace

std::string amountOf(const ExplainedViews& views, std::int64_t amount, bool isDifference)
{
    return (isDifference ? deltaText(amount, views.unit()) : amountText(amount, views.unit())).toStdString();
}

std::string labelOf(const ExplainedViews& views, const Part& part)
{
    const Chain& chain = views.chainOf(part);
    const Lens& lens = part.isEarlier ? views.against.lens : views.value.lens;
    switch (part.kind) {
    case PartKind::Deal:
        return dealLabel(chain, part.deal);
    case PartKind::Piece:
        return pieceLabel(chain, lens, part);
    case PartKind::InQuarter:
        return periodText(part.quarter).toStdString();
    case PartKind::PartOf:
        return fmt::format("part of it: {}", dealLabel(chain, part.deal));
    case PartKind::Horizon:
        return fmt::format("after {}, where the calendar ends", chain.calendar().lastYear());
    case PartKind::Floor:
        return part.deal.isSet() ? "its parts hold more than there is" : "no less than nothing";
    case PartKind::Formula:
        return fmt::format("formula {}",
                           visibleText(chain.text(knownDeal(chain, part.deal, lens.knownAsOf).formula)).toStdString());
    case PartKind::Measure:
        return measureLabel(views, part);
    case PartKind::Rest:
        return fmt::format("{} smaller ones", part.count);
    case PartKind::Series:
        return fmt::format("series {}", part.series);
    case PartKind::Weight:
        return weightLabel(chain, lens, part.deal);
    case PartKind::Boundary:
        return part.deal.isSet() ? "not IT load" : switchLabel(views, part.kind);
    case PartKind::Commitment:
        return part.deal.isSet() ? commitmentLabel(chain, lens, part.deal) : switchLabel(views, part.kind);
    default:
        return switchLabel(views, part.kind);
    }
}

std::string sentenceOf(const ExplainedViews& views, const Explanation& told, Hidden hidden)
{
    const bool isAmount = told.figure.value != 0 || told.figure.undisclosed == 0;
    const bool isBounded = told.figure.value != 0 && boundOf(hidden) != Bound::Exact;
    const std::string amount =
        isBounded ? boundedText(told.figure.value, hidden, views.unit(), HiddenStyle::Narrow).toStdString()
                  : amountOf(views, told.figure.value, false);
    std::string text = fmt::format("{} {} {}", nameOfCell(views),
                                   predicate(views, told, isAmount ? amount : "nothing that is disclosed"),
                                   periodPhrase(views.value.cell));
    if (!views.value.cell.deal.isSet() && !isCount(told.cell.measure))
        text += fmt::format(": {}{} deal{}{}", ingredients(views, told), told.deals, told.deals == 1 ? "" : "s",
                            concentration(told));
    if (told.figure.undisclosed > 0)
        text +=
            fmt::format("; {} more say{} no amount", told.figure.undisclosed, told.figure.undisclosed == 1 ? "s" : "");
    return text;
}

std::string sentenceOf(const ExplainedViews& views, const FigureDifference& told)
{
    const FigureCell& cell = views.value.cell;
    const std::string what = cell.deal.isSet() ? std::string(isCapacity(cell.measure) ? "capacity" : "money")
                                               : measureText(cell.measure).toLower().toStdString();
    return fmt::format("{}, {} {}: {} against {}, a difference of {}", nameOfCell(views), what, periodPhrase(cell),
                       amountOf(views, told.value.value, false), amountOf(views, told.against.value, false),
                       amountOf(views, told.value.value - told.against.value, true));
}

} // namespace ochain
