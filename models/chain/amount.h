// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "chain/quantity.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace ochain {

/// Wide enough for any sum or product of amounts.
__extension__ typedef __int128 Wide; // NOLINT(modernize-use-using): an alias cannot carry __extension__

inline constexpr Cents kMaxCents{100'000'000'000'000'000};     ///< 10^15 dollars per deal
inline constexpr Kilowatts kMaxKilowatts{1'000'000'000};       ///< 10^9 kW per deal
inline constexpr std::int64_t kMaxSum = std::int64_t{1} << 62; ///< of all amounts of a chain, in cents or kilowatts
inline constexpr BasisPoints kWhole{10'000};                   ///< 100 %

/// Dollars as plain decimal ("38200000.5") to cents; empty is absent. InvalidInput: not a number, negative, finer than
/// a cent, above 10^15 dollars.
[[nodiscard]] Result<Cents> parseUsd(std::string_view text);
/// Megawatts as plain decimal to kW; empty is absent. InvalidInput likewise, above 10^9 kW.
[[nodiscard]] Result<Kilowatts> parseMegawatts(std::string_view text);
/// Percent as plain decimal (0 to 100) to basis points; empty is absent.
[[nodiscard]] Result<BasisPoints> parsePercent(std::string_view text);
/// A plain decimal of at most 15 significant digits to double; empty is NaN.
[[nodiscard]] Result<double> parseDecimal(std::string_view text);
/// A whole number within 32 bits.
[[nodiscard]] Result<std::int32_t> parseInteger(std::string_view text);

/// Plain decimal without trailing zeros; "" if absent. The inverses of the above.
[[nodiscard]] std::string formatUsd(Cents cents);
[[nodiscard]] std::string formatMegawatts(Kilowatts kilowatts);
[[nodiscard]] std::string formatPercent(BasisPoints share);
[[nodiscard]] std::string formatDecimal(double value);

/// amount * weight / 10000, rounded half to even. amount at least 0; weight 0 to 10000.
[[nodiscard]] Cents weighted(Cents amount, BasisPoints weight) noexcept;
[[nodiscard]] Kilowatts weighted(Kilowatts amount, BasisPoints weight) noexcept;

} // namespace ochain
