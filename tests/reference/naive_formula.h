// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace ochain::naive {

/// Values of a metric series by day.
using Series = std::map<std::int64_t, double>;

/// A series between its dated values in a straight line, flat outside them; nothing if it has none.
[[nodiscard]] std::optional<double> valueOn(const Series& series, std::int64_t day);

/// Evaluates + - * / ^, parentheses, signs, numbers and names from the text, in IEEE double, left to right (^ from the
/// right, before a sign). Nothing if the text is no such expression or a name has no value.
[[nodiscard]] std::optional<double> evaluate(const std::string& formula,
                                             const std::function<std::optional<double>(const std::string&)>& named);

/// The names in a formula.
[[nodiscard]] std::set<std::string> namesIn(const std::string& formula);

[[nodiscard]] bool isFormula(const std::string& text);
[[nodiscard]] bool isDecimal(const std::string& text);
/// A plain decimal as a double.
[[nodiscard]] std::optional<double> decimal(const std::string& text);

} // namespace ochain::naive
