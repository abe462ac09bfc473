// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/kept_figures.h"

#include "analyses/deal_moves.h"
#include "document/second_lens.h"
#include "items/deal_cells.h"

#include <future>

namespace ochain {

namespace {

constexpr std::uint32_t kManyFigures = 20'000;  ///< which two threads share
constexpr std::uint32_t kFiguresAtOnce = 2'048; ///< between two questions whether to go on

std::int64_t numberOf(const Figure& figure)
{
    return figure.value == 0 && figure.undisclosed > 0 ? kAbsentKey : figure.value;
}

/// What a deal gives in a period under another lens; nothing where that has it not.
std::int64_t moneyUnder(const Snapshot& other, const Chain& chain, DealId deal, Period period)
{
    const DealId same{rowIn(other.chain, chain, {Table::Deals, deal.value})};
    return same.isSet() ? other.rollups.dealMoney(other.chain, same, period).value : 0;
}

} // namespace

KeptFigures::KeptFigures(const Document& document) : m_document(document), m_period(document.lens().period)
{
    takeOther();
}

void KeptFigures::takeOther()
{
    SecondLens& second = m_document.second();
    const std::optional<Period> against = second.against(m_period);
    m_other = against ? second.snapshot() : SharedSnapshot();
    m_against = against.value_or(m_period);
}

KeptFigures::Figures KeptFigures::figuresOf(const DealReader& reader, DealId deal) const
{
    const Figure money = reader.money(m_period);
    Figures figures{numberOf(money), numberOf(reader.capacity(m_period)), kAbsentKey};
    if (m_other)
        figures.difference = money.value - moneyUnder(*m_other, m_document.chain(), deal, m_against);
    return figures;
}

bool KeptFigures::make(const GoesOn& goesOn)
{
    if (!m_figures.empty())
        return true;
    const std::uint32_t slotCount = m_document.chain().slotCount(Table::Deals);
    const std::uint32_t middle = slotCount > kManyFigures ? slotCount / 2 : slotCount;
    m_figures.resize(slotCount);
    std::future<bool> done;
    if (middle < slotCount)
        done = std::async(std::launch::async, [&] { return fill(middle, slotCount, goesOn); });
    bool isDone = fill(0, middle, goesOn);
    if (done.valid())
        isDone = done.get() && isDone;
    if (!isDone)
        m_figures.clear();
    return isDone;
}

bool KeptFigures::fill(std::uint32_t first, std::uint32_t end, const GoesOn& goesOn)
{
    const auto [chain, rollups] = m_document.viewed();
    DealReader reader(chain, rollups);
    for (std::uint32_t row = first; row < end; ++row) {
        if (row % kFiguresAtOnce == 0 && !goesOn())
            return false;
        if (!chain.deals().isAlive(DealId{row}))
            continue;
        reader.moveTo(DealId{row});
        m_figures[row] = figuresOf(reader, DealId{row});
    }
    return goesOn();
}

std::int64_t KeptFigures::of(DealId deal, DealsModel::Column column) const
{
    const Figures figures =
        deal.value < m_figures.size()
            ? m_figures[deal.value]
            : figuresOf(DealReader(m_document.viewed().chain, m_document.viewed().rollups, deal), deal);
    switch (column) {
    case DealsModel::Column::PeriodMoney:
        return figures.money;
    case DealsModel::Column::Difference:
        return figures.difference;
    default:
        return figures.capacity;
    }
}

void KeptFigures::follow(DealId deal)
{
    takeOther();
    if (m_figures.empty() || !m_document.chain().deals().isAlive(deal))
        return;
    if (deal.value >= m_figures.size())
        m_figures.resize(m_document.chain().slotCount(Table::Deals));
    const DealReader reader(m_document.viewed().chain, m_document.viewed().rollups, deal);
    m_figures[deal.value] = figuresOf(reader, deal);
}

void KeptFigures::forget()
{
    m_figures.clear();
    m_period = m_document.lens().period;
    takeOther();
}

} // namespace ochain
