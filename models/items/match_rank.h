// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace ochain {

inline constexpr qsizetype kLeastFuzzy = 3; ///< letters; fewer in order are found in almost anything, so nobody looks

/// How well a text answers to what was typed: 0 the text itself, 1 its beginning, 2 the beginning of a word, 3 inside
/// it, 4 every word typed somewhere, 5 its letters in order; nothing if not even that. Both in lower case.
[[nodiscard]] std::optional<int> matchRank(QStringView lowerText, const QString& lowerQuery);

} // namespace ochain
