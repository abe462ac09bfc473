// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layered.h"
#include "order_search.h"

namespace ochain::layout {

class Pins;

/// Searches from several starts and gives the best order found, once it has been found again and again or the limit is
/// reached. @param kept items that have to keep this relative order, by column @param bound an order with no more
/// weighted crossings ends the search
[[nodiscard]] Order explore(const Layered& layered, const Order& kept, const Pins& pins, double bound, Limit& limit);

/// For each item its place among the kept items of its column, or kNone.
[[nodiscard]] std::vector<std::uint32_t> ranksOf(const Layered& layered, const Order& kept);

/// Puts the wanted items, in their order, into the places that they have among the others. Those missing are appended.
void imposeOrder(std::vector<std::uint32_t>& items, const std::vector<std::uint32_t>& wanted);

} // namespace ochain::layout
