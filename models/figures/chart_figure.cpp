// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/chart_figure.h"

#include "figures/kept_periods.h"

namespace ochain {

const ChartHead& headOf(const ChartFigure& figure) noexcept
{
    return std::visit([](const auto& each) -> const ChartHead& { return each.head; }, figure);
}

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
    if (built && options.cancelled != nullptr && *options.cancelled)
        return failure(ErrorKind::Cancelled, QT_TRANSLATE_NOOP("Sentence", "Drawing was cancelled."));
    if (built)
        return std::move(*built);
    return failure(ErrorKind::NotFound,
                   QT_TRANSLATE_NOOP("Sentence", "there is no view “{0}”; the views are flow, capacity and money"),
                   view);
}

} // namespace ochain
