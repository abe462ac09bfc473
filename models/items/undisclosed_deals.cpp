// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/undisclosed_deals.h"

#include <utility>

namespace ochain {

namespace {

constexpr std::uint32_t kCountedAtOnce = 4'096; ///< between two questions whether to go on

} // namespace

UndisclosedDeals::UndisclosedDeals(const Document& document, QObject* parent)
    : QObject(parent), m_document(document), m_work(document)
{}

UndisclosedDeals::~UndisclosedDeals() = default;

bool UndisclosedDeals::isUndisclosed(const Chain& chain, const Rollups& rollups, DealId deal)
{
    if (!chain.deals().isAlive(deal))
        return false;
    const DealKind& kind = chain.kinds()[chain.deals()[deal].kind];
    if (!kind.isAboutMoney || kind.dealClass == DealClass::Control)
        return false;
    const DealFigures figures = rollups.deal(chain, deal);
    return figures.counts && !figures.hasMoney;
}

std::optional<UndisclosedDeals::Counted> UndisclosedDeals::countAll(const Chain& chain, const Rollups& rollups,
                                                                    const Progress& progress)
{
    Counted all;
    all.deals.assign(chain.slotCount(Table::Deals), false);
    for (std::uint32_t row = 0; row < all.deals.size(); ++row) {
        if (row % kCountedAtOnce == 0 && progress && !progress(0))
            return std::nullopt;
        all.deals[row] = isUndisclosed(chain, rollups, DealId{row});
        all.count += all.deals[row] ? 1 : 0;
    }
    return all;
}

std::optional<std::int64_t> UndisclosedDeals::count()
{
    if (m_isCounted || m_work.isWanted())
        return m_isCounted ? std::optional(m_now.count) : std::nullopt;
    if (m_document.chain().deals().size() <= m_mostAtOnce) {
        m_now = *countAll(m_document.viewed().chain, m_document.viewed().rollups, {});
        m_isCounted = true;
        return m_now.count;
    }
    m_work.start(
        [](const Snapshot& now, const Progress& progress) { return countAll(now.chain, now.rollups, progress); },
        [this](Counted all) {
            m_now = std::move(all);
            m_isCounted = true;
            emit counted();
        });
    return std::nullopt;
}

void UndisclosedDeals::forget()
{
    m_work.cancel();
    m_isCounted = false;
}

void UndisclosedDeals::follow(const Changed& changed)
{
    if (!m_isCounted)
        return;
    if (changed.everything) {
        m_isCounted = false;
        return;
    }
    const auto [chain, rollups] = m_document.viewed();
    if (m_now.deals.size() < chain.slotCount(Table::Deals))
        m_now.deals.resize(chain.slotCount(Table::Deals), false);
    for (const DealId deal : changed.deals) {
        const bool is = isUndisclosed(chain, rollups, deal);
        m_now.count += (is ? 1 : 0) - (m_now.deals[deal.value] ? 1 : 0);
        m_now.deals[deal.value] = is;
    }
}

} // namespace ochain
