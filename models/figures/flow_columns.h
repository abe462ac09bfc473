// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/figure_parts.h"

namespace ochain {

/// Which column of the flow a node stands in. Every root has one column, or several where its sub-tiers trade with each
/// other: then each sub-tier stands left of those it supplies. What belongs to a company of an earlier root (its
/// products, its platforms) stands in the first column of its root, left of who buys it. Follows from the deals as they
/// are entered, whatever the lens and the period, so that nothing changes its column as time moves.
class FlowColumns {
public:
    explicit FlowColumns(const Chain& chain);

    [[nodiscard]] int of(TierId tier) const { return m_columnOfTier[tier.value]; }
    [[nodiscard]] int of(NodeId node) const { return m_columnOfNode[node.value]; }
    [[nodiscard]] int count() const noexcept { return m_count; }
    /// The column of those who buy from a column without standing right of it: the last of the next root.
    [[nodiscard]] int buyersOf(int column) const;
    /// A tier's stage: the root or the child of a root it lies in. Headings are made of stages.
    [[nodiscard]] TierId stageOf(TierId tier) const;
    /// What a column is called by the stages of what stands in it: their root where that is one column wide, else
    /// themselves.
    [[nodiscard]] QString heading(const std::vector<TierId>& stages) const;

private:
    void layRoot(TierId root, const std::vector<std::vector<bool>>& trades);
    void layNodes();
    [[nodiscard]] NodeId topOf(NodeId node) const;

    const Chain& m_chain;
    std::vector<int> m_columnOfTier;
    std::vector<int> m_columnOfNode;
    std::vector<int> m_firstOfRoot; ///< by tier: first and last column of roots
    std::vector<int> m_lastOfRoot;
    int m_count = 0;
};

} // namespace ochain
