// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/site_power.h"

#include "rollups/deal_flows.h"
#include "rollups/deal_groups.h"
#include "schedule/formula_book.h"

#include <optional>

namespace ochain {

namespace {

constexpr std::int64_t kAllowedPercent = 105;

/// The layer with this key, if the chain has it.
std::optional<LayerNumber> layerNamed(const Chain& chain, std::string_view key)
{
    const TierId tier = chain.find<TierId>(key);
    const LayerNumber layer = tier.isSet() ? chain.layerOf(tier) : kNoLayer;
    return layer.isSet() && chain.tierOf(layer) == tier ? std::optional(layer) : std::nullopt;
}

/// Adds up what comes into one site after the other.
class Sites {
public:
    Sites(const Chain& chain, LayerNumber construction, LayerNumber power)
        : m_chain(chain), m_construction(construction), m_power(power), m_calendar(chain.calendar()),
          m_scheduler(chain, m_lens, m_calendar, m_book)
    {
        m_flows.reset(m_calendar);
    }

    [[nodiscard]] std::optional<ShortSite> look(NodeId site)
    {
        m_built.resize(m_calendar.quarters());
        m_fed.resize(m_calendar.quarters());
        m_hasPower = false;
        std::vector<NodeId> open{site};
        while (!open.empty()) {
            const NodeId node = open.back();
            open.pop_back();
            m_chain.forEachBought(node, [&](DealId id, const Deal& deal) {
                if (!isAtOrIn(m_chain.nodes(), deal.supplier, site))
                    add(id, deal);
            });
            m_chain.forEachChild(node, [&](NodeId child, const Node&) { open.push_back(child); });
        }
        return m_hasPower ? firstShortfall(site) : std::nullopt;
    }

private:
    void add(DealId id, const Deal& deal)
    {
        const LayerNumber layer = m_chain.layerOf(deal.supplier);
        if (layer != m_construction && layer != m_power)
            return;
        m_scheduler.schedule(id, m_schedule);
        if (!m_schedule.counts || m_schedule.dealClass != DealClass::Trade)
            return;
        m_flows.compute(m_schedule, m_calendar);
        const Flow& capacity = m_flows.capacity().flow;
        (layer == m_power ? m_fed : m_built).add(capacity, 1);
        m_hasPower = m_hasPower || (layer == m_power && capacity.total > 0);
    }

    [[nodiscard]] std::optional<ShortSite> firstShortfall(NodeId site) const
    {
        std::int64_t built = 0;
        std::int64_t fed = 0;
        for (Quarter q = 0; q < m_calendar.quarters(); ++q) {
            built += m_built.values()[q];
            fed += m_fed.values()[q];
            if (Wide{built} * 100 > Wide{fed} * kAllowedPercent)
                return ShortSite{
                    site, {PeriodKind::Quarter, m_calendar.firstYear() + q / 4, q % 4 + 1}, {built}, {fed}};
        }
        return std::nullopt;
    }

    const Chain& m_chain;
    LayerNumber m_construction, m_power;
    Calendar m_calendar;
    Lens m_lens{.megawatts = MegawattsOf::It};
    FormulaBook m_book;
    Scheduler m_scheduler;
    Schedule m_schedule;
    DealFlows m_flows;
    Flow m_built, m_fed;
    bool m_hasPower = false;
};

} // namespace

std::vector<ShortSite> shortSites(const Chain& chain)
{
    std::vector<ShortSite> found;
    const std::optional<LayerNumber> construction = layerNamed(chain, "construction");
    const std::optional<LayerNumber> power = layerNamed(chain, "power");
    if (!construction || !power)
        return found;
    Sites sites(chain, *construction, *power);
    for (const std::uint32_t row : chain.inOrder(Table::Nodes))
        if (isSite(chain, NodeId{row}))
            if (const std::optional<ShortSite> site = sites.look(NodeId{row}))
                found.push_back(*site);
    return found;
}

} // namespace ochain
