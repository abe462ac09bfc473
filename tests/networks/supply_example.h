// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/test_chain.h"
#include "networks/deliverable.h"
#include "rollups/snapshot.h"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace ochain::testing {

inline constexpr Period k2030{PeriodKind::Year, 2030, 0};

/// A chain with the layers power, chips and cloud, in which a deal in term stands from 2026 to 2035.
class SupplyExample {
public:
    SupplyExample() { m_chain.add(Table::Tiers, "power", {{tier_field::Ordinal, "0"}, {tier_field::Layer, "1"}}); }

    void node(const std::string& key, const std::string& tier, const std::string& parent = {},
              const std::string& kind = {})
    {
        m_chain.add(Table::Nodes, key,
                    {{node_field::Tier, tier}, {node_field::Parent, parent}, {node_field::Kind, kind}});
    }
    /// @param megawatts  empty: undisclosed
    void supply(const std::string& key, const std::string& supplier, const std::string& customer,
                const std::string& megawatts, const test::Texts& fields = {})
    {
        test::Texts all{{deal_field::Starts, "2026"}, {deal_field::Ends, "2035"}, {deal_field::CapacityMw, megawatts}};
        all.insert(all.end(), fields.begin(), fields.end());
        m_chain.deal(key, supplier, customer, "lease", all);
    }

    [[nodiscard]] Snapshot snapshot(const Lens& lens = {}) const
    {
        Snapshot snapshot{m_chain.chain, {}};
        snapshot.rollups.compute(snapshot.chain, lens);
        return snapshot;
    }
    [[nodiscard]] NodeId nodeId(const std::string& key) const { return m_chain.nodeId(key); }
    [[nodiscard]] DealId dealId(const std::string& key) const { return m_chain.dealId(key); }
    [[nodiscard]] test::TestChain& chain() noexcept { return m_chain; }

private:
    test::TestChain m_chain;
};

/// "cloud 300 of 400, binds" a line for each layer of a node, in MW; what is missing below it.
[[nodiscard]] inline std::string toldOf(const Chain& chain, const DeliverableCapacity& capacity, NodeId node)
{
    constexpr double kMegawatt = 1000;
    std::string text;
    const auto nameOf = [&chain](LayerNumber layer) { return chain.key({Table::Tiers, chain.tierOf(layer).value}); };
    for (const DeliverableLayer& line : capacity.layersOf(node))
        text +=
            fmt::format("{} {} of {}{}\n", nameOf(line.layer), static_cast<double>(line.delivered.value) / kMegawatt,
                        static_cast<double>(line.contracted.value) / kMegawatt, line.binds ? ", binds" : "");
    for (const MissingSupply& line : capacity.missingOf(node))
        text += fmt::format("{} without dates {}, undisclosed {}\n", nameOf(line.layer),
                            static_cast<double>(line.unscheduled.value) / kMegawatt, line.undisclosed);
    return text;
}

/// "openai, site, grid".
[[nodiscard]] inline std::string chainOf(const Chain& chain, const DeliverableCapacity& capacity, NodeId node)
{
    std::vector<std::string> keys;
    for (const CriticalStep& step : capacity.criticalChain(node))
        keys.emplace_back(chain.key({Table::Nodes, step.node.value}));
    return fmt::format("{}", fmt::join(keys, ", "));
}

} // namespace ochain::testing
