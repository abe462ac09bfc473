// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/chart_export.h"

namespace ochain {

/// A chart as PDF. Words are text, with the fonts they need; the page is as large as was asked for.
[[nodiscard]] Result<QByteArray> pdfOf(Chart& chart, const ExportOptions& options);

} // namespace ochain
