// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/calendar.h"
#include "chain/chain.h"
#include "chain/edit_builder.h"
#include "editing/beside.h"
#include "formats/reading.h"
#include "rollups/rollups.h"

#include <string>
#include <vector>

namespace ochain {

// What a person types on the command line, read as the window reads it and refused with the same sentences. Figures and
// dates in the form of the CSV columns keep their meaning there: 7000 is MW, a weight of 80 is basis points.

/// A whole day, as --as-of takes it.
/// @param option  its name, for the sentence
[[nodiscard]] Result<Date> readWholeDay(const char* option, const std::string& text);
/// A year or a quarter.
[[nodiscard]] Result<Period> readTypedPeriod(const char* option, const std::string& text);
/// A year or a quarter of the calendar; total, unscheduled or later.
[[nodiscard]] Result<Period> readPeriodIn(const Calendar& calendar, const char* option, const std::string& text);
/// The node or tier of a key (a node's before a tier's), or of a name that no other of them bears.
[[nodiscard]] Result<Group> readGroup(const Chain& chain, const std::string& text);
/// The node of a key, or of a name that no other node bears.
[[nodiscard]] Result<NodeId> readNode(const Chain& chain, const char* option, const std::string& text);
/// The node, tier or deal of a key, or of a name that no other of them bears: for --select.
[[nodiscard]] Result<RowRef> readSelected(const Chain& chain, const std::string& text);
/// The deal of a key, or of a name that no other deal bears.
[[nodiscard]] Result<DealId> readDeal(const Chain& chain, const char* option, const std::string& text);
/// The capacity layer of a key, or of a name that no other layer bears.
[[nodiscard]] Result<TierId> readLayer(const Chain& chain, const std::string& text);
/// The key of the source of a key, or of a title or an address that no other source has.
[[nodiscard]] Result<std::string> readSource(const Chain& chain, const std::string& text);
/// A number in plain digits within bounds, such as 1.5.
[[nodiscard]] Result<double> readNumber(const char* option, const std::string& text, double least, double most);
/// The same without decimals.
[[nodiscard]] Result<int> readWholeNumber(const char* option, const std::string& text, int least, int most);

/// What a text stands for: the canonical text of its field, and what it says of other fields of the row.
struct TypedValue {
    std::string canonical;
    std::vector<FilledField> also;
};
/// A field of a row: as in the CSV files, or as people write it (7GW, $300B over seven years, 2H 2026).
/// @param beside  the rest of the row
[[nodiscard]] tl::expected<TypedValue, Problem> readTypedField(const Chain& chain, Table table, std::string_view key,
                                                               Field field, std::string_view text,
                                                               const Beside& beside);

} // namespace ochain
