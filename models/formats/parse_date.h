// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/calendar.h"
#include "chain/error.h"
#include "formats/format.h"
#include "formats/reading.h"

#include <QString>

#include <cstdint>

#include <tl/expected.hpp>

namespace ochain {

/// How a date given by a half, a quarter or a Chinese half-year is read: 2H 2026 is 2026-07 as a start, 2026-12 as an
/// end. As a day only a whole one is read.
enum class DateRole : std::uint8_t { Start, End, WholeDay };

/// "2026", "2026-07-22", "2026/7", "22 Jul 2026", "Jul 2026", "2H 2026", "3Q26", "Q3 2026", "2026年7月",
/// "2026年下半年", "late 2026", "Jul-26". Empty text (or a dash) is an empty field, but no whole day. Refused with all
/// readings is what has several ("7/8/2026"), and what says no year ("by the end of Q3") unless it is near a known
/// date.
/// @param near  when it was said, if that is known: a date without a year is the first such time from then on
[[nodiscard]] ReadResult readDate(const QString& text, DateRole role, Date near = {});

using PeriodResult = tl::expected<Period, Sentence>;
/// "2027", "2027Q3", "Q3 2027", "3Q27", "2027年第三季度": a year or a quarter of the calendar.
[[nodiscard]] PeriodResult readPeriod(const QString& text);

} // namespace ochain
