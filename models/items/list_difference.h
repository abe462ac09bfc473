// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace ochain {

/// One step from one list of rows towards another, in the terms of item models. Places are those just before the step.
struct ListStep {
    enum class Kind : std::uint8_t { Remove, Insert, Move };
    Kind kind = Kind::Remove;
    int first = 0; ///< of rows inserted: where they come to stand, which is their place in the list to be
    int last = 0;
    int before = 0; ///< of rows moved: the place in front of which they come to stand; outside first to last + 1
    bool operator==(const ListStep&) const noexcept = default;
};

/// The steps from a list to another one: removals from the end, then moves, then insertions from the beginning,
/// neighbours in one step. As few rows as can be are touched: what can stay where it is relative to the others stays.
/// @param count   rows of the old list
/// @param places  for each row of the new list its place in the old one, -1 if it is new; none twice
[[nodiscard]] std::vector<ListStep> stepsBetween(int count, const std::vector<int>& places);

/// For each row of a new list its place in the old one, -1 if it is new. What has the same key is the same row; of
/// several the first is the first, the second the second.
/// @param keyOf  the key of a row, which can be compared by == and <
template <class Row, class KeyOf>
[[nodiscard]] std::vector<int> placesBefore(const std::vector<Row>& before, const std::vector<Row>& after,
                                            KeyOf&& keyOf)
{
    std::vector<int> places(after.size(), -1);
    std::size_t begin = 0; // most edits leave a beginning and an end alone
    for (; begin < before.size() && begin < after.size() && keyOf(before[begin]) == keyOf(after[begin]); ++begin)
        places[begin] = static_cast<int>(begin);
    std::size_t end = before.size();
    std::size_t endAfter = after.size();
    for (; end > begin && endAfter > begin && keyOf(before[end - 1]) == keyOf(after[endAfter - 1]); --end, --endAfter)
        places[endAfter - 1] = static_cast<int>(end) - 1;
    const auto sorted = [&](const std::vector<Row>& rows, std::size_t last) {
        std::vector<std::size_t> order;
        order.reserve(last - begin);
        for (std::size_t at = begin; at < last; ++at)
            order.push_back(at);
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return keyOf(rows[a]) < keyOf(rows[b]); });
        return order;
    };
    const std::vector<std::size_t> old = sorted(before, end);
    const std::vector<std::size_t> now = sorted(after, endAfter);
    for (auto a = old.begin(), b = now.begin(); a != old.end() && b != now.end();) {
        if (keyOf(before[*a]) < keyOf(after[*b]))
            ++a;
        else if (keyOf(after[*b]) < keyOf(before[*a]))
            ++b;
        else
            places[*b++] = static_cast<int>(*a++);
    }
    return places;
}

/// How a model announces its rows, before and after each step: begin… and end… of QAbstractItemModel, which none but
/// the model itself may call.
struct RowAnnouncer {
    std::function<void(int first, int last)> aboutToInsert, aboutToRemove;
    std::function<void(int first, int last, int before)> aboutToMove;
    std::function<void()> inserted, removed, moved;
};

/// Sorted places as runs of neighbours: calls f(first, last).
template <class F>
void forEachRun(const std::vector<int>& sortedPlaces, F&& f)
{
    for (std::size_t i = 0; i < sortedPlaces.size();) {
        std::size_t end = i + 1;
        while (end < sortedPlaces.size() && sortedPlaces[end] == sortedPlaces[end - 1] + 1)
            ++end;
        f(sortedPlaces[i], sortedPlaces[end - 1]);
        i = end;
    }
}

/// Makes one step of a list.
template <class Row>
void makeStep(const ListStep& step, std::vector<Row>& rows, const std::vector<Row>& wanted,
              const RowAnnouncer& announce)
{
    const auto at = rows.begin();
    switch (step.kind) {
    case ListStep::Kind::Remove:
        announce.aboutToRemove(step.first, step.last);
        rows.erase(at + step.first, at + step.last + 1);
        announce.removed();
        break;
    case ListStep::Kind::Insert:
        announce.aboutToInsert(step.first, step.last);
        rows.insert(at + step.first, wanted.begin() + step.first, wanted.begin() + step.last + 1);
        announce.inserted();
        break;
    case ListStep::Kind::Move:
        announce.aboutToMove(step.first, step.last, step.before);
        if (step.before < step.first)
            std::rotate(at + step.before, at + step.first, at + step.last + 1);
        else
            std::rotate(at + step.first, at + step.last + 1, at + step.before);
        announce.moved();
        break;
    }
}

/// Leads the rows of a model over to those wanted, step by step. What stays is left alone, so that selection, sorting
/// and scrolling survive.
/// @param keyOf       what a row is known by, see placesBefore()
/// @param hasChanged  hasChanged(was, is): whether a row that stays says something else now
/// @param changed     called with the first and last place of rows that do, when all rows are in place
template <class Row, class KeyOf, class HasChanged, class Announce>
void leadOver(std::vector<Row>& rows, std::vector<Row> wanted, const RowAnnouncer& announce, KeyOf&& keyOf,
              HasChanged&& hasChanged, Announce&& changed)
{
    const std::vector<int> places = placesBefore(rows, wanted, keyOf);
    for (const ListStep& step : stepsBetween(static_cast<int>(rows.size()), places))
        makeStep(step, rows, wanted, announce);
    std::vector<int> others;
    for (std::size_t at = 0; at < wanted.size(); ++at)
        if (places[at] >= 0 && hasChanged(std::as_const(rows[at]), std::as_const(wanted[at])))
            others.push_back(static_cast<int>(at));
    rows = std::move(wanted);
    forEachRun(others, changed);
}

} // namespace ochain
