// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/chart.h"
#include "charts/chart_export.h"

namespace ochain {

/// The look that the options of an export ask for.
[[nodiscard]] ChartStyle styleOf(const ExportOptions& options, bool asOutlines);
/// Dresses a chart and paints it at its size, which was checked before.
void drawChart(Chart& chart, const ExportOptions& options, bool asOutlines, QPainter& painter);
/// Its resolution is 96 dots an inch for each of the scale.
[[nodiscard]] QImage imageOf(Chart& chart, const ExportOptions& options);
[[nodiscard]] Result<QByteArray> pngOf(const Chart& chart, const QImage& image);

} // namespace ochain
