// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "editing/beside.h"
#include "formats/reading.h"

#include <QString>

#include <functional>

namespace ochain {

/// Whether a field holds an amount, of which people say more than a figure: a sum of money, a capacity, a share, a
/// metric.
[[nodiscard]] bool isAmount(Table table, Field field);

/// What was typed for an amount, and what it says of the fields beside it: "~5%" is an estimate, "up to $100B" a
/// ceiling, "$38B over seven years" ends seven years after the start of the row, "10-15GW" of a metric is its low, its
/// high and the middle between them. Refused with what to do instead is what the row cannot hold: a range of a deal, a
/// time without a start, an amount a year.
/// @param read    reads the amount alone
/// @param beside  the rest of the row
[[nodiscard]] ReadResult readAmount(const Chain& chain, Table table, Field field, const QString& text,
                                    const Beside& beside, const std::function<ReadResult(const QString&)>& read);

} // namespace ochain
