// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/deal_rows.h"

#include <algorithm>

namespace ochain {

namespace {

// Rows that come, go or move are announced one stretch after another, and each costs a look at the rows behind. Only
// few are worth it; of a table that is not long, any that come or go.
constexpr std::size_t kLongTable = 5'000;
constexpr std::size_t kMostSteps = 8;

std::vector<bool> marked(const std::vector<std::uint32_t>& deals, std::size_t slotCount)
{
    std::vector<bool> marks(slotCount, false);
    for (const std::uint32_t deal : deals)
        marks[deal] = true;
    return marks;
}

} // namespace

DealRows::DealRows(const DealsModel& model, const DealKeys& keys, TableAnnouncer announce)
    : m_model(model), m_keys(keys), m_announce(std::move(announce)), m_order(model, keys, m_now)
{}

bool DealRows::isLong() const noexcept
{
    return m_now.all.size() > kLongTable;
}

std::optional<ArrangementSteps> DealRows::stepsTo(const DealArrangement& next) const
{
    return stepsBetween(m_now, next, isLong() ? kMostSteps : next.all.size());
}

void DealRows::adopt(DealArrangement next, const std::optional<ArrangementSteps>& steps)
{
    m_now.wanted = std::move(next.wanted);
    m_now.keys = std::move(next.keys);
    m_now.all = std::move(next.all);
    m_now.sieve = std::move(next.sieve);
    m_order.setMadeAnew();
    if (steps) {
        m_now.places.resize(next.places.size(), DealArrangement::kUnknown);
        leave(steps->gone, DealArrangement::kHidden);
        for (const auto& [first, last] : steps->come)
            insert(first, Deals(next.shown.begin() + first, next.shown.begin() + last + 1));
        m_now.places = std::move(next.places); // which says of those hidden that they are known
    } else {
        layOut(std::move(next.shown), std::move(next.places));
    }
}

void DealRows::remove(const Deals& deals)
{
    Deals known;
    for (const std::uint32_t deal : deals)
        if (m_now.placeOf(deal) != DealArrangement::kUnknown)
            known.push_back(deal);
    m_order.remove(known);
    const Runs runs = runsOf(known);
    if (isLong() && runs.size() > kMostSteps)
        layOutWithout(known, DealArrangement::kUnknown, {});
    else
        leave(runs, DealArrangement::kUnknown);
    for (const std::uint32_t deal : known)
        m_now.places[deal] = DealArrangement::kUnknown;
}

bool DealRows::update(Deals deals)
{
    std::sort(deals.begin(), deals.end());
    deals.erase(std::unique(deals.begin(), deals.end()), deals.end());
    deals.erase(std::remove_if(deals.begin(), deals.end(),
                               [this](std::uint32_t deal) { return m_model.rowOf(DealId{deal}) < 0; }),
                deals.end());
    m_now.places.resize(m_keys.chain().slotCount(Table::Deals), DealArrangement::kUnknown);
    const std::optional<Deals> moved = m_order.update(deals);
    if (!moved)
        return false;
    Deals leaving, moving, coming;
    for (const std::uint32_t deal : deals) {
        const bool wasShown = m_now.places[deal] >= 0;
        const bool isShown = m_now.sieve->accepts(DealId{deal});
        if (wasShown && !isShown)
            leaving.push_back(deal);
        else if (wasShown && std::binary_search(moved->begin(), moved->end(), deal))
            moving.push_back(deal);
        else if (!wasShown && isShown)
            coming.push_back(deal);
        else if (!wasShown)
            m_now.places[deal] = DealArrangement::kHidden;
    }
    show(leaving, std::move(moving), std::move(coming));
    return !m_order.isCrowded();
}

DealRows::Runs DealRows::runsOf(const Deals& deals) const
{
    std::vector<int> places;
    for (const std::uint32_t deal : deals)
        if (m_now.places[deal] >= 0)
            places.push_back(m_now.places[deal]);
    std::sort(places.begin(), places.end());
    Runs runs;
    forEachRun(places, [&runs](int first, int last) { runs.emplace_back(first, last); });
    return runs;
}

/// Announces what becomes of deals whose keys are those they are to have.
void DealRows::show(const Deals& leaving, Deals moving, Deals coming)
{
    m_order.sort(moving);
    m_order.sort(coming);
    const Runs gone = runsOf(leaving);
    if (moving.size() <= kMostSteps && (!isLong() || gone.size() + coming.size() <= kMostSteps)) {
        leave(gone, DealArrangement::kHidden);
        move(moving);
        come(coming);
        return;
    }
    Deals out = leaving;
    out.insert(out.end(), moving.begin(), moving.end());
    Deals in;
    std::merge(moving.begin(), moving.end(), coming.begin(), coming.end(), std::back_inserter(in),
               [this](std::uint32_t a, std::uint32_t b) { return m_order.isBefore(a, b); });
    layOutWithout(out, DealArrangement::kHidden, in);
}

/// From the end, so that the places before stay right.
void DealRows::leave(const Runs& runs, int place)
{
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        const auto [first, last] = *run;
        m_announce.rows.aboutToRemove(first, last);
        for (int at = first; at <= last; ++at)
            m_now.places[this->at(at)] = place;
        m_now.shown.erase(m_now.shown.begin() + first, m_now.shown.begin() + last + 1);
        m_now.renumber(static_cast<std::size_t>(first), m_now.shown.size());
        m_announce.rows.removed();
    }
}

