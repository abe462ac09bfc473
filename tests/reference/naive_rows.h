// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "schedule/lens.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// A second, slow and obvious reading of data/README.md, sections 2 to 5, written apart from the engine: it takes
/// nothing from a Chain but the texts of its fields and has its own dates, decimals, formulas, schedules and sums.
/// Tests hold the engine to it.
namespace ochain::naive {

using Maybe = std::optional<std::int64_t>; ///< an amount or a day that may be absent

/// A row as texts.
struct Row {
    std::int64_t rowid = 0;
    std::map<std::string, std::string> fields; ///< by field name

    [[nodiscard]] const std::string& operator[](const std::string& field) const { return fields.at(field); }
};

using Rows = std::map<std::string, Row>; ///< by key

/// What the rollups depend on.
struct Data {
    Rows tiers, nodes, kinds, statuses, boundaries, deals, tranches, metrics, claims, settings;
};

/// Copies the texts of a chain's rows.
[[nodiscard]] Data readRows(const Chain& chain);

/// The rows as the knowledge clock shows them: fields with claims have what was claimed last (data/README.md, section
/// 5). Without the clock, the rows themselves.
[[nodiscard]] Data knownRows(const Data& data, const Lens& lens);

/// Tiers in the order of the chain: roots by ordinal, below each its sub-tiers; keys.
[[nodiscard]] std::vector<std::string> tierOrder(const Data& data);
/// The key of the nearest layer tier at or above a tier; "" for none.
[[nodiscard]] std::string layerOfTier(const Data& data, std::string tier);

// --- dates: days since 1970-01-01 ---
[[nodiscard]] std::int64_t dayOf(int year, int month, int day);
[[nodiscard]] int yearOf(std::int64_t day);
/// First day of a date text; absent for "".
[[nodiscard]] Maybe firstDayOf(const std::string& date);
/// The day after the last day of a date text; absent for "".
[[nodiscard]] Maybe dayAfter(const std::string& date);

// --- amounts ---
/// A plain decimal times 10^digits as an integer; absent for "" and for what is no such number.
[[nodiscard]] Maybe scaledDecimal(const std::string& text, int digits);
/// amount * basisPoints / 10000, half to even.
[[nodiscard]] std::int64_t scaledByWeight(std::int64_t amount, std::int64_t basisPoints);
/// floor(amount * elapsed / length) with elapsed held within 0 and length.
[[nodiscard]] std::int64_t accruedBy(std::int64_t amount, std::int64_t starts, std::int64_t ends, std::int64_t day);

} // namespace ochain::naive
