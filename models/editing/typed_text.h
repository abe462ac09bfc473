// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "document/names.h"
#include "editing/beside.h"
#include "formats/reading.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace ochain {

// Fields of rows as texts that people read and type, for forms and tables alike: names of rows instead of keys, figures
// with their units, choices in words.

/// The rows that a text names exactly: the one of that key, or else all of that name (in either language) or key,
/// whatever the case.
[[nodiscard]] std::vector<std::uint32_t> rowsCalled(const Chain& chain, Table table, const QString& text);
/// The only row that a text names; a name borne by two is none.
[[nodiscard]] std::optional<std::uint32_t> rowCalled(const Chain& chain, Table table, const QString& text);
/// What to type for a row: its name, or its key where the name is that of another row too.
[[nodiscard]] QString addressOf(const Chain& chain, RowRef row);

/// What to do about a name that is none of a table's rows, or that of several.
[[nodiscard]] Sentence notOneCalled(Table table, const QString& name, std::size_t howMany);

/// What was typed into a field of any table, and what that says of other fields of the row (Reading::also). Several
/// references are separated by ;
/// @param beside  the rest of the row: the unit of a metric, the start of a deal, its parties
[[nodiscard]] ReadResult readTyped(const Chain& chain, Table table, Field field, const QString& text,
                                   const Beside& beside = {});
/// "also fills in Ends: 2032, Basis: estimated", translated; empty if it says nothing of other fields.
/// @param unit  of metrics: the unit of the row
[[nodiscard]] QString filledText(Table table, const Reading& reading, const QString& unit);
/// "reads as $38B; also fills in Ends: 2032", translated; empty if it reads as what was typed and fills in nothing.
[[nodiscard]] QString readingText(Table table, const QString& typed, const Reading& reading, const QString& unit);
/// The text of a field as a form shows it: what people would type for it. Choices and references to kinds, statuses and
/// deals are keys, for those are shown by a choice or may be called alike; so are several references.
[[nodiscard]] QString shownText(const Chain& chain, RowRef row, Field field);
/// The unit of a metric; empty for rows of other tables.
[[nodiscard]] QString unitOfRow(const Chain& chain, RowRef row);

/// What rows of a table have in a field, each text once and sorted: kinds of nodes, series, units.
[[nodiscard]] QStringList valuesInUse(const Chain& chain, Table table, Field field);

} // namespace ochain
