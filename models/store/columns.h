// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "chain/table.h"
#include "store/raw_statement.h"

#include <span>
#include <string_view>

namespace ochain {

/// The column that stores a field. Named as the field, but for units: capacity_mw is kept in kilowatts in capacity_kw.
[[nodiscard]] std::string_view columnOf(Table table, Field field) noexcept;
/// Whether a field is a column of its own table; events.nodes is a table beside it.
[[nodiscard]] bool isColumn(Table table, Field field) noexcept;
/// The fields of a table that are columns of it, in the order of the columns: those that came with a later schema stand
/// behind the others.
[[nodiscard]] std::span<const Field> storedFields(Table table) noexcept;
/// The name as SQL has it: `table` is a word of SQL itself and stands in quotes.
[[nodiscard]] std::string_view quoted(std::string_view column) noexcept;

/// Binds the stored form of a field's text: cents, kilowatts, basis points, packed dates; NULL for "". Not for
/// references. InvalidInput: the text has not the form of the field.
[[nodiscard]] Result<void> bindField(RawStatement& statement, int parameter, const FieldSpec& spec,
                                     std::string_view text);

} // namespace ochain
