// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/shares.h"

#include "chain/amount.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ochain {

namespace {

/// Gives the basis points that rounding down left to those whose fraction is largest.
template <class Fraction>
void giveRest(std::vector<BasisPoints>& shares, const std::vector<Fraction>& fractions)
{
    std::int32_t rest = kWhole.value;
    for (const BasisPoints share : shares)
        rest -= share.value;
    std::vector<std::size_t> order(shares.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return fractions[a] > fractions[b]; });
    for (std::size_t i = 0; rest > 0; --rest, i = (i + 1) % order.size())
        ++shares[order[i]].value;
}

} // namespace

std::vector<BasisPoints> sharesOf(const std::vector<std::int64_t>& amounts)
{
    const std::int64_t sum = std::accumulate(amounts.begin(), amounts.end(), std::int64_t{0});
    std::vector<BasisPoints> shares(amounts.size());
    if (sum <= 0)
        return shares;
    std::vector<std::int64_t> fractions;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        const Wide scaled = Wide{amounts[i]} * kWhole.value;
        shares[i].value = static_cast<std::int32_t>(scaled / sum);
        fractions.push_back(static_cast<std::int64_t>(scaled % sum));
    }
    giveRest(shares, fractions);
    return shares;
}

std::vector<BasisPoints> sharesOf(const std::vector<double>& parts)
{
    const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
    std::vector<BasisPoints> shares(parts.size());
    if (!(sum > 0))
        return shares;
    std::vector<double> fractions;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double scaled = parts[i] / sum * kWhole.value;
        shares[i].value = static_cast<std::int32_t>(std::floor(scaled));
        fractions.push_back(scaled - std::floor(scaled));
    }
    giveRest(shares, fractions);
    return shares;
}

double herfindahlOf(const std::vector<std::int64_t>& amounts, std::int64_t whole) noexcept
{
    double sum = 0;
    for (const std::int64_t amount : amounts) {
        const double share = static_cast<double>(amount) / static_cast<double>(whole);
        sum += share * share;
    }
    return sum * kWhole.value;
}

} // namespace ochain
