// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <QString>

#include <string_view>

namespace ochain {

/// A field's text in canonical form as a person reads it, with every digit it has: "7.0 GW", "$1.234T", "27 %",
/// absentText() where it is empty. What is no figure stays as it is.
/// @param unit  of metrics: the unit of the row
[[nodiscard]] QString valueText(Table table, Field field, std::string_view canonical, const QString& unit);

/// The same in words: what a choice stands for, rows by their names, figures with the unit of their row.
/// @param row  that has the field
[[nodiscard]] QString valueInWords(const Chain& chain, RowRef row, Field field, std::string_view canonical);

/// What a field's text is about: of a claim's or an override's value the field that it is claimed for, else the field
/// itself.
struct ValuePlace {
    Table table = Table::Deals;
    Field field = 0;
};
/// @param key  of the row
[[nodiscard]] ValuePlace placeOfValue(Table table, std::string_view key, Field field);

} // namespace ochain
