// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "chain/table.h"
#include "formats/format.h"
#include "formats/reading.h"

#include <QString>

namespace ochain {

// Each takes what people type; empty text (or a dash) is an empty field. A canonical text always reads as itself.

/// "4.5GW", "350 MW", "4500" (MW), "4,5 GW", "450万千瓦", "4.5吉瓦" to MW.
[[nodiscard]] ReadResult readCapacity(const QString& text);
/// "$300B", "300bn", "1.5T", "38.2m", "US$ 1,250,000", "3000亿美元" to dollars.
[[nodiscard]] ReadResult readMoney(const QString& text);
/// What is said of an amount in another currency.
[[nodiscard]] tl::unexpected<Sentence> refuseOtherCurrency(const QString& text);
/// "27%", "27 %", "27" to percent; "0.27" is 0.27 %.
[[nodiscard]] ReadResult readShare(const QString& text);
/// Any field of any table by its type: dates named ends read as ends, other dates as starts. What is not a number or
/// date is trimmed and brought into canonical form (choices and references are left to the validation).
[[nodiscard]] ReadResult readField(Table table, Field field, const QString& text);

/// "reads as 7.0 GW", translated; empty for an empty echo or one equal to what was typed.
[[nodiscard]] QString readsAsText(const QString& typed, const Reading& reading);

} // namespace ochain
