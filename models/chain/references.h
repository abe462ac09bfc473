// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace ochain {

/// Calls `take` for every row alive that refers to a row, alive or just erased, until it returns false: first what one
/// sees of it in the chain, then what is noted on it (citations, claims, overrides). A deal may come twice for a node.
void forEachReferrer(const Chain& chain, RowRef row, const std::function<bool(RowRef)>& take);
/// The first of them.
[[nodiscard]] std::optional<RowRef> firstReferrer(const Chain& chain, RowRef row);

struct Reference {
    RowRef to;
    RowRef by;
};
/// Of many rows those that a row alive refers to, each once with such a row: in one sweep, however many they are.
/// @param rows  sorted
[[nodiscard]] std::vector<Reference> stillReferenced(const Chain& chain, const std::vector<RowRef>& rows);

/// Deals whose formula names a metric series, in no order.
[[nodiscard]] std::vector<DealId> dealsNamingSeries(const Chain& chain, std::string_view series);

} // namespace ochain
