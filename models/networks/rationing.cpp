// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/rationing.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace ochain {

namespace {

/// Turns counts, of which the first is that of nobody, into first places.
void addUp(std::vector<std::uint32_t>& firsts)
{
    for (std::size_t i = 1; i < firsts.size(); ++i)
        firsts[i] += firsts[i - 1];
}

} // namespace

Rationing::Rationing(const RationingNetwork& network) : m_sales(network.outsideSales), m_sectorOf(network.sectorOf)
{
    for (const SalesLink& link : network.links)
        m_sales[link.seller] += link.amount;
    m_sectorSales.resize(network.classOf.size());
    for (std::uint32_t firm = 0; firm < firms(); ++firm)
        m_sectorSales[m_sectorOf[firm]] += m_sales[firm];
    addInputs(network);
    addSales(network);
    m_state.down.assign(firms(), 1);
    m_state.up.assign(firms(), 1);
    m_isFallen.resize(firms());
    m_isDirty.resize(firms());
    m_loss.resize(firms());
    m_lost.resize(m_sectorSales.size());
}

/// By buyer, then by what they are to it.
void Rationing::addInputs(const RationingNetwork& network)
{
    struct Input {
        std::uint32_t buyer, group;
        SalesLink link;
    };
    const auto replaced = static_cast<std::uint32_t>(network.classOf.size()); // the group of all that are not essential
    std::vector<Input> inputs;
    std::vector<double> bought(network.outsidePurchases);
    for (const SalesLink& link : network.links) {
        bought[link.buyer] += link.amount;
        const std::uint32_t sector = m_sectorOf[link.seller];
        const InputClass inputClass = network.classOf[sector][m_sectorOf[link.buyer]];
        const bool isOpen =
            std::binary_search(network.openInputs.begin(), network.openInputs.end(), std::pair(link.buyer, sector));
        if (inputClass != InputClass::Ignored)
            inputs.push_back({link.buyer, inputClass == InputClass::Essential && !isOpen ? sector : replaced, link});
    }
    std::sort(inputs.begin(), inputs.end(), [](const Input& a, const Input& b) {
        return std::tie(a.buyer, a.group, a.link.seller) < std::tie(b.buyer, b.group, b.link.seller);
    });
    m_firstGroup.assign(m_sales.size() + 1, 0);
    for (std::size_t first = 0; first < inputs.size();) {
        const auto [buyer, group, ignored] = inputs[first];
        std::size_t end = first;
        double ofSector = 0;
        for (; end < inputs.size() && inputs[end].buyer == buyer && inputs[end].group == group; ++end)
            ofSector += inputs[end].link.amount;
        const double all = group == replaced ? bought[buyer] : ofSector;
        m_groups.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end)});
        ++m_firstGroup[buyer + 1];
        for (; first < end; ++first)
            m_inputs.push_back({inputs[first].link.seller, inputs[first].link.amount / all});
    }
    addUp(m_firstGroup);
}

void Rationing::addSales(const RationingNetwork& network)
{
    std::vector<SalesLink> links(network.links);
    std::sort(links.begin(), links.end(), [](const SalesLink& a, const SalesLink& b) {
        return std::tie(a.seller, a.buyer) < std::tie(b.seller, b.buyer);
    });
    m_firstSale.assign(m_sales.size() + 1, 0);
    m_firstSeller.assign(m_sales.size() + 1, 0);
    for (const SalesLink& link : links) {
        ++m_firstSale[link.seller + 1];
        ++m_firstSeller[link.buyer + 1];
        m_outputs.push_back({link.buyer, link.amount / m_sales[link.seller]});
    }
    addUp(m_firstSale);
    addUp(m_firstSeller);
    m_sellers.resize(links.size());
    std::vector<std::uint32_t> next(m_firstSeller);
    for (const SalesLink& link : links)
        m_sellers[next[link.buyer]++] = link.seller;
}

const RationingState& Rationing::fail(std::span<const std::uint32_t> firms)
{
    clear();
    goDown(firms);
    goUp(firms);
    return m_state;
}

/// Only what the failure before reached has moved.
void Rationing::clear()
{
    for (const std::uint32_t firm : m_fallen) {
        m_state.down[firm] = m_state.up[firm] = 1;
        m_isFallen[firm] = false;
    }
    m_fallen.clear();
    m_state.iterations = 0;
    m_state.residual = 0;
}

