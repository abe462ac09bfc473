// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/deal_arrangement.h"

#include <algorithm>

namespace ochain {

namespace {

constexpr std::uint32_t kDealsAtOnce = 4'096; ///< between two questions whether to go on

std::vector<std::uint32_t> inOrderOfEntry(const DealsModel& model)
{
    std::vector<std::uint32_t> deals(static_cast<std::size_t>(model.rowCount()));
    for (std::size_t row = 0; row < deals.size(); ++row)
        deals[row] = model.dealAt(static_cast<int>(row)).value;
    return deals;
}

/// Brings deals, which come in the order of entry, into that of their keys.
bool sortDeals(std::vector<std::uint32_t>& deals, const std::vector<std::int64_t>& keys, const GoesOn& goesOn)
{
    std::vector<KeyedRow> rows;
    rows.reserve(deals.size());
    for (const std::uint32_t deal : deals)
        rows.push_back({asKey(keys[deal]), deal});
    if (!sortByKey(rows, goesOn))
        return false;
    std::transform(rows.begin(), rows.end(), deals.begin(), [](const KeyedRow& each) { return each.row; });
    return true;
}

bool sortAnew(DealArrangement& next, const DealsModel& model, DealKeys& keys, const GoesOn& goesOn)
{
    next.all = inOrderOfEntry(model);
    if (next.wanted.column < 0)
        return true;
    std::optional<std::vector<std::int64_t>> made =
        keys.all(static_cast<DealsModel::Column>(next.wanted.column), goesOn);
    if (!made)
        return false;
    next.keys = std::move(*made);
    for (std::int64_t& key : next.keys)
        key = directed(key, next.wanted.order);
    return sortDeals(next.all, next.keys, goesOn);
}

/// Deals are judged by id, as they lie in memory, and then taken in their order.
bool filter(DealArrangement& next, DealKeys& keys, const GoesOn& goesOn)
{
    if (next.wanted.asksForPeriod() && !keys.figures().make(goesOn))
        return false;
    next.sieve.emplace(keys, next.wanted, goesOn);
    const auto slotCount = static_cast<std::uint32_t>(next.places.size());
    std::vector<char> isShown(slotCount, next.sieve->isEmpty() ? 1 : 0);
    for (std::uint32_t deal = 0; deal < slotCount && !next.sieve->isEmpty(); ++deal) {
        if (deal % kDealsAtOnce == 0 && !goesOn())
            return false;
        isShown[deal] = next.sieve->accepts(DealId{deal}) ? 1 : 0;
    }
    next.shown.reserve(next.all.size());
    for (const std::uint32_t deal : next.all) {
        next.places[deal] = isShown[deal] != 0 ? static_cast<int>(next.shown.size()) : DealArrangement::kHidden;
        if (isShown[deal] != 0)
            next.shown.push_back(deal);
    }
    return true;
}

} // namespace

void DealArrangement::renumber(std::size_t from, std::size_t end)
{
    for (std::size_t place = from; place < end; ++place)
        places[shown[place]] = static_cast<int>(place);
}

std::optional<DealArrangement> arranged(const DealsWanted& wanted, const DealArrangement& now, bool areKeysStale,
                                        const DealsModel& model, DealKeys& keys, const GoesOn& goesOn)
{
    DealArrangement next;
    next.wanted = wanted;
    next.places.assign(keys.chain().slotCount(Table::Deals), DealArrangement::kUnknown);
    if (!areKeysStale && wanted.sortsAs(now.wanted)) {
        next.all = now.all;
        next.keys = now.keys;
    } else if (!sortAnew(next, model, keys, goesOn)) {
        return std::nullopt;
    }
    if (!filter(next, keys, goesOn))
        return std::nullopt;
    return next;
}

} // namespace ochain
