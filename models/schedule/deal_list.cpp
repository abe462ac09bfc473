// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schedule/deal_list.h"

namespace ochain {

std::uint32_t DealList::add(DealId deal, const Schedule& schedule)
{
    const auto place = static_cast<std::uint32_t>(m_pieces.size());
    Piece packed;
    packed.layer = schedule.layer;
    packed.dealClass = schedule.dealClass;
    packed.profile = schedule.profile;
    packed.isLast = false;
    packed.isNamed = schedule.lacksMoney || schedule.lacksCapacity || !schedule.formulaQuarters.empty();
    if (packed.isNamed || schedule.pieces.empty()) {
        if (packed.isNamed)
            packed.capacity.value = deal.value;
        m_pieces.push_back(packed);
    } else {
        for (const ochain::Piece& piece : schedule.pieces) {
            packed.value = piece.value;
            packed.capacity = piece.capacity;
            packed.starts = piece.starts;
            packed.ends = piece.ends;
            packed.sign = static_cast<std::int8_t>(piece.sign);
            m_pieces.push_back(packed);
        }
    }
    m_pieces.back().isLast = true;
    return place;
}

} // namespace ochain
