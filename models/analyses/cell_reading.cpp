// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analyses/cell_reading.h"

#include <array>

namespace ochain {

namespace {

CellReading plainReading(const Calendar& calendar, const FigureCell& cell, Measure series)
{
    CellReading reading;
    reading.series = reading.as = series;
    reading.kind = cell.period.kind;
    reading.span = spanOf(calendar, cell.period);
    return reading;
}

CellReading readingOfDeal(const Chain& chain, const Calendar& calendar, const FigureCell& cell)
{
    const Deal& deal = chain.deals()[cell.deal];
    const bool isGuarantee = chain.classOf(deal) == DealClass::Contingent;
    const Measure money = isGuarantee ? Measure::GuaranteedOut : Measure::Revenue;
    CellReading reading = plainReading(calendar, cell, isCapacity(cell.measure) ? Measure::CapacityOut : money);
    reading.layer = chain.layerOf(deal.supplier);
    return reading;
}

std::vector<CellReading> readingsOfRecipe(const Calendar& calendar, const FigureCell& cell)
{
    const Recipe recipe = recipeOf(cell.measure);
    std::vector<CellReading> readings;
    for (std::size_t i = 0; i < recipe.count; ++i) {
        CellReading reading = plainReading(calendar, cell, recipe.ingredients[i].measure);
        reading.sign = cell.measure == Measure::Gap ? -recipe.ingredients[i].sign : recipe.ingredients[i].sign;
        if (cell.measure == Measure::Funding || cell.measure == Measure::Backlog)
            reading.as = cell.measure;
        reading.layer = isCapacity(cell.measure) ? cell.layer : kNoLayer;
        readings.push_back(reading);
    }
    return readings;
}

} // namespace

Figure CellReading::of(const Tally& tally) const
{
    const Recipe alone{{{{series, 1}}}, 1};
    return figureOf(as, alone, std::array<SeriesReader, 4>{SeriesReader(tally)}, kind, span);
}

std::vector<CellReading> readingsOf(const Chain& chain, const Calendar& calendar, const FigureCell& cell)
{
    const bool isPeriod = cell.period.kind == PeriodKind::Year || cell.period.kind == PeriodKind::Quarter;
    if (isOutside(calendar, cell.period))
        return {};
    if (cell.deal.isSet())
        return {readingOfDeal(chain, calendar, cell)};
    if ((hasPeriodsOnly(cell.measure) && !isPeriod) || (isCount(cell.measure) && cell.period.kind != PeriodKind::Total))
        return {};
    if (isCount(cell.measure))
        return {plainReading(calendar, cell, cell.measure)};
    if (cell.measure != Measure::Binding)
        return readingsOfRecipe(calendar, cell);
    std::vector<CellReading> readings;
    for (std::uint32_t layer = 0; layer < chain.layers().size(); ++layer) {
        readings.push_back(plainReading(calendar, cell, Measure::CapacityIn));
        readings.back().layer = LayerNumber{layer};
    }
    return readings;
}

} // namespace ochain
