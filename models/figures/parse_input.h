// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "chain/table.h"
#include "figures/format.h"

#include <QString>

#include <string>

namespace ochain {

/// What a person's text was taken for.
struct Reading {
    std::string canonical; ///< as the CSV field has it: "7000", "300000000000", "27", "2026-07"; "" for an empty field
    QString echo;          ///< how it reads: "7.0 GW", "$300B", "27 %", "2026-07"; empty for an empty field
    bool operator==(const Reading&) const = default;
};

/// Why a text cannot be read, as a sentence for a person that says how to mend it (translate with sentenceText()).
using ReadResult = tl::expected<Reading, Sentence>;

/// How a date given by a half, a quarter or a Chinese half-year is read: 2H 2026 is 2026-07 as a start, 2026-12 as an
/// end. As a day only a whole one is read.
enum class DateRole : std::uint8_t { Start, End, WholeDay };

// Each takes what people type; empty text (or a dash) is an empty field. A canonical text always reads as itself.

/// "4.5GW", "350 MW", "4500" (MW), "4,5 GW", "450万千瓦", "4.5吉瓦" to MW.
[[nodiscard]] ReadResult readCapacity(const QString& text);
/// "$300B", "300bn", "1.5T", "38.2m", "US$ 1,250,000", "3000亿美元" to dollars.
[[nodiscard]] ReadResult readMoney(const QString& text);
/// What is said of an amount in another currency.
[[nodiscard]] tl::unexpected<Sentence> refuseOtherCurrency(const QString& text);
/// "27%", "27 %", "27" to percent; "0.27" is 0.27 %.
[[nodiscard]] ReadResult readShare(const QString& text);
/// "2026", "2026-07-22", "2026/7", "22 Jul 2026", "Jul 2026", "2H 2026", "3Q26", "Q3 2026", "2026年7月",
/// "2026年下半年".
[[nodiscard]] ReadResult readDate(const QString& text, DateRole role);
/// "2027", "2027Q3", "Q3 2027", "3Q27", "2027年第三季度": a year or a quarter of the calendar.
using PeriodResult = tl::expected<Period, Sentence>;
[[nodiscard]] PeriodResult readPeriod(const QString& text);
/// Any field of any table by its type: dates named ends read as ends, other dates as starts. What is not a number or
/// date is trimmed and brought into canonical form (choices and references are left to the validation).
[[nodiscard]] ReadResult readField(Table table, Field field, const QString& text);

/// "reads as 7.0 GW", translated; empty for an empty echo or one equal to what was typed.
[[nodiscard]] QString readsAsText(const QString& typed, const Reading& reading);

} // namespace ochain
