// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/lens_words.h"

#include "document/names.h"
#include "figures/evidence.h"
#include "figures/figure_words.h"

#include <QDate>

#include <nlohmann/json.hpp>

namespace ochain {

namespace {

/// A picture is looked at long after the day it was made on: "today" alone would say nothing then.
Day namedDay(Day today)
{
    const QDate now = QDate::currentDate();
    return today == kNoDay ? dayNumber(now.year(), now.month(), now.day()) : today;
}

} // namespace

QStringList unusualWords(const Lens& lens)
{
    QStringList words;
    if (lens.basis == FigureBasis::Weighted)
        words << FigureWords::tr("weighted by status");
    if (lens.commitments == Commitments::Firm)
        words << FigureWords::tr("only what is firm");
    if (lens.commitments == Commitments::Unsaid)
        words << FigureWords::tr("only what nobody has said to be firm or not");
    if (lens.megawatts == MegawattsOf::It)
        words << FigureWords::tr("megawatts of IT load");
    if (!lens.withAssumed)
        words << FigureWords::tr("assumed figures out");
    if (lens.overlaps == Overlaps::Gross)
        words << FigureWords::tr("gross of overlaps");
    if (lens.overlaps == Overlaps::Overlap)
        words << FigureWords::tr("overlaps only");
    if (lens.knownAsOf != kNoDay)
        words << FigureWords::tr("known as of %1").arg(dayText(lens.knownAsOf));
    return words;
}

QString scenarioWords(const Chain& chain, ScenarioId scenario)
{
    return scenario.isSet()
               ? FigureWords::tr("scenario %1").arg(nameOf(chain, RowRef{Table::Scenarios, scenario.value}))
               : QString();
}

QString lensWords(const Chain& chain, const Lens& lens, const FigureOptions& options)
{
    QStringList words = unusualWords(lens);
    if (lens.basis == FigureBasis::Headline)
        words.prepend(FigureWords::tr("headline"));
    if (lens.withAssumed) {
        const bool isOfMegawatts = lens.megawatts == MegawattsOf::It;
        const qsizetype before = 1 + (lens.commitments == Commitments::All ? 0 : 1) + (isOfMegawatts ? 1 : 0);
        words.insert(before, FigureWords::tr("assumed schedules in"));
    }
    if (lens.knownAsOf == kNoDay)
        words << FigureWords::tr("as known today (%1)").arg(dayText(namedDay(options.today)));
    if (!options.tried.empty())
        words.prepend(FigureWords::tr("what if: not kept"));
    if (const QString scenario = scenarioWords(chain, ScenarioId{chain.find(Table::Scenarios, options.scenario)});
        !scenario.isEmpty())
        words.prepend(scenario);
    return words.join(FigureWords::tr(", "));
}

QString lensJson(const QString& view, const Lens& lens, const FigureOptions& options)
{
    nlohmann::ordered_json json;
    json["view"] = view.toStdString();
    json["period"] = formatPeriod(options.period);
    json["basis"] = lens.basis == FigureBasis::Weighted ? "weighted" : "headline";
    json["as-of"] = lens.knownAsOf == kNoDay ? std::string() : formatDate(dateOf(lens.knownAsOf));
    if (lens.knownAsOf == kNoDay)
        json["today"] = formatDate(dateOf(namedDay(options.today)));
    json["assumed"] = lens.withAssumed ? "in" : "out";
    json["overlap"] = lens.overlaps == Overlaps::Unique  ? "unique"
                      : lens.overlaps == Overlaps::Gross ? "gross"
                                                         : "overlap";
    json["commitment"] = lens.commitments == Commitments::Firm     ? "firm"
                         : lens.commitments == Commitments::Unsaid ? "unsaid"
                                                                   : "all";
    json["boundary"] = lens.megawatts == MegawattsOf::It ? "it" : "stated";
    if (!options.scenario.empty())
        json["scenario"] = options.scenario;
    if (!options.tried.empty())
        json["tried"] = options.tried;
    json["group"] = options.group;
    if (view == QLatin1String("flow")) {
        json["mode"] = options.mode == FlowMode::Money ? "money" : "capacity";
        json["layer"] = options.layer;
        json["by"] = groupingName(options.grouping);
        json["expanded"] = options.expanded;
        if (!options.orders.empty())
            json["orders"] = options.orders;
        if (options.withGuarantees)
            json["guarantees"] = true;
    } else {
        if (options.from)
            json["from"] = formatPeriod(*options.from);
        if (options.to)
            json["to"] = formatPeriod(*options.to);
    }
    if (view == QLatin1String("money"))
        json["granularity"] = options.granularity == PeriodKind::Quarter ? "quarter" : "year";
    return toQString(json.dump());
}

} // namespace ochain
