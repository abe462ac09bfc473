// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ochain {

inline constexpr std::size_t kMaxFormulaLength = 2000; ///< bytes
inline constexpr int kMaxFormulaNesting = 200;         ///< parentheses within parentheses

/// An expression that gives dollars per year: numbers, metric series, + - * / ^ and parentheses
/// (data/README.md, section 3).
/// `^` binds tighter than a sign and goes from right to left, as on paper: -2^2 is -4, 2^3^2 is 2^9. Evaluated in IEEE
/// double, operation by operation as written, without algebra on it.
class Formula {
public:
    /// Reads an expression. InvalidInput says what is wrong and at which character (counted from 1): an unknown
    /// character, an operand or operator missing, parentheses that do not match, a number out of range, too long, too
    /// deep.
    [[nodiscard]] static Result<Formula> parse(std::string_view text);

    Formula(Formula&&) noexcept;
    Formula& operator=(Formula&&) noexcept;
    Formula(const Formula&) = delete;
    Formula& operator=(const Formula&) = delete;
    ~Formula();

    /// The series it names, each once, in the order of first mention.
    [[nodiscard]] const std::vector<std::string>& names() const noexcept;
    /// The value of the expression; infinite or NaN where arithmetic says so. Not thread-safe on one Formula.
    /// @param values  of the series, as many as names() and in that order
    [[nodiscard]] double evaluate(std::span<const double> values);

private:
    struct Private;
    explicit Formula(std::unique_ptr<Private> state);
    std::unique_ptr<Private> m_private;
};

} // namespace ochain
