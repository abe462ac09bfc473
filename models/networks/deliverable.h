// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/supply_links.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ochain {

/// One layer of which a node is supplied with capacity.
struct DeliverableLayer {
    NodeId node;
    LayerNumber layer;
    Kilowatts contracted{0};
    Kilowatts supportable{0}; ///< of the node: the least of what its layers deliver
    Kilowatts delivered{0};   ///< of this layer: at most what is contracted
    bool binds = false;       ///< it delivers least; of equals the first in tier order
};

/// What of a layer that supplies a node cannot be reckoned with.
struct MissingSupply {
    NodeId node;
    LayerNumber layer;
    Kilowatts unscheduled{0};      ///< contracted without dates
    std::uint32_t undisclosed = 0; ///< deals without a capacity
};

/// A step of the critical chain, from the node asked for upstream.
struct CriticalStep {
    NodeId node;
    LayerNumber layer;         ///< that binds it; kNoLayer: nothing does, and the chain ends here
    std::vector<DealId> deals; ///< of that layer from the node of the next step
};

/// What can be delivered of all that is contracted (data/README.md, section 8): proportional rationing along the chain,
/// after Leontief: of its layers a node needs all alike, and what it cannot support falls on all it supplies in
/// proportion. Under the lens of a snapshot, at a period's end.
class DeliverableCapacity {
public:
    /// @param period  a year, a quarter or the total; outside the calendar nothing stands
    /// @return nothing if `progress` cancelled it
    [[nodiscard]] static std::optional<DeliverableCapacity> compute(const Snapshot& snapshot, Period period,
                                                                    const Progress& progress = {});

    /// The layers that supply a node, in tier order; none: nothing constrains it.
    [[nodiscard]] std::vector<DeliverableLayer> layersOf(NodeId node) const;
    /// What is missing in them, or in layers that have nothing else; in tier order.
    [[nodiscard]] std::vector<MissingSupply> missingOf(NodeId node) const;
    /// The least that its layers deliver; nothing if no layer supplies it.
    [[nodiscard]] std::optional<Kilowatts> supportable(NodeId node) const noexcept;
    [[nodiscard]] Kilowatts contracted(DealId deal) const noexcept; ///< 0 of a deal that is not of capacity
    [[nodiscard]] Kilowatts delivered(DealId deal) const noexcept;
    /// The node, then in each step the supplier that falls most short in the layer that binds. Where none falls short
    /// the layer is all that was contracted: the chain ends with the greatest supplier. Nobody is in it twice.
    [[nodiscard]] std::vector<CriticalStep> criticalChain(NodeId node) const;
    /// A node and all that supply it through whom they supply, nearest first.
    [[nodiscard]] std::vector<NodeId> upstreamOf(NodeId node) const;

    /// How often the nodes that supply one another in a ring were gone through, at most of one such group; 1 without
    /// rings.
    [[nodiscard]] std::uint64_t sweeps() const noexcept { return m_sweeps; }
    /// By how much a node still fell in the last of them, in kW: below kSettledKilowatts.
    [[nodiscard]] double residual() const noexcept { return m_residual; }

    static constexpr double kSettledKilowatts = 1e-3;

private:
    explicit DeliverableCapacity(SupplyLinks supply);
    bool settle(const std::vector<std::vector<std::uint32_t>>& components, const Progress& progress);
    double evaluate(NodeId node);
    [[nodiscard]] double deliveredBy(const SupplyLink& link) const noexcept
    {
        return static_cast<double>(link.contracted.value) * m_share[link.supplier.value];
    }
    [[nodiscard]] NodeId weakestSupplier(NodeId node, LayerNumber layer, bool& fallsShort) const;

    SupplyLinks m_supply;
    std::vector<double> m_supportable; ///< kW by node; infinite: nothing constrains it
    std::vector<double> m_share;       ///< by node, of what is contracted out of it: 0 to 1
    std::uint64_t m_sweeps = 1;
    double m_residual = 0;
};

} // namespace ochain
