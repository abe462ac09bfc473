// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace ochain {

// The shapes in which people write dates. All take normalised text and judge no calendar: a month of 13 is found too.

/// Years, months and days as found in a text; 0 for what was not said.
struct DateParts {
    int year = 0;
    int month = 0;
    int day = 0;
    bool operator==(const DateParts&) const = default;
};

/// A half or a quarter of a year.
struct YearPart {
    int year = 0;
    int number = 0; ///< from 1
    bool isHalf = false;
};

/// "2h 2026", "h2 26", "2026 h2", "second half of 2026", "2026年下半年" and the same with quarters.
[[nodiscard]] std::optional<YearPart> yearPartIn(const QString& text);
/// "first", "1st", "上", "一", "1": 1; 0 for what is no such word.
[[nodiscard]] int partNamed(const QString& word);

/// The dates that a text may mean: none, one, or several where nothing in it says which is the month ("7/8/2026").
/// @param isEnd  a part of a year is its last month rather than its first
[[nodiscard]] std::vector<DateParts> datesIn(const QString& text, bool isEnd);

} // namespace ochain
