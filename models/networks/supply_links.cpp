// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/supply_links.h"

#include "rollups/deal_groups.h"
#include "rollups/deal_reader.h"

#include <algorithm>
#include <utility>

namespace ochain {

namespace {

constexpr std::uint32_t kDealsBetweenWords = 4096; ///< to whoever follows the progress

SupplyLink linkOf(const DealReader& reader, DealId id, const Deal& deal, Period period)
{
    SupplyLink link;
    link.deal = id;
    link.supplier = deal.supplier;
    link.layer = reader.schedule().layer;
    const Figure standing = reader.capacity(period);
    link.contracted.value = std::max<std::int64_t>(0, standing.value);
    link.undisclosed = standing.undisclosed;
    if (period.kind != PeriodKind::Total)
        link.unscheduled.value = std::max<std::int64_t>(0, reader.capacity(kUnscheduled).value);
    return link;
}

} // namespace

std::optional<SupplyLinks> SupplyLinks::of(const Snapshot& snapshot, Period period, const Progress& progress)
{
    const Chain& chain = snapshot.chain;
    SupplyLinks supply;
    DealReader reader(chain, snapshot.rollups);
    const std::uint32_t slots = chain.slotCount(Table::Deals);
    for (std::uint32_t row = 0; row < slots; ++row) {
        if (progress && row % kDealsBetweenWords == 0 && !progress(static_cast<double>(row) / slots))
            return std::nullopt;
        const DealId id{row};
        if (!chain.isAlive({Table::Deals, row}))
            continue;
        const Deal& deal = chain.deals()[id];
        if (chain.classOf(deal) != DealClass::Trade)
            continue; // only trade has capacity
        reader.moveTo(id);
        const SupplyLink link = linkOf(reader, id, deal, period);
        if (link.contracted.value > 0 || link.unscheduled.value > 0 || link.undisclosed > 0)
            supply.m_links.push_back(link);
    }
    supply.connect(chain);
    return supply;
}

void SupplyLinks::connect(const Chain& chain)
{
    m_given.assign(chain.slotCount(Table::Nodes), 0);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> into; // node, place of the link
    for (std::uint32_t place = 0; place < m_links.size(); ++place) {
        const SupplyLink& link = m_links[place];
        forEachGroup(chain, link.supplier, chain.deals()[link.deal].customer, [&](Group group, Side side) {
            if (group.kind != Group::Kind::Node)
                return;
            if (side == Side::Outbound)
                m_given[group.row] += link.contracted.value;
            else if (side == Side::Inbound)
                into.emplace_back(group.row, place);
        });
    }
    std::sort(into.begin(), into.end(), [this](const auto& a, const auto& b) {
        return std::tuple(a.first, m_links[a.second].layer, a.second) <
               std::tuple(b.first, m_links[b.second].layer, b.second);
    });
    m_firstInto.assign(m_given.size() + 1, 0);
    for (const auto& [node, place] : into) {
        ++m_firstInto[node + 1];
        m_into.push_back(place);
    }
    for (std::size_t node = 0; node < m_given.size(); ++node)
        m_firstInto[node + 1] += m_firstInto[node];
}

const SupplyLink* SupplyLinks::find(DealId deal) const noexcept
{
    const auto found = std::lower_bound(m_links.begin(), m_links.end(), deal,
                                        [](const SupplyLink& link, DealId id) { return link.deal < id; });
    return found == m_links.end() || found->deal != deal ? nullptr : &*found;
}

} // namespace ochain
