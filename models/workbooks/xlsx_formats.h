// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ochain {

/// What a number in a workbook is shown as, by the format of its cell.
struct NumberForm {
    bool hasYear = false;
    bool hasMonth = false;
    bool hasDay = false;
    bool hasTime = false;
    bool isPercent = false;

    [[nodiscard]] bool isDate() const noexcept { return hasYear || hasMonth || hasDay; }
    bool operator==(const NumberForm&) const = default;
};

/// By the number of a format that every program has.
/// Source: ECMA-376, part 1, section 18.8.30; those of East Asia have a year, a month and a day, or two of them.
[[nodiscard]] NumberForm builtinForm(unsigned id) noexcept;
/// By a format's code: "yyyy\-mm\-dd", "[$-409]d mmm yy;@", "0.0%".
[[nodiscard]] NumberForm formOfCode(std::string_view code) noexcept;

/// The forms of a workbook's styles, in the order of their numbers.
/// @param xml  of the part xl/styles.xml
/// @return none: it is damaged
[[nodiscard]] std::optional<std::vector<NumberForm>> numberForms(const std::string& xml);

} // namespace ochain
