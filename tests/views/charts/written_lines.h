// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/chart.h"
#include "charts/chart_export.h"

#include <QStringList>

namespace ochain::testing {

/// What a chart writes under the options of an export, line by line; nothing if it is refused.
inline QStringList linesOf(const ChartFigure& figure, ExportOptions options = {})
{
    Chart chart;
    options.scale = kLeastPictureScale;
    chart.setFigure(retitled(figure, options));
    if (!drawnChart(chart, ExportFormat::Png, options))
        return {};
    QStringList lines;
    for (const auto& [text, box] : chart.labels())
        lines << text;
    return lines;
}

} // namespace ochain::testing
