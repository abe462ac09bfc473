// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/undisclosed_deals.h"

#include <new>
#include <utility>

namespace ochain {

namespace {

constexpr std::uint32_t kCountedAtOnce = 4'096; ///< between two questions whether to go on

} // namespace

UndisclosedDeals::UndisclosedDeals(const Document& document, QObject* parent) : QObject(parent), m_document(document)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &UndisclosedDeals::run);
    connect(
        &m_document, &Document::aboutToTouch, this,
        [this] {
            m_isHeld = true;
            m_work.stop();
        },
        Qt::DirectConnection);
    connect(
        &m_document, &Document::touched, this,
        [this] {
            m_isHeld = false;
            if (m_isAskedFor)
                m_again.start(0);
        },
        Qt::DirectConnection);
}

UndisclosedDeals::~UndisclosedDeals() = default;

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

std::optional<UndisclosedDeals::Counted> UndisclosedDeals::countAll(const Progress& progress) const
{
    Counted all;
    all.deals.assign(m_document.chain().slotCount(Table::Deals), false);
    for (std::uint32_t row = 0; row < all.deals.size(); ++row) {
        if (row % kCountedAtOnce == 0 && progress && !progress(0))
            return std::nullopt;
        all.deals[row] = isUndisclosed(DealId{row});
        all.count += all.deals[row] ? 1 : 0;
    }
    return all;
}

std::optional<std::int64_t> UndisclosedDeals::count()
{
    if (!m_isCounted && !m_isAskedFor) {
        m_isAskedFor = m_document.chain().deals().size() > m_mostAtOnce;
        m_isCounted = !m_isAskedFor;
        if (m_isAskedFor)
            run();
        else
            m_now = *countAll({});
    }
    return m_isCounted ? std::optional(m_now.count) : std::nullopt;
}

void UndisclosedDeals::run()
{
    if (!m_isAskedFor || m_isHeld || m_work.isBusy())
        return;
    const auto work = [this](const Progress& progress) -> std::optional<Counted> {
        try {
            return countAll(progress);
        } catch (const std::bad_alloc&) {
            return std::nullopt; // there is no count
        }
    };
    m_work.start(work, [this](std::optional<Counted> all) {
        m_isAskedFor = false;
        if (!all)
            return;
        m_now = std::move(*all);
        m_isCounted = true;
        emit counted();
    });
}

void UndisclosedDeals::forget()
{
    m_work.stop();
    m_isCounted = false;
    m_isAskedFor = false;
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
    if (m_now.deals.size() < chain.slotCount(Table::Deals))
        m_now.deals.resize(chain.slotCount(Table::Deals), false);
    for (const DealId deal : changed.deals) {
        const bool is = isUndisclosed(deal);
        m_now.count += (is ? 1 : 0) - (m_now.deals[deal.value] ? 1 : 0);
        m_now.deals[deal.value] = is;
    }
}

} // namespace ochain
