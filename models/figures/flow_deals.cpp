// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/flow_deals.h"

#include "figures/figure_parts.h"
#include "rollups/deal_reader.h"

#include <algorithm>
#include <future>
#include <thread>
#include <utility>

namespace ochain {

namespace {

constexpr std::uint32_t kManyFlowDeals = 20'000; ///< from here on a second thread pays

/// Reads a run of deals; each thread has one.
class FlowDealReader {
public:
    FlowDealReader(const Chain& chain, const Rollups& rollups, const FigureOptions& options, LayerNumber layer)
        : m_chain(chain), m_options(options), m_layer(layer), m_assumed(chain, rollups),
          m_reader(chain, rollups, rollups.lens()) // with a book of its own, for which no thread waits
    {}

    [[nodiscard]] FlowDeals read(std::uint32_t first, std::uint32_t end)
    {
        for (std::uint32_t row = first; row < end && !m_options.isCancelled(); ++row)
            if (const DealId id{row}; m_chain.deals().isAlive(id) && isWanted(m_chain.deals()[id]))
                readDeal(id);
        return std::move(m_result);
    }

private:
    [[nodiscard]] bool isMoney() const noexcept { return m_options.mode == FlowMode::Money; }
    [[nodiscard]] bool isWanted(const Deal& deal) const;
    [[nodiscard]] Figure figureIn(Period period) const
    {
        return isMoney() ? m_reader.money(period) : m_reader.capacity(period);
    }
    void readDeal(DealId id);
    void readOutside();

    const Chain& m_chain;
    const FigureOptions& m_options;
    LayerNumber m_layer;
    AssumedPart m_assumed;
    DealReader m_reader;
    FlowDeals m_result;
};

bool FlowDealReader::isWanted(const Deal& deal) const
{
    const DealClass dealClass = m_chain.classOf(deal);
    if (dealClass == DealClass::Contingent)
        return isMoney() && m_options.withGuarantees;
    return dealClass != DealClass::Control &&
           (isMoney() || (dealClass == DealClass::Trade && m_chain.layerOf(deal.supplier) == m_layer));
}

void FlowDealReader::readDeal(DealId id)
{
    m_reader.moveTo(id);
    const bool isGuarantee = m_chain.classOf(m_chain.deals()[id]) == DealClass::Contingent;
    if (!isGuarantee)
        readOutside();
    const Figure figure = figureIn(m_options.period);
    if (figure.value <= 0 && figure.undisclosed == 0)
        return;
    const std::int64_t amount = std::max<std::int64_t>(figure.value, 0);
    std::int64_t assumed = 0;
    if (!isGuarantee)
        assumed = isMoney() ? m_assumed.money(id, m_options.period, amount)
                            : m_assumed.capacity(id, m_options.period, amount);
    m_result.moving.push_back({id, figure, assumed});
}

/// What of the deal lies in no quarter or year.
void FlowDealReader::readOutside()
{
    if (m_options.period.kind != PeriodKind::Year && m_options.period.kind != PeriodKind::Quarter)
        return;
    const std::int64_t undated = figureIn(kUnscheduled).value;
    m_result.undatedAmount += undated;
    m_result.undated += undated > 0 ? 1 : 0;
    const std::int64_t later = figureIn(kLater).value;
    m_result.laterAmount += later;
    m_result.later += later > 0 ? 1 : 0;
}

void append(FlowDeals& all, FlowDeals&& more)
{
    all.moving.insert(all.moving.end(), more.moving.begin(), more.moving.end());
    all.undated += more.undated;
    all.undatedAmount += more.undatedAmount;
    all.later += more.later;
    all.laterAmount += more.laterAmount;
}

} // namespace

FlowDeals flowDealsOf(const Chain& chain, const Rollups& rollups, const FigureOptions& options, LayerNumber layer)
{
    const auto rows = static_cast<std::uint32_t>(chain.slotCount(Table::Deals));
    FlowDealReader reader(chain, rollups, options, layer);
    if (rows < kManyFlowDeals || std::thread::hardware_concurrency() < 2)
        return reader.read(0, rows);
    FlowDealReader other(chain, rollups, options, layer);
    auto second = std::async(std::launch::async, [&] { return other.read(rows / 2, rows); });
    FlowDeals all = reader.read(0, rows / 2);
    append(all, second.get());
    return all;
}

} // namespace ochain
