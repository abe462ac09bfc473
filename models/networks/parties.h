// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <cstdint>
#include <vector>

namespace ochain {

/// Who somebody is when firms are looked at: the outermost company around a node that trades itself, with all that lies
/// in it. What only owns is nobody's customer, so that OpenAI is the Group and not the foundation above it. Remembers
/// whom it has looked at, as the deals of one company may be many. The chain must outlive it and stay as it is.
class Parties {
public:
    explicit Parties(const Chain& chain) : Parties(chain, {}) {}
    /// @param isMember  of the group looked at, which is around nobody; empty: no group is
    Parties(const Chain& chain, std::vector<bool> isMember);

    /// Not for members of the group looked at.
    [[nodiscard]] NodeId of(NodeId node);

private:
    enum class Trades : std::uint8_t { Unknown, No, Yes };
    bool isTrading(NodeId node);

    const Chain& m_chain;
    std::vector<bool> m_isMember;
    std::vector<Trades> m_trades; ///< by node
};

} // namespace ochain
