// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/explained_words.h"

#include "chain/known_rows.h"
#include "editing/field_names.h"
#include "language/punctuation.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ochain {

namespace {

QString dayOr(Day day, const QString& none)
{
    return day == kNoDay ? none : dayText(day);
}

QString pieceLabel(const Chain& chain, const Lens& lens, const Part& part)
{
    if (part.tranche == kNoRow)
        return chain.deals()[part.deal].firstTranche == kNoRow ? ExplainedWords::tr("as stated")
                                                               : ExplainedWords::tr("what its phases leave");
    const KnownTranche tranche = knownTranche(chain, TrancheId{part.tranche}, lens.knownAsOf);
    const bool hasStart = tranche.starts.isSet();
    const bool hasEnd = tranche.ends.isSet();
    if (!hasStart && !hasEnd)
        return ExplainedWords::tr("phase without dates of its own");
    const QString starts = dateText(tranche.starts);
    const QString ends = dateText(tranche.ends);
    if (starts == ends)
        return ExplainedWords::tr("phase %1").arg(starts);
    if (!hasEnd)
        return ExplainedWords::tr("phase from %1").arg(starts);
    return hasStart ? ExplainedWords::tr("phase from %1 to %2").arg(starts, ends)
                    : ExplainedWords::tr("phase to %1").arg(ends);
}

QString dealLabel(const Chain& chain, DealId deal)
{
    return closer(nameOf(chain, deal), nameOf(chain, chain.deals()[deal].kind));
}

QString weightLabel(const Chain& chain, const Lens& lens, DealId deal)
{
    const StatusId status = knownDeal(chain, deal, lens.knownAsOf).status;
    return ExplainedWords::tr("weight of %1: %2")
        .arg(nameOf(chain, status), shareText(chain.statuses()[status].weight));
}

/// "not firm: ceiling", if the whole deal is of one word.
QString commitmentLabel(const Chain& chain, const Lens& lens, DealId deal)
{
    if (chain.deals()[deal].firstTranche != kNoRow)
        return ExplainedWords::tr("not firm");
    const Commitment commitment = knownDeal(chain, deal, lens.knownAsOf).commitment;
    const std::string_view name = kCommitmentNames[static_cast<std::size_t>(commitment)];
    return ExplainedWords::tr("not firm: %1")
        .arg(name.empty() ? ExplainedWords::tr("nobody has said")
                          : choiceLabel(fieldSpec(Table::Deals, deal_field::Commitment), name));
}

/// What was switched: "known as of: 2025-12-31 → today".
QString switched(const QString& what, const QString& before, const QString& after)
{
    return told(what, QStringLiteral("%1 → %2").arg(before, after));
}

QString overlapName(Overlaps overlaps)
{
    return overlaps == Overlaps::Unique  ? ExplainedWords::tr("unique", "overlaps")
           : overlaps == Overlaps::Gross ? ExplainedWords::tr("gross", "overlaps")
                                         : ExplainedWords::tr("overlap", "overlaps");
}

QString scenarioName(const std::string& key)
{
    return key.empty() ? ExplainedWords::tr("base", "a scenario") : visibleText(key);
}

QString switchLabel(const ExplainedViews& views, PartKind kind)
{
    const Lens& now = views.value.lens;
    const Lens& then = views.against.lens;
    const auto choose = [&](const QString& what, auto member, auto usual, const QString& asUsual,
                            const QString& other) {
        return switched(what, then.*member == usual ? asUsual : other, now.*member == usual ? asUsual : other);
    };
    switch (kind) {
    case PartKind::AsOf: {
        const QString today = ExplainedWords::tr("today");
        return switched(ExplainedWords::tr("known as of"), dayOr(then.knownAsOf, today), dayOr(now.knownAsOf, today));
    }
    case PartKind::Scenario:
        if (views.scenario == views.scenarioAgainst)
            return ExplainedWords::tr("the last edit");
        return switched(ExplainedWords::tr("scenario"), scenarioName(views.scenarioAgainst),
                        scenarioName(views.scenario));
    case PartKind::Assumed:
        return choose(ExplainedWords::tr("assumed rows"), &Lens::withAssumed, true,
                      ExplainedWords::tr("in", "assumed rows"), ExplainedWords::tr("out", "assumed rows"));
    case PartKind::Commitment:
        return choose(ExplainedWords::tr("commitment"), &Lens::commitments, Commitments::All,
                      ExplainedWords::tr("all", "commitments"), ExplainedWords::tr("firm", "commitments"));
    case PartKind::Overlap:
        return switched(ExplainedWords::tr("overlap"), overlapName(then.overlaps), overlapName(now.overlaps));
    case PartKind::Boundary:
        return choose(ExplainedWords::tr("boundary"), &Lens::megawatts, MegawattsOf::Stated,
                      ExplainedWords::tr("stated", "megawatts"), ExplainedWords::tr("it", "megawatts of IT load"));
    case PartKind::Weighing:
        return choose(ExplainedWords::tr("basis"), &Lens::basis, FigureBasis::Headline,
                      ExplainedWords::tr("headline", "amounts"), ExplainedWords::tr("weighted", "amounts"));
    default:
        return switched(ExplainedWords::tr("period"), periodText(views.against.cell.period),
                        periodText(views.value.cell.period));
    }
}

QString measureLabel(const ExplainedViews& views, const Part& part)
{
    const QString name = measureText(part.measure);
    return isCapacity(part.measure) ? closer(name, layerName(views.value.chain, part.layer)) : name;
}

QString nameOfCell(const ExplainedViews& views)
{
    const FigureCell& cell = views.value.cell;
    return cell.deal.isSet() ? dealLabel(views.value.chain, cell.deal) : nameOf(views.value.chain, cell.group);
}

QString periodPhrase(const FigureCell& cell)
{
    const bool standsThen = isStock(cell.measure) || cell.measure == Measure::Funding;
    switch (cell.period.kind) {
    case PeriodKind::Total:
        return ExplainedWords::tr("in all");
    case PeriodKind::Unscheduled:
        return ExplainedWords::tr("without dates");
    case PeriodKind::Later:
        return ExplainedWords::tr("after the calendar");
    default:
        return (cell.measure == Measure::Backlog ? ExplainedWords::tr("after %1", "a period")
                : standsThen                     ? ExplainedWords::tr("at the end of %1")
                                                 : ExplainedWords::tr("in %1", "a period"))
            .arg(periodText(cell.period));
    }
}

// %1: whose figure, %2: the amount, %3: when; of capacities %4: the layer.
constexpr std::array<const char*, kMeasureCount> kSaid{
    QT_TRANSLATE_NOOP("Explained", "%1 takes in %2 %3"),
    QT_TRANSLATE_NOOP("Explained", "%1 spends %2 %3"),
    QT_TRANSLATE_NOOP("Explained", "%1 has %2 left of revenue after spend %3"),
    QT_TRANSLATE_NOOP("Explained", "%1 is given %2 of capital %3"),
    QT_TRANSLATE_NOOP("Explained", "%1 gives %2 of capital %3"),
    QT_TRANSLATE_NOOP("Explained", "%1 lacks %2 %3"),
    QT_TRANSLATE_NOOP("Explained", "%1 has funding of %2 %3"),
    QT_TRANSLATE_NOOP("Explained", "%1 has a backlog of %2 %3"),
    QT_TRANSLATE_NOOP("Explained", "%1 gets %2 of %4 %3"),
    QT_TRANSLATE_NOOP("Explained", "%1 supplies %2 of %4 %3"),
    QT_TRANSLATE_NOOP("Explained", "%1 is bound to %2 by %4 %3"),
    QT_TRANSLATE_NOOP("Explained", "%1 has %2 deals %3"),
    QT_TRANSLATE_NOOP("Explained", "%1 has %2 deals without money %3"),
    QT_TRANSLATE_NOOP("Explained", "%1 has %2 deals without capacity %3"),
    QT_TRANSLATE_NOOP("Explained", "%1 trades %2 inside %3"),
    QT_TRANSLATE_NOOP("Explained", "%1 moves %2 of capital inside %3"),
    QT_TRANSLATE_NOOP("Explained", "%1 guarantees %2 %3"),
    QT_TRANSLATE_NOOP("Explained", "%1 is guaranteed %2 %3"),
};

/// "OpenAI Group PBC spends {amount} in 2028", the layer of capacities named.
QString statement(const ExplainedViews& views, const Explanation& told, const QString& amount)
{
    const FigureCell& cell = views.value.cell;
    const QString name = nameOfCell(views);
    const QString when = periodPhrase(cell);
    if (cell.deal.isSet())
        return ExplainedWords::tr("%1 comes to %2 %3").arg(name, amount, when);
    const QString text = ExplainedWords::tr(kSaid[static_cast<std::size_t>(cell.measure)]);
    if (!isCapacity(cell.measure))
        return text.arg(name, amount, when);
    return text.arg(name, amount, when, layerName(views.value.chain, told.binding.value_or(cell.layer)));
}

/// What a derived figure is made of: "Revenue −$92.8B, Spend $70.1B, no less than nothing $22.7B".
QString ingredients(const ExplainedViews& views, const Explanation& told)
{
    QStringList texts;
    for (const Part& part : told.parts)
        if (part.kind == PartKind::Measure || part.kind == PartKind::Floor)
            texts << labelOf(views, part) + QLatin1Char(' ') + amountOf(views, part.amount, false);
    return listOf(texts);
}

/// What most of a sum comes from: "the three largest are 92 % of it".
QString concentration(const Explanation& told)
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
    return ExplainedWords::tr("the three largest are %1 % of it")
        .arg(std::nearbyint(most * 100 / static_cast<double>(told.figure.value)), 0, 'f', 0);
}

