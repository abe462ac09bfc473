// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/table.h"

#include <QString>

namespace ochain {

// Object names of editors are made from the names of tables and fields: "dealCapacity", "newTrancheStarts".

/// "tranche" to "Tranche".
[[nodiscard]] QString capitalised(const QString& word);
/// "capacity_mw" to "capacity", "name_zh" to "nameZh".
[[nodiscard]] QString fieldWord(Table table, Field field);
/// "deals" to "deal".
[[nodiscard]] QString rowWord(Table table);

} // namespace ochain
