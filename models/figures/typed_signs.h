// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"

#include <QString>

#include <optional>

namespace ochain {

// What people type around a number. All but normalised() and quoting() take normalised text.

/// Full-width digits and signs as plain ones, lower case, single spaces.
[[nodiscard]] QString normalised(const QString& text);

/// The power of ten of a word: "bn" 9, "万" 4, "" 0.
[[nodiscard]] std::optional<int> powerOfTen(const QString& word);

/// Without "$", "us$", "usd", "dollars", "美元" at either end, also behind a sign.
[[nodiscard]] QString withoutDollars(QString text);
/// "€5bn", "5 billion yen", "nt$5bn", "300亿元".
[[nodiscard]] bool namesOtherCurrency(const QString& text);

/// Without "%", "percent", "per cent", "pct" at the end.
[[nodiscard]] QString withoutPercent(QString text);
[[nodiscard]] bool saysPercent(const QString& text);

/// "-5bn", "−5", "$-5b", "(5bn)" as accountants have it.
[[nodiscard]] bool isBelowZero(const QString& text);

/// The sentence about what was typed rather than about what that was made into.
[[nodiscard]] Sentence quoting(const QString& typed, Sentence sentence);
/// The sentence that refuses what was typed.
/// @param format  of context "Sentence"; {0} is what was typed
[[nodiscard]] tl::unexpected<Sentence> refuse(const char* format, const QString& typed);

} // namespace ochain