void Rationing::fall(std::span<const std::uint32_t> firms, std::vector<double>& left)
{
    for (const std::uint32_t firm : firms) {
        left[firm] = 0;
        if (!m_isFallen[firm])
            m_fallen.push_back(firm);
        m_isFallen[firm] = true;
    }
}

void Rationing::markDirty(std::uint32_t firm)
{
    if (!m_isDirty[firm])
        m_dirty.push_back(firm);
    m_isDirty[firm] = true;
}

/// Lets those fall that stand on what moved, all at once.
/// @return the greatest fall
template <class Left>
double Rationing::fallDirty(std::vector<double>& left, Left leftOf)
{
    m_next.clear();
    for (const std::uint32_t firm : m_dirty)
        m_next.push_back(std::clamp(leftOf(firm), 0.0, left[firm])); // rounding must not let it rise
    double greatest = 0;
    for (std::size_t i = 0; i < m_dirty.size(); ++i) {
        const std::uint32_t firm = m_dirty[i];
        m_isDirty[firm] = false;
        if (m_next[i] >= left[firm])
            continue;
        greatest = std::max(greatest, left[firm] - m_next[i]);
        left[firm] = m_next[i];
        if (!m_isFallen[firm])
            m_fallen.push_back(firm);
        m_isFallen[firm] = true;
    }
    m_dirty.clear();
    ++m_state.iterations;
    return greatest;
}

void Rationing::goDown(std::span<const std::uint32_t> failed)
{
    fall(failed, m_state.down);
    double moved = 1;
    for (int round = 0; moved > kSettled && round < kMostRounds; ++round) {
        updateLosses();
        moved = fallDirty(m_state.down, [this](std::uint32_t firm) { return leftByInputs(firm); });
    }
    m_state.residual = moved;
    for (const std::uint32_t firm : m_fallen)
        m_loss[firm] = 0;
}

/// What buyers feel of a firm: all of what it lacks if it is the market, less where others of its sector stand in.
void Rationing::updateLosses()
{
    for (const std::uint32_t firm : m_fallen)
        m_lost[m_sectorOf[firm]] = 0;
    for (const std::uint32_t firm : m_fallen)
        m_lost[m_sectorOf[firm]] += m_sales[firm] * (1 - m_state.down[firm]);
    for (const std::uint32_t firm : m_fallen) {
        const double remaining = m_sectorSales[m_sectorOf[firm]] - m_lost[m_sectorOf[firm]];
        const double share = m_sales[firm] >= remaining ? 1 : m_sales[firm] / remaining;
        const double loss = share * (1 - m_state.down[firm]);
        if (loss == m_loss[firm])
            continue;
        m_loss[firm] = loss;
        for (std::uint32_t i = m_firstSale[firm]; i < m_firstSale[firm + 1]; ++i)
            markDirty(m_outputs[i].firm);
    }
}

double Rationing::leftByInputs(std::uint32_t firm) const noexcept
{
    double left = 1;
    for (std::uint32_t g = m_firstGroup[firm]; g < m_firstGroup[firm + 1]; ++g) {
        double lost = 0;
        for (std::uint32_t i = m_groups[g].first; i < m_groups[g].end; ++i)
            lost += m_inputs[i].weight * m_loss[m_inputs[i].firm];
        left = std::min(left, 1 - lost);
    }
    return left;
}

void Rationing::goUp(std::span<const std::uint32_t> failed)
{
    fall(failed, m_state.up);
    double moved = 1;
    for (int round = 0; moved > kSettled && round < kMostRounds; ++round) {
        for (const std::uint32_t firm : m_fallen) {
            const double loss = 1 - m_state.up[firm];
            if (loss == m_loss[firm])
                continue;
            m_loss[firm] = loss;
            for (std::uint32_t i = m_firstSeller[firm]; i < m_firstSeller[firm + 1]; ++i)
                markDirty(m_sellers[i]);
        }
        moved = fallDirty(m_state.up, [this](std::uint32_t firm) { return leftBySales(firm); });
    }
    m_state.residual = std::max(m_state.residual, moved);
    for (const std::uint32_t firm : m_fallen)
        m_loss[firm] = 0;
}

double Rationing::leftBySales(std::uint32_t firm) const noexcept
{
    double lost = 0;
    for (std::uint32_t i = m_firstSale[firm]; i < m_firstSale[firm + 1]; ++i)
        lost += m_outputs[i].weight * m_loss[m_outputs[i].firm];
    return 1 - lost;
}

} // namespace ochain
