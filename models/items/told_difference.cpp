// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/told_difference.h"

#include "document/second_lens.h"

#include <string>
#include <utility>

namespace ochain {

namespace {

std::string keyOfScenario(const Document& document, ScenarioId scenario)
{
    const Chain& chain = document.chain();
    return scenario.isSet() ? std::string(chain.key({Table::Scenarios, scenario.value})) : std::string();
}

} // namespace

std::optional<ToldDifference> differenceToTell(const Document& document, const FigureCell& cell, Against against)
{
    const Lens& lens = document.rollups().lens();
    const Calendar& calendar = document.rollups().calendar();
    const std::string scenario = keyOfScenario(document, document.lens().scenario);
    ToldDifference difference{document.viewedSnapshot(), {}, lens, lens, cell, cell, {}, scenario, scenario};
    difference.against = difference.value;
    if (against == Against::LastEdit) {
        difference.against = document.beforeLastEdit();
        const std::optional<FigureCell> before =
            difference.against ? sameCell(difference.against->chain, document.chain(), cell) : std::nullopt;
        if (!before)
            return std::nullopt;
        difference.cellAgainst = *before;
        return difference;
    }
    std::optional<Period> period = periodBefore(cell.period, 1, calendar);
    if (against == Against::SecondLens) {
        SecondLens& second = document.second();
        if (!second.isOn())
            return std::nullopt;
        difference.lensAgainst = second.lens()->lens;
        difference.scenarioAgainst = keyOfScenario(document, second.lens()->scenario);
        difference.against = second.lens()->scenario.isSet() ? second.snapshot() : document.snapshot();
        if (!difference.against)
            return std::nullopt; // until it is computed
        period = second.against(cell.period);
    }
    if (!period || against == Against::Nothing)
        return std::nullopt;
    difference.cellAgainst.period = *period;
    return difference;
}

bool tell(ToldDifference& difference, const Progress& progress)
{
    const ExplainedViews views = difference.views();
    std::optional<FigureDifference> told = explainDifference(views.value, views.against, progress);
    if (told)
        difference.told = std::move(*told);
    return told.has_value();
}

} // namespace ochain
