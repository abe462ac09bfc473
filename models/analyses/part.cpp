// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analyses/part.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace ochain {

namespace {

constexpr std::array<std::string_view, kPartKindCount> kPartKindNames{
    "deal",    "piece", "quarter", "weight",   "part-of", "boundary", "commitment", "horizon", "floor",  "formula",
    "measure", "rest",  "as-of",   "scenario", "assumed", "overlap",  "basis",      "period",  "series",
};

bool isLarger(const Part& a, const Part& b)
{
    return std::abs(a.amount) > std::abs(b.amount);
}

} // namespace

std::string_view partKindName(PartKind kind) noexcept
{
    return kPartKindNames[static_cast<std::size_t>(kind)];
}

RowRef rowOf(const Part& part) noexcept
{
    if (part.kind == PartKind::Deal || part.kind == PartKind::PartOf)
        return {Table::Deals, part.deal.value};
    if (part.kind == PartKind::Piece && part.tranche != kNoRow)
        return {Table::Tranches, part.tranche};
    return {};
}

std::string keyOf(const Chain& chain, const Part& part)
{
    switch (part.kind) {
    case PartKind::Measure:
        return std::string(measureName(part.measure));
    case PartKind::Series:
        return part.series;
    case PartKind::InQuarter:
        return formatPeriod(part.quarter);
    case PartKind::Piece:
        if (part.tranche != kNoRow)
            return std::string(chain.key({Table::Tranches, part.tranche}));
        break;
    default:
        break;
    }
    return part.deal.isSet() ? std::string(chain.key({Table::Deals, part.deal.value})) : std::string();
}

void sortByAmount(std::vector<Part>& parts)
{
    std::stable_sort(parts.begin(), parts.end(), isLarger);
}

void gatherRest(std::vector<Part>& parts)
{
    if (parts.size() <= kMostLines)
        return;
    std::vector<std::size_t> order(parts.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const auto comesFirst = [&parts](std::size_t a, std::size_t b) {
        return std::pair(-std::abs(parts[a].amount), a) < std::pair(-std::abs(parts[b].amount), b);
    };
    const auto end = order.begin() + kMostLines;
    std::nth_element(order.begin(), end, order.end(), comesFirst);
    std::sort(order.begin(), end);
    Part rest;
    rest.kind = PartKind::Rest;
    for (auto each = end; each != order.end(); ++each, ++rest.count)
        rest.amount += parts[*each].amount;
    std::vector<Part> kept;
    for (auto each = order.begin(); each != end; ++each)
        kept.push_back(std::move(parts[*each]));
    kept.push_back(std::move(rest));
    parts = std::move(kept);
}

std::int64_t sumOf(const std::vector<Part>& parts) noexcept
{
    std::int64_t sum = 0;
    for (const Part& part : parts)
        sum += part.amount;
    return sum;
}

Part measureLine(Measure measure, LayerNumber layer, std::vector<Part> deals)
{
    Part part;
    part.kind = PartKind::Measure;
    part.measure = measure;
    part.layer = layer;
    part.amount = sumOf(deals);
    part.parts = std::move(deals);
    return part;
}

} // namespace ochain