/// Puts each deal behind the one it comes after. Taken in the order to be, that one is in place; it is looked for among
/// those that stay where they are.
void DealRows::move(const Deals& sorted)
{
    std::vector<int> from;
    for (const std::uint32_t deal : sorted)
        from.push_back(m_now.places[deal]);
    std::sort(from.begin(), from.end());
    const auto staying = [&](int number) {
        for (const int place : from)
            number += place <= number ? 1 : 0;
        return at(number);
    };
    std::vector<std::optional<std::uint32_t>> previous;
    for (std::size_t i = 0, last = 0; i < sorted.size(); ++i) {
        int low = 0;
        for (int high = size() - static_cast<int>(sorted.size()); low < high;) {
            const int middle = low + (high - low) / 2;
            if (m_order.isBefore(staying(middle), sorted[i]))
                low = middle + 1;
            else
                high = middle;
        }
        const bool isBehindMoved = i > 0 && static_cast<std::size_t>(low) == last;
        previous.push_back(isBehindMoved ? std::optional(sorted[i - 1])
                           : low > 0     ? std::optional(staying(low - 1))
                                         : std::nullopt);
        last = static_cast<std::size_t>(low);
    }
    for (std::size_t i = 0; i < sorted.size(); ++i)
        moveBehind(sorted[i], previous[i]);
}

void DealRows::moveBehind(std::uint32_t deal, std::optional<std::uint32_t> previous)
{
    const int from = m_now.places[deal];
    const int before = previous ? m_now.places[*previous] + 1 : 0;
    if (before == from)
        return;
    const auto at = m_now.shown.begin();
    m_announce.rows.aboutToMove(from, from, before);
    if (before < from)
        std::rotate(at + before, at + from, at + from + 1);
    else
        std::rotate(at + from, at + from + 1, at + before);
    m_now.renumber(static_cast<std::size_t>(std::min(before, from)),
                   static_cast<std::size_t>(std::max(before, from + 1)));
    m_announce.rows.moved();
}

void DealRows::come(const Deals& sorted)
{
    const auto before = [this](std::uint32_t a, std::uint32_t b) { return m_order.isBefore(a, b); };
    for (auto from = sorted.begin(); from != sorted.end();) {
        const auto place = std::lower_bound(m_now.shown.begin(), m_now.shown.end(), *from, before);
        auto end = std::next(from);
        while (end != sorted.end() && (place == m_now.shown.end() || m_order.isBefore(*end, *place)))
            ++end;
        insert(static_cast<int>(place - m_now.shown.begin()), Deals(from, end));
        from = end;
    }
}

void DealRows::insert(int first, const Deals& deals)
{
    m_announce.rows.aboutToInsert(first, first + static_cast<int>(deals.size()) - 1);
    m_now.shown.insert(m_now.shown.begin() + first, deals.begin(), deals.end());
    m_now.renumber(static_cast<std::size_t>(first), m_now.shown.size());
    m_announce.rows.inserted();
}

void DealRows::layOut(Deals shown, std::vector<int> places)
{
    if (shown == m_now.shown) {
        m_now.places = std::move(places);
        return;
    }
    m_announce.aboutToLayOut();
    std::swap(m_now.shown, shown);
    m_now.places = std::move(places);
    m_announce.laidOut(shown);
}

/// @param place  what is said of those that leave and do not come again
void DealRows::layOutWithout(const Deals& leaving, int place, const Deals& sortedComing)
{
    const std::vector<bool> isOut = marked(leaving, m_now.places.size());
    Deals staying;
    staying.reserve(m_now.shown.size());
    std::copy_if(m_now.shown.begin(), m_now.shown.end(), std::back_inserter(staying),
                 [&isOut](std::uint32_t deal) { return !isOut[deal]; });
    Deals shown = m_order.merged(staying, sortedComing);
    std::vector<int> places = m_now.places;
    for (const std::uint32_t deal : leaving)
        places[deal] = place;
    for (std::size_t at = 0; at < shown.size(); ++at)
        places[shown[at]] = static_cast<int>(at);
    layOut(std::move(shown), std::move(places));
}

} // namespace ochain