/// Not "%n deals": the commands speak without a translator, which has the forms.
QString countOfDeals(std::size_t count)
{
    return count == 1 ? ExplainedWords::tr("1 deal")
                      : ExplainedWords::tr("%1 deals").arg(countText(static_cast<std::int64_t>(count)));
}

QString madeOf(const ExplainedViews& views, const Explanation& told)
{
    if (views.value.cell.deal.isSet() || isCount(told.cell.measure))
        return {};
    const bool isMadeOfSome = told.deals > 0 || told.figure.undisclosed == 0;
    QStringList clauses{ingredients(views, told), isMadeOfSome ? countOfDeals(told.deals) : QString(),
                        concentration(told)};
    clauses.removeAll(QString());
    return clausesOf(clauses);
}

} // namespace

QString ExplainedSentence::whole() const
{
    const QString first = made.isEmpty() ? figure : told(figure, made);
    return hidden.isEmpty() ? first : clausesOf({first, hidden});
}

QString amountOf(const ExplainedViews& views, std::int64_t amount, bool isDifference)
{
    return isDifference ? deltaText(amount, views.unit()) : amountText(amount, views.unit());
}

QString labelOf(const ExplainedViews& views, const Part& part)
{
    const Chain& chain = views.chainOf(part);
    const Lens& lens = part.isEarlier ? views.against.lens : views.value.lens;
    switch (part.kind) {
    case PartKind::Deal:
        return dealLabel(chain, part.deal);
    case PartKind::Piece:
        return pieceLabel(chain, lens, part);
    case PartKind::InQuarter:
        return periodText(part.quarter);
    case PartKind::PartOf:
        return told(ExplainedWords::tr("part of it"), dealLabel(chain, part.deal));
    case PartKind::Horizon:
        return ExplainedWords::tr("after %1, where the calendar ends").arg(chain.calendar().lastYear());
    case PartKind::Floor:
        return part.deal.isSet() ? ExplainedWords::tr("its parts hold more than there is")
                                 : ExplainedWords::tr("no less than nothing");
    case PartKind::Formula:
        return ExplainedWords::tr("formula %1")
            .arg(visibleText(chain.text(knownDeal(chain, part.deal, lens.knownAsOf).formula)));
    case PartKind::Measure:
        return measureLabel(views, part);
    case PartKind::Rest:
        return ExplainedWords::tr("%1 smaller ones").arg(part.count);
    case PartKind::Series:
        return ExplainedWords::tr("series %1").arg(visibleText(part.series));
    case PartKind::Weight:
        return weightLabel(chain, lens, part.deal);
    case PartKind::Boundary:
        return part.deal.isSet() ? ExplainedWords::tr("not IT load") : switchLabel(views, part.kind);
    case PartKind::Commitment:
        return part.deal.isSet() ? commitmentLabel(chain, lens, part.deal) : switchLabel(views, part.kind);
    default:
        return switchLabel(views, part.kind);
    }
}

