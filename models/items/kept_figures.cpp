// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/kept_figures.h"

#include "items/deal_cells.h"
#include "rollups/deal_reader.h"

#include <future>

namespace ochain {

namespace {

constexpr std::uint32_t kManyFigures = 20'000;  ///< which two threads share
constexpr std::uint32_t kFiguresAtOnce = 2'048; ///< between two questions whether to go on

std::int64_t numberOf(const Figure& figure)
{
    return figure.value == 0 && figure.undisclosed > 0 ? kAbsentKey : figure.value;
}

} // namespace

KeptFigures::KeptFigures(const Document& document) : m_document(document), m_period(document.lens().period)
{}

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
        m_figures[row] = {numberOf(reader.money(m_period)), numberOf(reader.capacity(m_period))};
    }
    return goesOn();
}

std::int64_t KeptFigures::of(DealId deal, DealsModel::Column column) const
{
    const bool isMoney = column == DealsModel::Column::PeriodMoney;
    if (deal.value < m_figures.size())
        return isMoney ? m_figures[deal.value].money : m_figures[deal.value].capacity;
    const DealReader reader(m_document.viewed().chain, m_document.viewed().rollups, deal);
    return numberOf(isMoney ? reader.money(m_period) : reader.capacity(m_period));
}

void KeptFigures::follow(DealId deal)
{
    if (m_figures.empty() || !m_document.chain().deals().isAlive(deal))
        return;
    if (deal.value >= m_figures.size())
        m_figures.resize(m_document.chain().slotCount(Table::Deals));
    const DealReader reader(m_document.viewed().chain, m_document.viewed().rollups, deal);
    m_figures[deal.value] = {numberOf(reader.money(m_period)), numberOf(reader.capacity(m_period))};
}

void KeptFigures::forget()
{
    m_figures.clear();
    m_period = m_document.lens().period;
}

} // namespace ochain
