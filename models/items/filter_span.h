// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/sentence.h"
#include "items/roles.h"

#include <QString>

#include <cstdint>

#include <tl/expected.hpp>

namespace ochain {

/// What a value typed into a filter stands for, both ends included: one amount, or the days that a date covers.
struct FilterSpan {
    std::int64_t first = 0; ///< cents, kilowatts, basis points, a count; of dates yyyymmdd
    std::int64_t last = 0;
    bool isMissing = false; ///< it says that there is no value: "none", "–", "未披露"
    QString reading{};      ///< "reads as 2.0 GW", translated; empty where it reads as it was typed
};

/// Reads a value as a field of that content would read it.
/// @param content  not Text
/// @return or why it cannot be read and what to write instead
[[nodiscard]] tl::expected<FilterSpan, Sentence> filterSpan(ColumnContent content, const QString& text);

} // namespace ochain
