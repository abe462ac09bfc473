// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/names.h"
#include "formats/reading.h"

#include <QString>

namespace ochain {

// Figures of metrics, whose unit is a word of their own row: "USD", "USD/month", "percent", "MW", "people".

/// A figure as people say it: "$13B", "4 %", "4.5 GW", "800M"; other units are not repeated. Three digits from a
/// thousand on.
[[nodiscard]] QString metricText(double value, const QString& unit);
/// The same for a table where the unit has a column of its own: a currency that is a word is left to that.
[[nodiscard]] QString metricCellText(double value, const QString& unit);
/// Every digit: "13000000000".
[[nodiscard]] QString metricTextInFull(double value);
/// What people type for a figure of a unit: "$10B", "4 %", "800M", "4.5GW"; also below zero.
[[nodiscard]] ReadResult readMetric(const QString& text, const QString& unit);

} // namespace ochain
