// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/undisclosed_deals.h"

namespace ochain {

bool UndisclosedDeals::isUndisclosed(DealId deal) const
{
    const Chain& chain = m_document.chain();
    if (!chain.deals().isAlive(deal))
        return false;
    const DealKind& kind = chain.kinds()[chain.deals()[deal].kind];
    if (!kind.isAboutMoney || kind.dealClass == DealClass::Control)
        return false;
    const DealFigures figures = m_document.rollups().deal(chain, deal);
    return figures.counts && !figures.hasMoney;
}

std::int64_t UndisclosedDeals::count()
{
    if (m_isCounted)
        return m_count;
    m_deals.assign(m_document.chain().slotCount(Table::Deals), false);
    m_count = 0;
    for (std::uint32_t row = 0; row < m_deals.size(); ++row) {
        m_deals[row] = isUndisclosed(DealId{row});
        m_count += m_deals[row] ? 1 : 0;
    }
    m_isCounted = true;
    return m_count;
}

void UndisclosedDeals::follow(const Changed& changed)
{
    if (!m_isCounted)
        return;
    if (changed.everything) {
        m_isCounted = false;
        return;
    }
    const Chain& chain = m_document.chain();
    if (m_deals.size() < chain.slotCount(Table::Deals))
        m_deals.resize(chain.slotCount(Table::Deals), false);
    for (const DealId deal : changed.deals) {
        const bool is = isUndisclosed(deal);
        m_count += (is ? 1 : 0) - (m_deals[deal.value] ? 1 : 0);
        m_deals[deal.value] = is;
    }
}

} // namespace ochain
