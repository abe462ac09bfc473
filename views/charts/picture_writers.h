// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/chart_export.h"
#include "charts/picture_fonts.h"

namespace ochain {

// One writer a format, for chart_export. Each draws the chart with the look of the options; sizes were checked before.

/// Dresses a chart and paints it at its size.
void drawChart(Chart& chart, const ExportOptions& options, bool asOutlines, QPainter& painter);
/// Its resolution is 96 dots an inch for each of the scale.
[[nodiscard]] QImage imageOf(Chart& chart, const ExportOptions& options);
[[nodiscard]] Result<QByteArray> pngOf(const Chart& chart, const QImage& image);
/// Words are text, and the fonts they need are in the file.
[[nodiscard]] Result<QByteArray> svgOf(Chart& chart, const ExportOptions& options);
/// The same; a page as large as was asked for.
[[nodiscard]] Result<QByteArray> pdfOf(Chart& chart, const ExportOptions& options);

} // namespace ochain
