// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <functional>
#include <string>

namespace ochain {

/// What stands beside a field that is typed into: the canonical text of another field of the row, as it is or is about
/// to be; empty where nothing is known. A unit, a start or a party may be needed to read a text.
using Beside = std::function<std::string(Field)>;

/// What the chain has beside a field of a row.
/// @param chain  must outlive what is returned
[[nodiscard]] inline Beside besideIn(const Chain& chain, RowRef row)
{
    return [&chain, row](Field field) { return chain.isAlive(row) ? chain.value(row, field) : std::string(); };
}

/// The same of a field by its name; empty if the table has none of that name.
[[nodiscard]] inline std::string valueBeside(const Beside& beside, Table table, std::string_view name)
{
    const std::optional<Field> field = fieldNamed(table, name);
    return field && beside ? beside(*field) : std::string();
}

} // namespace ochain
