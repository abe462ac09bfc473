// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/calendar.h"
#include "chain/chain.h"
#include "chain/date.h"
#include "document/names.h"
#include "rollups/rollups.h"

#include <QString>

#include <cstdint>
#include <string_view>

namespace ochain {

/// What kind of number a figure is.
enum class Unit : std::uint8_t { Money, Capacity, Count, Share };
/// Cents, kilowatts or a count.
[[nodiscard]] Unit unitOf(Measure measure) noexcept;

/// What stands for an absent figure: an en dash.
[[nodiscard]] QString absentText();

/// Money at 3 significant digits: "$1.5T", "$38.2M", "−$250B"; in Chinese "1.5万亿美元", "3820万美元".
/// @param cents  US cents, may be negative (net, funding); never read as absent
[[nodiscard]] QString moneyText(Cents cents);
/// Every digit: "$250,000,000,000.00", "250,000,000,000.00美元".
[[nodiscard]] QString moneyTextInFull(Cents cents);
/// Every digit, in the largest unit where few are needed: "$1.234T", else in full.
[[nodiscard]] QString moneyTextExactly(Cents cents);
/// moneyText() without the currency: "1.5T", "−250B".
[[nodiscard]] QString dollarNumberText(Cents cents);
/// The currency around a number: "−$250B" of "−250B".
[[nodiscard]] QString inDollars(const QString& number);
/// "4.5 GW", "26.0 GW" from one gigawatt on, below it MW at 3 significant digits: "350 MW".
[[nodiscard]] QString capacityText(Kilowatts kilowatts);
/// Every digit, in MW: "1,383 MW".
[[nodiscard]] QString capacityTextInFull(Kilowatts kilowatts);
/// "27 %", "0.5 %"; at most 3 significant digits, 2 decimals.
[[nodiscard]] QString shareText(BasisPoints share);
/// "1,185".
[[nodiscard]] QString countText(std::int64_t count);
/// Any of the above by unit; never absent.
[[nodiscard]] QString amountText(std::int64_t amount, Unit unit);
[[nodiscard]] QString amountTextInFull(std::int64_t amount, Unit unit);
/// With its sign: "+1.0 GW", "−$20B", "±0" where nothing changed.
[[nodiscard]] QString deltaText(std::int64_t delta, Unit unit);

/// A rollup's figure: "$5.2B", "≥ $5.2B (3 undisclosed)", "3 undisclosed" where nothing is known; a plain zero is "–".
[[nodiscard]] QString figureText(const Figure& figure, Unit unit);

/// How much of a figure that misses undisclosed deals is said beside it: their number in words, in brackets, or (where
/// a narrow column has no room) only the bound.
enum class HiddenStyle : std::uint8_t { Words, Brackets, Narrow };
/// A figure of which deals without an amount may move the value up or down: "≥ $5.2B" or "≤ $5.2B" where they can move
/// it one way only, the bare amount with the numbers of both where no bound holds: "$5.2B (undisclosed: 2 would
/// raise, 3 lower it)", in brackets "(2+3)". A zero of which something is undisclosed is no figure: only the numbers
/// stand.
[[nodiscard]] QString boundedText(std::int64_t value, Hidden hidden, Unit unit, HiddenStyle style = HiddenStyle::Words);
[[nodiscard]] QString boundedTextInFull(std::int64_t value, Hidden hidden, Unit unit);

/// A date as entered: "2026", "2026-07", "2026-07-22"; absentText() if not set.
[[nodiscard]] QString dateText(Date date);
/// A day: "2025-12-31"; absentText() for kNoDay.
[[nodiscard]] QString dayText(Day day);
/// A moment of the history, in the time of the user: "2026-11-29 10:31:07".
/// @param timeMs  milliseconds since 1970 UTC
[[nodiscard]] QString momentText(std::int64_t timeMs);
/// "2027", "2027 Q3", "Total", "Unscheduled"; in Chinese "2027年", "2027年第3季度".
[[nodiscard]] QString periodText(Period period);

/// A measure in words: "Revenue", "Capacity in", translated.
[[nodiscard]] QString measureText(Measure measure);
/// A layer by its number: its tier's name; "No layer" for kNoLayer.
[[nodiscard]] QString layerName(const Chain& chain, LayerNumber layer);
/// "AMD 8-K, 2025-10-06": publisher, title, date.
[[nodiscard]] QString citationText(const Chain& chain, SourceId source);

/// A sentence of the rooms below, translated (context "Sentence") and filled in.
[[nodiscard]] QString sentenceText(const Sentence& sentence);
/// "loading deals: disk I/O error", translated.
[[nodiscard]] QString errorText(const Error& error);

} // namespace ochain
