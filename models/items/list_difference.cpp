// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/list_difference.h"

#include <iterator>

namespace ochain {

namespace {

/// Removes what has gone, from the end, so that the places before stay right.
void removeGone(int count, const std::vector<int>& places, std::vector<ListStep>& steps)
{
    std::vector<bool> stays(static_cast<std::size_t>(count), false);
    for (const int place : places)
        if (place >= 0)
            stays[static_cast<std::size_t>(place)] = true;
    for (int last = count - 1; last >= 0; --last) {
        if (stays[static_cast<std::size_t>(last)])
            continue;
        int first = last;
        while (first > 0 && !stays[static_cast<std::size_t>(first - 1)])
            --first;
        steps.push_back({ListStep::Kind::Remove, first, last, 0});
        last = first;
    }
}

/// Which of different numbers belong to one longest rising run of them, not necessarily side by side.
std::vector<bool> inLongestRise(const std::vector<int>& numbers)
{
    std::vector<std::size_t> ends;                        // by length: where the run of it with the lowest end ends
    std::vector<std::size_t> previous(numbers.size(), 0); // in the best run that ends here
    ends.reserve(numbers.size());
    for (std::size_t at = 0; at < numbers.size(); ++at) {
        const auto longer = std::lower_bound(ends.begin(), ends.end(), numbers[at],
                                             [&](std::size_t end, int number) { return numbers[end] < number; });
        previous[at] = longer == ends.begin() ? at : *(longer - 1);
        if (longer == ends.end())
            ends.push_back(at);
        else
            *longer = at;
    }
    std::vector<bool> isIn(numbers.size(), false);
    std::size_t at = ends.empty() ? 0 : ends.back();
    for (std::size_t left = ends.size(); left > 0; --left, at = previous[at])
        isIn[at] = true;
    return isIn;
}

/// Puts each row that cannot stay behind the one it comes after; taken in the order to be, that one is in place.
void moveOthers(const std::vector<int>& wanted, std::vector<ListStep>& steps)
{
    const std::vector<bool> stays = inLongestRise(wanted);
    std::vector<int> now = wanted;
    std::sort(now.begin(), now.end());
    const auto placeOf = [&now](int row) { return std::find(now.begin(), now.end(), row) - now.begin(); };
    for (std::size_t at = 0; at < wanted.size(); ++at) {
        if (stays[at])
            continue;
        const auto first = placeOf(wanted[at]);
        auto last = first; // those that follow it already go with it
        for (; at + 1 < wanted.size() && !stays[at + 1] && last + 1 < std::ssize(now) &&
               now[static_cast<std::size_t>(last + 1)] == wanted[at + 1];
             ++at)
            ++last;
        const auto head = at - static_cast<std::size_t>(last - first);
        const auto before = head == 0 ? 0 : placeOf(wanted[head - 1]) + 1;
        if (before == first)
            continue;
        steps.push_back(
            {ListStep::Kind::Move, static_cast<int>(first), static_cast<int>(last), static_cast<int>(before)});
        if (before < first)
            std::rotate(now.begin() + before, now.begin() + first, now.begin() + last + 1);
        else
            std::rotate(now.begin() + first, now.begin() + last + 1, now.begin() + before);
    }
}

/// Puts in what is new, from the beginning: what stands before each is as it is to be.
void insertNew(const std::vector<int>& places, std::vector<ListStep>& steps)
{
    const int count = static_cast<int>(places.size());
    for (int first = 0; first < count; ++first) {
        if (places[static_cast<std::size_t>(first)] >= 0)
            continue;
        int last = first;
        while (last + 1 < count && places[static_cast<std::size_t>(last) + 1] < 0)
            ++last;
        steps.push_back({ListStep::Kind::Insert, first, last, 0});
        first = last;
    }
}

} // namespace

std::vector<ListStep> stepsBetween(int count, const std::vector<int>& places)
{
    std::vector<ListStep> steps;
    removeGone(count, places, steps);
    std::vector<int> kept;
    kept.reserve(places.size());
    std::copy_if(places.begin(), places.end(), std::back_inserter(kept), [](int place) { return place >= 0; });
    if (!std::is_sorted(kept.begin(), kept.end()))
        moveOthers(kept, steps);
    insertNew(places, steps);
    return steps;
}

} // namespace ochain
