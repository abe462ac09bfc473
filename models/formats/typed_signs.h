// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"

#include <QString>

#include <optional>

#include <tl/expected.hpp>

namespace ochain {

// What people type around a number. All but normalised(), refuse() and quoting() take normalised text.

/// Full-width digits and signs as plain ones, lower case, single spaces; Chinese numerals as digits, traditional signs
/// as simplified ones.
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

/// That a text cannot be read, with the text as it was typed but for spaces around it.
/// @param format  a Sentence to be translated; {0} is the text, {1} the unit if one is given
[[nodiscard]] tl::unexpected<Sentence> refuse(const char* format, const QString& typed, const QString& unit = {});
/// The sentence about what was typed rather than about what that was made into.
[[nodiscard]] Sentence quoting(const QString& typed, Sentence sentence);

} // namespace ochain