ExplainedSentence sentenceOf(const ExplainedViews& views, const Explanation& told, Hidden hidden)
{
    const bool isAmount = told.figure.value != 0 || told.figure.undisclosed == 0;
    const bool isBounded = told.figure.value != 0 && boundOf(hidden) != Bound::Exact;
    const QString amount = isBounded  ? boundedText(told.figure.value, hidden, views.unit(), HiddenStyle::Narrow)
                           : isAmount ? amountOf(views, told.figure.value, false)
                                      : ExplainedWords::tr("nothing that is disclosed");
    ExplainedSentence sentence{statement(views, told, amount), madeOf(views, told), {}};
    const std::int64_t undisclosed = told.figure.undisclosed;
    if (undisclosed == 1)
        sentence.hidden =
            told.deals == 0 ? ExplainedWords::tr("1 deal says no amount") : ExplainedWords::tr("1 more says no amount");
    else if (undisclosed > 0)
        sentence.hidden = (told.deals == 0 ? ExplainedWords::tr("%1 deals say no amount")
                                           : ExplainedWords::tr("%1 more say no amount"))
                              .arg(countText(undisclosed));
    return sentence;
}

QString sentenceOf(const ExplainedViews& views, const FigureDifference& told)
{
    const FigureCell& cell = views.value.cell;
    const QString what = !cell.deal.isSet()         ? measureText(cell.measure).toLower()
                         : isCapacity(cell.measure) ? ExplainedWords::tr("capacity", "of a deal")
                                                    : ExplainedWords::tr("money", "of a deal");
    QString against = amountOf(views, told.against.value, false);
    if (const FigureCell& other = views.against.cell; other.period != cell.period)
        against = ExplainedWords::tr("%1 %2", "an amount, in which period").arg(against, periodPhrase(other));
    return ExplainedWords::tr("%1, %2 %3: %4 against %5, a difference of %6")
        .arg(nameOfCell(views), what, periodPhrase(cell), amountOf(views, told.value.value, false), against,
             amountOf(views, told.value.value - told.against.value, true));
}

bool isSaidTwice(const Part& part) noexcept
{
    return part.kind == PartKind::Deal && part.parts.size() == 1 && part.parts.front().kind == PartKind::Piece &&
           part.parts.front().tranche == kNoRow;
}

} // namespace ochain
