// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/figure_parts.h"

namespace ochain {

/// Which column of the flow a tier stands in. Every root has one, or several where its sub-tiers trade with each other:
/// then each sub-tier stands left of those it supplies, as far right as that allows. Follows from the deals as they are
/// entered, whatever the lens and the period, so that nothing changes its column as time moves.
class FlowColumns {
public:
    explicit FlowColumns(const Chain& chain);

    [[nodiscard]] int of(TierId tier) const { return m_columnOfTier[tier.value]; }
    [[nodiscard]] int of(NodeId node) const { return of(m_chain.nodes()[node].tier); }
    [[nodiscard]] int count() const noexcept { return m_count; }
    /// A tier's stage: the root or the child of a root it lies in. Headings are made of stages.
    [[nodiscard]] TierId stageOf(TierId tier) const;
    /// What stands in a column, from the stages that have something there.
    [[nodiscard]] QString heading(int column, const std::vector<TierId>& stages, Language language) const;

private:
    void layRoot(TierId root, const std::vector<std::vector<bool>>& trades);

    const Chain& m_chain;
    std::vector<int> m_columnOfTier;
    std::vector<bool> m_isSplit; ///< roots of several columns, by tier
    int m_count = 0;
};

} // namespace ochain
