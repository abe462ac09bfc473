// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/compared_words.h"

#include "document/second_lens.h"
#include "figures/figure_words.h"
#include "figures/lens_words.h"
#include "formats/format.h"

namespace ochain {

namespace {

QString wordOf(FigureBasis basis)
{
    return basis == FigureBasis::Headline ? FigureWords::tr("as stated", "amounts")
                                          : FigureWords::tr("weighted by status");
}

QString wordOf(Commitments commitments)
{
    switch (commitments) {
    case Commitments::Firm:
        return FigureWords::tr("only what is firm");
    case Commitments::Unsaid:
        return FigureWords::tr("only what nobody has said to be firm or not");
    case Commitments::All:
        break;
    }
    return FigureWords::tr("whoever is bound");
}

QString wordOf(MegawattsOf megawatts)
{
    return megawatts == MegawattsOf::It ? FigureWords::tr("megawatts of IT load")
                                        : FigureWords::tr("megawatts as stated");
}

QString wordOf(Overlaps overlaps)
{
    return overlaps == Overlaps::Unique  ? FigureWords::tr("overlaps once")
           : overlaps == Overlaps::Gross ? FigureWords::tr("gross of overlaps")
                                         : FigureWords::tr("overlaps only");
}

QString wordOfAssumed(bool isIn)
{
    return isIn ? FigureWords::tr("assumed figures in") : FigureWords::tr("assumed figures out");
}

QString wordOfDay(Day day)
{
    return day == kNoDay ? FigureWords::tr("known today") : FigureWords::tr("known as of %1").arg(dayText(day));
}

} // namespace

ComparedWords comparedWords(const ViewLens& shown, const ViewLens& against, const ComparedWords& scenarios)
{
    QStringList a, b;
    if (scenarios.shown != scenarios.against) {
        a << scenarios.shown;
        b << scenarios.against;
    }
    const auto compare = [&](auto ofA, auto ofB, auto&& word) {
        if (ofA == ofB)
            return;
        a << word(ofA);
        b << word(ofB);
    };
    const auto choice = [](auto each) { return wordOf(each); };
    compare(shown.period, against.period, [](Period period) { return periodText(period); });
    compare(shown.lens.basis, against.lens.basis, choice);
    compare(shown.lens.commitments, against.lens.commitments, choice);
    compare(shown.lens.megawatts, against.lens.megawatts, choice);
    compare(shown.lens.withAssumed, against.lens.withAssumed, wordOfAssumed);
    compare(shown.lens.overlaps, against.lens.overlaps, choice);
    compare(shown.lens.knownAsOf, against.lens.knownAsOf, wordOfDay);
    if (a.isEmpty())
        return {FigureWords::tr("the same lens"), FigureWords::tr("the same lens")};
    return {a.join(FigureWords::tr(", ")), b.join(FigureWords::tr(", "))};
}

ComparedWords comparedWords(const Document& document)
{
    const ViewLens& shown = document.lens();
    const SecondLens& second = document.second();
    const auto words = [&document](ScenarioId scenario) {
        return scenario.isSet() ? scenarioWords(document.chain(), scenario) : FigureWords::tr("the file as it is");
    };
    const ComparedWords scenarios{document.isTrying() ? FigureWords::tr("what if: not kept") : words(shown.scenario),
                                  words(second.lens()->scenario)};
    return comparedWords(shown, {second.lens()->lens, second.against(shown.period).value_or(shown.period)}, scenarios);
}

} // namespace ochain
