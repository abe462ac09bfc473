// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/chart_export.h"

namespace ochain {

/// A chart as SVG. Words are text, and the fonts they need are in the file.
[[nodiscard]] Result<QByteArray> svgOf(Chart& chart, const ExportOptions& options);

} // namespace ochain
