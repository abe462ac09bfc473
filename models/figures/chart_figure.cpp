// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/chart_figure.h"

#include "figures/compared_flow.h"
#include "figures/kept_periods.h"

namespace ochain {

const ChartHead& headOf(const ChartFigure& figure) noexcept
{
    return std::visit([](const auto& each) -> const ChartHead& { return each.head; }, figure);
}

namespace {

/// A figure that was given up on the way is none.
Result<ChartFigure> ifWanted(ChartFigure figure, const FigureOptions& options)
{
    if (options.isCancelled())
        return failure(ErrorKind::Cancelled, QT_TRANSLATE_NOOP("Sentence", "Drawing was cancelled."));
    return figure;
}

} // namespace

Result<ChartFigure> buildFigure(const std::string& view, const Chain& chain, const Rollups& rollups,
                                const FigureOptions& options)
{
    std::optional<ChartFigure> built;
    if (view == "flow")
        built = buildFlow(chain, rollups, options);
    else if (view == "capacity")
        keepPeriods(std::get<CapacityFigure>(built.emplace(buildCapacity(chain, rollups, options))), options);
    else if (view == "money")
        keepPeriods(std::get<MoneyFigure>(built.emplace(buildMoney(chain, rollups, options))), options);
    if (built)
        return ifWanted(std::move(*built), options);
    return failure(ErrorKind::NotFound,
                   QT_TRANSLATE_NOOP("Sentence", "there is no view “{0}”; the views are flow, capacity and money"),
                   view);
}

Result<ChartFigure> buildComparedFigure(const std::string& view, const ComparedSides& sides,
                                        const FigureOptions& options, Period periodAgainst)
{
    if (view == "flow")
        return ifWanted(ChartFigure(buildComparedFlow(sides, options, periodAgainst)), options);
    FigureOptions other = options;
    other.period = periodAgainst;
    Result<ChartFigure> shown = buildFigure(view, sides.shown.chain, sides.shown.rollups, options);
    Result<ChartFigure> against = buildFigure(view, sides.against.chain, sides.against.rollups, other);
    if (!shown || !against)
        return shown ? against : shown;
    if (const auto* money = std::get_if<MoneyFigure>(&*shown))
        return ChartFigure(compared(sides, *money, std::get<MoneyFigure>(*against), options));
    if (const auto* capacity = std::get_if<CapacityFigure>(&*shown))
        return ChartFigure(compared(sides, *capacity, std::get<CapacityFigure>(*against), options));
    return shown;
}

} // namespace ochain
