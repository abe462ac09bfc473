// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/filter_query.h"

#include <functional>

namespace ochain {

/// What may go on at the cursor of a filter, instead of what stands there from `from` to `to`: columns with the sign
/// behind them, or values of a column. Empty if nothing fits, or too much.
struct FilterOffer {
    qsizetype from = 0;
    qsizetype to = 0;
    QStringList texts;
};

/// @param valuesOf   what the rows have in a column of texts; empty where they are too many to be listed
/// @param isAskedFor  the user wants the list, though perhaps nothing of the word is typed yet
[[nodiscard]] FilterOffer filterOffer(const QString& text, qsizetype cursor, const std::vector<FilterColumn>& columns,
                                      const std::function<QStringList(int column)>& valuesOf, bool isAskedFor);

} // namespace ochain
