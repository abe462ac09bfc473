// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "forms/field_row.h"

#include "chain/table.h"

#include <QString>

#include <vector>

namespace ochain {

/// How the form of a table is laid out; what its fields are says the table itself.
struct FormSpec {
    Table table = Table::Deals;
    std::vector<Field> fields; ///< from top to bottom: first what news says
    bool movesFigures = true;  ///< whether an edit of such a row can move any
};

/// Tables whose rows have a form.
[[nodiscard]] const std::vector<FormSpec>& allForms();

/// The editor that fits a field.
[[nodiscard]] FieldRow::Kind editorKind(const FieldSpec& field);
/// Whether a field takes any word, but others have been used before.
[[nodiscard]] bool hasProposals(Table table, Field field);
/// What stands in an empty field, translated.
[[nodiscard]] QString placeholder(Table table, Field field);
/// "New node" and when it is saved, translated.
[[nodiscard]] QString newRowTitle(Table table);
[[nodiscard]] QString newRowHint(Table table);
[[nodiscard]] QString dropNewText(Table table);

} // namespace ochain
