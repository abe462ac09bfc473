// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "document/names.h"
#include "editing/beside.h"
#include "formats/fiscal_period.h"
#include "formats/parse_date.h"

#include <QString>

#include <optional>

namespace ochain {

/// How a node counts its fiscal years: by the latest metric of the series fiscal_year_end, its own or that of the
/// nearest node it lies in. A company of Japan names a fiscal year by the year in which it begins.
[[nodiscard]] std::optional<FiscalCalendar> fiscalCalendarOf(const Chain& chain, NodeId node);

/// Why a date that counts by a fiscal year is not taken, with the months of the calendar that it is for the parties of
/// the row; nothing if the text is no such date, or no fiscal year of theirs is known.
/// @param table, beside  the row that the date is of
[[nodiscard]] std::optional<Sentence> fiscalRefusal(const Chain& chain, Table table, const Beside& beside,
                                                    const QString& text, DateRole role);

} // namespace ochain
