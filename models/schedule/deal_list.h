// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "schedule/schedule.h"

#include <cstdint>
#include <vector>

namespace ochain {

/// What counts of many deals under a lens, packed tightly for a full computation: it is read in the order of deals once
/// and in the order of their suppliers and customers twice, where each deal costs one look into memory. Deals that need
/// more than their pieces, for a formula or because they hide an amount, are only named.
class DealList {
public:
    /// A piece of a deal; a deal has one at least.
    struct Piece {
        Cents value;
        Kilowatts capacity; ///< of a deal only named, where every byte counts, the number of its id
        Day starts = kNoDay;
        Day ends = kNoDay;
        LayerNumber layer;
        DealClass dealClass = DealClass::Trade;
        Profile profile = Profile::None;
        std::int8_t sign = 1;
        bool isLast : 1;  ///< of its deal
        bool isNamed : 1; ///< the deal is only named
    };

    void reserve(std::size_t pieces) { m_pieces.reserve(pieces); }
    /// Adds a deal that counts. @return where its pieces start
    [[nodiscard]] std::uint32_t add(DealId deal, const Schedule& schedule);
    /// The pieces from here on, up to the one that is the last.
    [[nodiscard]] const Piece* at(std::uint32_t place) const noexcept { return &m_pieces[place]; }

private:
    std::vector<Piece> m_pieces;
};

} // namespace ochain
