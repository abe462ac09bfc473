// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/calendar.h"
#include "chain/progress.h"
#include "rollups/snapshot.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace ochain {

/// What a trade deal of a profile other than none supplies at a period's end, under the lens of a snapshot.
struct SupplyLink {
    DealId deal;
    NodeId supplier;
    LayerNumber layer; ///< of the supplier
    Kilowatts contracted{0};
    Kilowatts unscheduled{0};      ///< without the dates that it needs; of a total none, which has it already
    std::uint32_t undisclosed = 0; ///< 1 if it would stand then and has no capacity
};

/// Who supplies whom with capacity. A node stands for all that lies in it, as in the rollups: what it gets are the
/// deals that come in over its border and bind it (not those that reach a site inside it), what it gives those that go
/// out.
class SupplyLinks {
public:
    /// @param period  a year, a quarter or the total
    /// @return nothing if `progress` cancelled it
    [[nodiscard]] static std::optional<SupplyLinks> of(const Snapshot& snapshot, Period period,
                                                       const Progress& progress = {});

    [[nodiscard]] std::uint32_t nodeSlots() const noexcept { return static_cast<std::uint32_t>(m_given.size()); }
    /// Of a deal; nullptr if it supplies nothing and hides nothing.
    [[nodiscard]] const SupplyLink* find(DealId deal) const noexcept;
    /// Places in links() of what a node gets, by layer (those in no layer last), then by deal.
    [[nodiscard]] std::span<const std::uint32_t> into(NodeId node) const noexcept
    {
        return {m_into.data() + m_firstInto[node.value], m_firstInto[node.value + 1] - m_firstInto[node.value]};
    }
    [[nodiscard]] const std::vector<SupplyLink>& links() const noexcept { return m_links; } ///< by deal
    /// All that is contracted out of a node, whatever it is.
    [[nodiscard]] std::int64_t givenBy(NodeId node) const noexcept { return m_given[node.value]; }

private:
    void connect(const Chain& chain);

    std::vector<SupplyLink> m_links;
    std::vector<std::uint32_t> m_firstInto; ///< by node, one more than there are
    std::vector<std::uint32_t> m_into;
    std::vector<std::int64_t> m_given; ///< kW by node
};

/// Calls f(LayerNumber, std::span<const std::uint32_t>) for each layer of which a node gets something. What lies in no
/// layer never binds and is left out.
template <class F>
void forEachLayerInto(const SupplyLinks& supply, NodeId node, F&& f)
{
    const std::span<const std::uint32_t> all = supply.into(node);
    for (std::size_t first = 0; first < all.size();) {
        const LayerNumber layer = supply.links()[all[first]].layer;
        std::size_t end = first + 1;
        while (end < all.size() && supply.links()[all[end]].layer == layer)
            ++end;
        if (layer.isSet())
            f(layer, all.subspan(first, end - first));
        first = end;
    }
}

} // namespace ochain
