// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ochain {

/// A date moved by months, as precise as it was where that says it: a year that is not moved by whole years becomes a
/// month, its first as a start, its last as an end. A day that the month does not have is the last one of it.
[[nodiscard]] Date movedByMonths(Date date, int months, bool isEnd) noexcept;

/// The values of a field in even steps, for a slider. Amounts and metrics go from nothing to twice the base, or from
/// the row's low to its high if it says both; dates by month from two years before the base to two years after; weights
/// and shares from 0 to 100 %. A field without a base goes by what it is overridden with.
class ValueScale {
public:
    /// @param value  what the field is overridden with
    /// @return nothing for what has no scale: choices, names, notes, dates and amounts of which nothing is known
    [[nodiscard]] static std::optional<ValueScale> of(const Chain& base, RowRef row, Field field,
                                                      std::string_view value);

    /// Places are 0 to this.
    [[nodiscard]] int last() const noexcept { return m_last; }
    /// How many of them a page key goes: a tenth of an amount, a year.
    [[nodiscard]] int page() const noexcept;
    /// In the form of the CSV files. The place of the base gives the base itself, as precise as it is.
    [[nodiscard]] std::string valueAt(int place) const;
    /// The nearest place; the last or the first of a value beyond them, that of the base of no value.
    [[nodiscard]] int placeOf(std::string_view value) const;

private:
    explicit ValueScale(FieldType type) : m_type(type) {}
    [[nodiscard]] bool takeDates(std::string_view base, std::string_view field);
    [[nodiscard]] bool takeNumbers(std::string_view base, std::string_view low, std::string_view high);

    FieldType m_type;
    std::string m_base; ///< what the scale is made from
    int m_last = 0;
    int m_basePlace = 0;
    bool m_isEnd = false;
    double m_first = 0; ///< of numbers: in the unit of the field
    double m_step = 0;
};

} // namespace ochain
