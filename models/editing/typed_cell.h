// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "editing/beside.h"
#include "formats/reading.h"

#include <QString>

#include <string_view>

namespace ochain {

/// The unit of the metric that a row of claims or overrides is about: "low/metrics/plus-price/value"; empty for others.
[[nodiscard]] std::string unitOfClaimed(const Chain& chain, std::string_view key);

/// A figure, a date, a flag or a choice of a file or a command that is not in the form of the CSV, as a form reads it;
/// what is said of a claim or an override is read as the field that it is about. Weights alone differ: bare numbers are
/// basis points here, so that 1.0 is not a hundred times 1.
[[nodiscard]] ReadResult readCell(const Chain& chain, Table table, std::string_view key, Field field,
                                  const QString& text, const Beside& beside);

} // namespace ochain
