// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/amount.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <system_error>

#include <fmt/format.h>

namespace ochain {

namespace {

/// A plain decimal split into its digits: no sign, no exponent, at least one digit.
struct Decimal {
    std::string_view whole;
    std::string_view fraction; ///< without trailing zeros
    bool isNegative = false;
};

std::optional<Decimal> splitDecimal(std::string_view text)
{
    Decimal decimal;
    if (!text.empty() && text.front() == '-') {
        decimal.isNegative = true;
        text.remove_prefix(1);
    }
    const std::size_t point = text.find('.');
    decimal.whole = text.substr(0, point);
    if (point != std::string_view::npos)
        decimal.fraction = text.substr(point + 1);
    const auto isDigits = [](std::string_view part) {
        return part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (text.empty() || decimal.whole.empty() || !isDigits(decimal.whole) || !isDigits(decimal.fraction) ||
        (point != std::string_view::npos && decimal.fraction.empty()))
        return std::nullopt;
    while (!decimal.fraction.empty() && decimal.fraction.back() == '0')
        decimal.fraction.remove_suffix(1);
    while (decimal.whole.size() > 1 && decimal.whole.front() == '0')
        decimal.whole.remove_prefix(1);
    return decimal;
}

struct FixedPoint {
    std::size_t places;
    std::int64_t most; ///< in the smallest unit
    const char* tooFine;
    const char* tooLarge;
    const char* noNumber; ///< names the unit: who strips “€5 billion” to its digits should know what they will mean
};

constexpr FixedPoint kUsd{
    2, kMaxCents.value, QT_TRANSLATE_NOOP("Sentence", "“{0}” is finer than a cent; give at most two decimals"),
    QT_TRANSLATE_NOOP("Sentence", "“{0}” is above 10^15 dollars, the most a deal may have; check the unit"),
    QT_TRANSLATE_NOOP("Sentence", "“{0}” is no number of US dollars; write them in plain digits, such as 4500 or 0.5")};
constexpr FixedPoint kMegawatts{
    3, kMaxKilowatts.value,
    QT_TRANSLATE_NOOP("Sentence", "“{0}” is finer than a kilowatt; give at most three decimals of a megawatt"),
    QT_TRANSLATE_NOOP(
        "Sentence",
        "“{0}” is above 10^9 kW, the most a deal may have; check the unit, which is MW where none is written"),
    QT_TRANSLATE_NOOP("Sentence", "“{0}” is no number of megawatts; write them in plain digits, such as 4500 or 0.5")};
constexpr FixedPoint kPercent{
    2, kWhole.value,
    QT_TRANSLATE_NOOP("Sentence", "“{0}” is finer than a basis point; give at most two decimals of a percent"),
    QT_TRANSLATE_NOOP("Sentence", "“{0}” is above 100 %; give a share from 0 to 100"),
    QT_TRANSLATE_NOOP("Sentence", "“{0}” is no number of percent; write it in plain digits, such as 27 or 0.5")};

Result<std::int64_t> parseFixed(std::string_view text, const FixedPoint& form)
{
    const std::optional<Decimal> decimal = splitDecimal(text);
    if (!decimal)
        return failure(ErrorKind::InvalidInput, form.noNumber, text);
    const bool isZero = decimal->whole == "0" && decimal->fraction.empty();
    if (decimal->isNegative && !isZero)
        return failure(
            ErrorKind::InvalidInput,
            QT_TRANSLATE_NOOP("Sentence",
                              "“{0}” is negative; amounts are zero or more, turn supplier and customer round instead"),
            text);
    if (decimal->fraction.size() > form.places)
        return failure(ErrorKind::InvalidInput, form.tooFine, text);
    std::string digits(decimal->whole);
    digits += decimal->fraction;
    digits.append(form.places - decimal->fraction.size(), '0');
    std::int64_t number = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (problem != std::errc() || number > form.most)
        return failure(ErrorKind::InvalidInput, form.tooLarge, text);
    return number;
}

template <class Amount>
Result<Amount> parseQuantity(std::string_view text, const FixedPoint& form)
{
    if (text.empty())
        return Amount{};
    return parseFixed(text, form).map([](std::int64_t number) {
        return Amount{static_cast<decltype(Amount::value)>(number)};
    });
}

std::string formatFixed(std::int64_t number, std::size_t places)
{
    std::string digits = fmt::format("{:0{}}", number, places + 1);
    std::string fraction = digits.substr(digits.size() - places);
    digits.resize(digits.size() - places);
    while (!fraction.empty() && fraction.back() == '0')
        fraction.pop_back();
    return fraction.empty() ? digits : digits + "." + fraction;
}

constexpr double kExactBelow = 1e15;

/// A number whose digits are more than a double holds: those that it holds, then zeros. Written to the last digit it
/// would have more of them than are read.
std::string formatLarge(double value)
{
    std::array<char, 40> buffer{};
    const auto [end, problem] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific);
    const std::string_view text(buffer.data(),
                                problem == std::errc() ? static_cast<std::size_t>(end - buffer.data()) : 0);
    const std::size_t exponentAt = text.find("e+");
    std::size_t exponent = 0;
    if (exponentAt == std::string_view::npos ||
        std::from_chars(text.data() + exponentAt + 2, text.data() + text.size(), exponent).ec != std::errc())
        return {};
    std::string digits;
    for (const char c : text.substr(0, exponentAt))
        if (c != '.')
            digits += c;
    const std::size_t sign = value < 0 ? 1 : 0;
    digits.append(std::max(exponent + 1 + sign, digits.size()) - digits.size(), '0');
    return digits;
}

std::int64_t scaled(std::int64_t amount, BasisPoints weight) noexcept
{
    const Wide product = static_cast<Wide>(amount) * weight.value;
    auto rounded = static_cast<std::int64_t>(product / kWhole.value);
    const auto rest = static_cast<std::int64_t>(product % kWhole.value);
    if (rest * 2 > kWhole.value || (rest * 2 == kWhole.value && rounded % 2 != 0))
        ++rounded;
    return rounded;
}

} // namespace

Result<Cents> parseUsd(std::string_view text)
{
    return parseQuantity<Cents>(text, kUsd);
}

Result<Kilowatts> parseMegawatts(std::string_view text)
{
    return parseQuantity<Kilowatts>(text, kMegawatts);
}

Result<BasisPoints> parsePercent(std::string_view text)
{
    return parseQuantity<BasisPoints>(text, kPercent);
}

Result<double> parseDecimal(std::string_view text)
{
    if (text.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const std::optional<Decimal> decimal = splitDecimal(text);
    if (!decimal)
        return failure(
            ErrorKind::InvalidInput,
            QT_TRANSLATE_NOOP("Sentence",
                              "“{0}” is no number; write plain digits with a point for decimals, such as 4500 or 0.5"),
            text);
    std::string digits(decimal->whole == "0" ? std::string_view() : decimal->whole);
    digits += decimal->fraction;
    std::size_t significant = digits.size();
    const std::size_t first = digits.find_first_not_of('0');
    if (first != std::string::npos)
        significant = digits.find_last_not_of('0') - first + 1;
    if (first != std::string::npos && (significant > 15 || digits.size() > 60))
        return failure(ErrorKind::InvalidInput,
                       QT_TRANSLATE_NOOP("Sentence", "“{0}” has more than 15 significant digits; round it"), text);
    double number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || !std::isfinite(number))
        return failure(
            ErrorKind::InvalidInput,
            QT_TRANSLATE_NOOP("Sentence",
                              "“{0}” is no number; write plain digits with a point for decimals, such as 4500 or 0.5"),
            text);
    return number == 0 ? 0.0 : number; // no negative zero
}

Result<std::int32_t> parseInteger(std::string_view text)
{
    std::int32_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || end != text.data() + text.size())
        return failure(ErrorKind::InvalidInput, QT_TRANSLATE_NOOP("Sentence", "“{0}” is no whole number"), text);
    return number;
}

std::string formatUsd(Cents cents)
{
    return cents.isAbsent() ? std::string() : formatFixed(cents.value, 2);
}

std::string formatMegawatts(Kilowatts kilowatts)
{
    return kilowatts.isAbsent() ? std::string() : formatFixed(kilowatts.value, 3);
}

std::string formatPercent(BasisPoints share)
{
    return share.isAbsent() ? std::string() : formatFixed(share.value, 2);
}

std::string formatDecimal(double value)
{
    if (std::isnan(value))
        return {};
    if (std::abs(value) >= kExactBelow)
        return formatLarge(value);
    std::array<char, 400> buffer{};
    const auto [end, problem] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
    return problem == std::errc() ? std::string(buffer.data(), end) : std::string();
}

Cents weighted(Cents amount, BasisPoints weight) noexcept
{
    return {scaled(amount.value, weight)};
}

Kilowatts weighted(Kilowatts amount, BasisPoints weight) noexcept
{
    return {scaled(amount.value, weight)};
}

} // namespace ochain
