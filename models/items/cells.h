// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/format.h"
#include "items/roles.h"

#include <QVariant>

namespace ochain {

// What one cell says in each role, for each kind of content. A role that does not concern it gives an invalid QVariant.

/// A rollup's figure, of which some deals may be undisclosed; never absent.
/// @param hidden  which way those deals could move it (Rollups::hidden)
[[nodiscard]] QVariant figureData(const Figure& figure, Hidden hidden, Unit unit, int role);
/// Of a sum, which undisclosed deals can only raise.
[[nodiscard]] QVariant figureData(const Figure& figure, Unit unit, int role);
/// A field with an amount that may be absent.
[[nodiscard]] QVariant amountData(Cents amount, int role);
[[nodiscard]] QVariant amountData(Kilowatts amount, int role);
[[nodiscard]] QVariant amountData(BasisPoints amount, int role);
[[nodiscard]] QVariant dateData(Date date, int role);
[[nodiscard]] QVariant countData(std::int64_t count, int role);
/// To be read, what hides in it is named (visibleText()); to be edited, sorted or copied, it is as it is.
[[nodiscard]] QVariant textData(const QString& text, int role);
/// The cell of a column that the row has nothing for: blank, sorted last.
[[nodiscard]] QVariant nothingData(int role);

/// A field of a row of any table, by its type: references as names, choices in words, figures of metrics with their
/// unit.
[[nodiscard]] QVariant fieldData(const Chain& chain, RowRef row, Field field, int role);
/// Whether a field holds a figure, which stands on the right in a table.
[[nodiscard]] bool isNumeric(const FieldSpec& spec) noexcept;
/// What a field holds, as far as it has the same unit in every row.
[[nodiscard]] ColumnContent contentOf(const FieldSpec& spec) noexcept;

/// The day it is here and now.
[[nodiscard]] Day today();
/// A number for a spreadsheet: dollars, megawatts, percent or a count, in plain decimal; may be negative.
[[nodiscard]] QString plainText(std::int64_t amount, Unit unit);
/// Whether a word in lower case is found in a text, whatever its case (ASCII letters; other letters as they are).
[[nodiscard]] bool containsWord(std::string_view text, std::string_view lowerWord) noexcept;

} // namespace ochain
