// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/deal_order.h"

#include "items/text_ranks.h"

#include <algorithm>

namespace ochain {

namespace {

constexpr std::size_t kFewDeals = 8;   ///< to be looked for one by one
constexpr std::size_t kMostTexts = 64; ///< to be compared with those of others

} // namespace

DealOrder::DealOrder(const DealsModel& model, const DealKeys& keys, DealArrangement& arrangement)
    : m_model(model), m_keys(keys), m_now(arrangement)
{}

bool DealOrder::isBefore(std::uint32_t a, std::uint32_t b) const
{
    if (!m_now.keys.empty() && m_now.keys[a] != m_now.keys[b])
        return m_now.keys[a] < m_now.keys[b];
    return m_model.rowOf(DealId{a}) < m_model.rowOf(DealId{b});
}

/// The same, by the texts themselves.
bool DealOrder::isTextBefore(std::uint32_t a, std::uint32_t b) const
{
    const auto column = static_cast<DealsModel::Column>(m_now.wanted.column);
    const std::string_view textOfA = m_keys.text(DealId{a}, column);
    const std::string_view textOfB = m_keys.text(DealId{b}, column);
    if (textOfA.empty() != textOfB.empty())
        return textOfB.empty();
    if (textOfA != textOfB)
        return (textOfA < textOfB) == (m_now.wanted.order == Qt::AscendingOrder);
    return m_model.rowOf(DealId{a}) < m_model.rowOf(DealId{b});
}

void DealOrder::sort(Deals& deals) const
{
    std::sort(deals.begin(), deals.end(), [this](std::uint32_t a, std::uint32_t b) { return isBefore(a, b); });
}

DealOrder::Deals DealOrder::merged(const Deals& deals, const Deals& others) const
{
    Deals all;
    all.reserve(deals.size() + others.size());
    auto from = deals.begin();
    for (const std::uint32_t other : others) {
        const auto at = std::lower_bound(from, deals.end(), other,
                                         [this](std::uint32_t a, std::uint32_t b) { return isBefore(a, b); });
        all.insert(all.end(), from, at);
        all.push_back(other);
        from = at;
    }
    all.insert(all.end(), from, deals.end());
    return all;
}

/// Deals that stand in the order.
DealOrder::Deals DealOrder::known(const Deals& deals) const
{
    Deals some;
    std::copy_if(deals.begin(), deals.end(), std::back_inserter(some),
                 [this](std::uint32_t deal) { return m_now.placeOf(deal) != DealArrangement::kUnknown; });
    return some;
}

std::int64_t DealOrder::keyOf(std::uint32_t deal) const
{
    const int column = m_now.wanted.column;
    return column < 0 ? 0
                      : directed(m_keys.one(DealId{deal}, static_cast<DealsModel::Column>(column)), m_now.wanted.order);
}

std::optional<DealOrder::Deals> DealOrder::update(const Deals& deals)
{
    const bool isOfTexts = DealKeys::isOfTexts(m_now.wanted.column);
    if (isOfTexts && deals.size() > kMostTexts)
        return std::nullopt;
    if (m_now.wanted.column >= 0)
        m_now.keys.resize(m_now.places.size(), kAbsentKey);
    if (!isOfTexts)
        return updateNumbers(deals);
    updateTexts(deals);
    return deals;
}

void DealOrder::remove(const Deals& deals)
{
    const Deals gone = known(deals);
    if (gone.size() > kFewDeals) {
        std::vector<bool> isGone(m_now.places.size(), false);
        for (const std::uint32_t deal : gone)
            isGone[deal] = true;
        m_now.all.erase(
            std::remove_if(m_now.all.begin(), m_now.all.end(), [&isGone](std::uint32_t deal) { return isGone[deal]; }),
            m_now.all.end());
        return;
    }
    for (const std::uint32_t deal : gone) {
        const auto at = std::lower_bound(m_now.all.begin(), m_now.all.end(), deal,
                                         [this](std::uint32_t a, std::uint32_t b) { return isBefore(a, b); });
        Q_ASSERT(at != m_now.all.end() && *at == deal);
        m_now.all.erase(at);
    }
}

void DealOrder::insert(Deals deals)
{
    const auto before = [this](std::uint32_t a, std::uint32_t b) { return isBefore(a, b); };
    if (deals.size() > kFewDeals) {
        sort(deals);
        m_now.all = merged(m_now.all, deals);
        return;
    }
    for (const std::uint32_t deal : deals)
        m_now.all.insert(std::lower_bound(m_now.all.begin(), m_now.all.end(), deal, before), deal);
}

DealOrder::Deals DealOrder::updateNumbers(const Deals& deals)
{
    Deals moved;
    std::copy_if(deals.begin(), deals.end(), std::back_inserter(moved), [this](std::uint32_t deal) {
        const bool isKnown = m_now.placeOf(deal) != DealArrangement::kUnknown;
        return !isKnown || (!m_now.keys.empty() && keyOf(deal) != m_now.keys[deal]);
    });
    remove(moved);
    for (std::size_t i = 0; i < moved.size() && !m_now.keys.empty(); ++i)
        m_now.keys[moved[i]] = keyOf(moved[i]);
    insert(moved);
    return moved;
}

/// The rank of a text is that between its neighbours.
void DealOrder::updateTexts(const Deals& deals)
{
    remove(deals);
    for (const std::uint32_t deal : deals)
        insertByText(deal);
}

void DealOrder::insertByText(std::uint32_t deal)
{
    const auto at = std::lower_bound(m_now.all.begin(), m_now.all.end(), deal,
                                     [this](std::uint32_t a, std::uint32_t b) { return isTextBefore(a, b); });
    const std::uint32_t* previous = at == m_now.all.begin() ? nullptr : &*(at - 1);
    const std::uint32_t* next = at == m_now.all.end() ? nullptr : &*at;
    const std::optional<std::int64_t> key = keyBetween(deal, previous, next);
    m_isCrowded = m_isCrowded || !key;
    m_now.keys[deal] = key ? *key : m_now.keys[*previous];
    insert({deal});
}

/// A key for the text of a deal between those of its neighbours; nothing if there is no room.
std::optional<std::int64_t> DealOrder::keyBetween(std::uint32_t deal, const std::uint32_t* previous,
                                                  const std::uint32_t* next) const
{
    const auto column = static_cast<DealsModel::Column>(m_now.wanted.column);
    const std::string_view text = m_keys.text(DealId{deal}, column);
    if (text.empty())
        return kAbsentKey;
    for (const std::uint32_t* neighbour : {previous, next})
        if (neighbour != nullptr && m_keys.text(DealId{*neighbour}, column) == text)
            return m_now.keys[*neighbour];
    const bool isLast = next == nullptr || m_now.keys[*next] == kAbsentKey;
    if (previous == nullptr)
        return isLast ? 0 : m_now.keys[*next] - kRankStep;
    const std::int64_t low = m_now.keys[*previous];
    if (isLast)
        return low + kRankStep;
    const std::int64_t middle = low + (m_now.keys[*next] - low) / 2;
    return middle == low ? std::nullopt : std::optional(middle);
}

} // namespace ochain
