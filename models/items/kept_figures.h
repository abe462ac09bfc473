// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "items/deals_model.h"
#include "items/keyed_rows.h"
#include "rollups/deal_reader.h"
#include "rollups/snapshot.h"

#include <cstdint>
#include <vector>

namespace ochain {

/// The figures of all deals in the period of the lens, which take a schedule each: kept from when sorting or a filter
/// first asks for all of them, and kept right edit by edit.
class KeptFigures {
public:
    explicit KeptFigures(const Document& document);

    /// Works out those of all deals, unless they are kept. @return false: it gave up, and none are kept
    [[nodiscard]] bool make(const GoesOn& goesOn);
    /// The number a deal sorts by in a column of the period (kAbsentKey: nobody gave an amount).
    [[nodiscard]] std::int64_t of(DealId deal, DealsModel::Column column) const;
    /// An edit may have moved those of a deal, or of any deal; or the lens is another one.
    void follow(DealId deal);
    void forget();

private:
    struct Figures {
        std::int64_t money = 0;
        std::int64_t capacity = 0;
        std::int64_t difference = kAbsentKey; ///< of money; absent while nothing is compared
    };
    [[nodiscard]] Figures figuresOf(const DealReader& reader, DealId deal) const;
    void takeOther();
    [[nodiscard]] bool fill(std::uint32_t first, std::uint32_t end, const GoesOn& goesOn);

    const Document& m_document;
    Period m_period;                ///< a copy: the lens may change while another thread reads
    SharedSnapshot m_other;         ///< what is compared with, likewise; null: nothing
    Period m_against;               ///< its period
    std::vector<Figures> m_figures; ///< by deal; empty: they are not kept
};

} // namespace ochain
