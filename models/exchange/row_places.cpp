// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/row_places.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <string>
#include <unordered_map>
#include <utility>

namespace ochain {

namespace {

struct PlacedRow {
    std::string_view key;
    std::int64_t number = 0;
    RowChange* insert = nullptr; ///< of a new row
};

/// The greatest number that a row has, old or new.
std::int64_t greatestNumber(const Chain& chain, Table table, const Edit& edit)
{
    const std::vector<std::uint32_t> before = chain.inOrder(table);
    std::int64_t greatest = before.empty() ? 0 : chain.rowid({table, before.back()});
    for (const RowChange& change : edit.changes)
        if (change.table == table && change.op == Op::Insert)
            greatest = std::max(greatest, change.rowid);
    return greatest;
}

std::vector<PlacedRow> numberedRows(Edit& edit, const Chain& chain, Table table,
                                    const std::vector<std::string_view>& keys)
{
    std::unordered_map<std::string_view, RowChange*> inserts;
    for (RowChange& change : edit.changes)
        if (change.table == table && change.op == Op::Insert)
            inserts[change.key] = &change;
    std::int64_t last = greatestNumber(chain, table, edit);
    std::vector<PlacedRow> rows;
    rows.reserve(keys.size());
    for (const std::string_view key : keys) {
        const auto found = inserts.find(key);
        if (found == inserts.end())
            rows.push_back({key, chain.rowid({table, chain.find(table, key)})});
        else
            rows.push_back({key, found->second->rowid != 0 ? found->second->rowid : ++last, found->second});
    }
    return rows;
}

} // namespace

std::vector<std::int64_t> placesOf(const std::vector<std::int64_t>& numbers)
{
    std::vector<std::int64_t> dealt = numbers;
    std::sort(dealt.begin(), dealt.end());
    std::vector<std::int64_t> pushed;
    pushed.reserve(numbers.size());
    std::int64_t previous = 0;
    for (const std::int64_t number : numbers)
        pushed.push_back(previous = std::max(number, previous + 1));
    const auto moved = [&numbers](const std::vector<std::int64_t>& places) {
        return std::inner_product(places.begin(), places.end(), numbers.begin(), std::size_t(0), std::plus<>(),
                                  [](std::int64_t a, std::int64_t b) { return a != b ? std::size_t(1) : 0U; });
    };
    return moved(dealt) < moved(pushed) ? dealt : pushed;
}

void putRowsInOrder(Edit& edit, const Chain& chain, Table table, const std::vector<std::string_view>& keys)
{
    const std::vector<PlacedRow> rows = numberedRows(edit, chain, table, keys);
    const auto isBefore = [](const PlacedRow& a, const PlacedRow& b) { return a.number < b.number; };
    if (std::is_sorted(rows.begin(), rows.end(), isBefore))
        return; // those without a number get it when the edit is made
    std::vector<std::int64_t> numbers;
    numbers.reserve(rows.size());
    for (const PlacedRow& row : rows) {
        numbers.push_back(row.number);
        if (row.insert != nullptr)
            row.insert->rowid = row.number;
    }
    const std::vector<std::int64_t> places = placesOf(numbers);
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (places[i] != rows[i].number)
            edit.changes.push_back({table, Op::Update, std::string(rows[i].key), rows[i].number, {}, places[i]});
}

} // namespace ochain
