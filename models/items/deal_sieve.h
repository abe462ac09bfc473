// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/deal_filter.h"

#include <optional>
#include <vector>

namespace ochain {

/// What shall be seen of the deals, and in which order.
struct DealsWanted {
    int column = -1; ///< to sort by; -1: in the order of entry
    Qt::SortOrder order = Qt::AscendingOrder;
    std::vector<FilterTerm> terms; ///< all have to hold
    std::optional<RowRef> only;    ///< and nothing but deals about this row: see DealsProxy::setOnly()

    [[nodiscard]] bool sortsAs(const DealsWanted& other) const
    {
        return column == other.column && (order == other.order || column < 0);
    }
    [[nodiscard]] bool showsAs(const DealsWanted& other) const { return terms == other.terms && only == other.only; }
    /// Whether the filter asks for figures of the lens's period.
    [[nodiscard]] bool asksForPeriod() const;
};

/// Which deals are shown, made ready for many of them.
class DealSieve {
public:
    /// @param keys  must outlive it
    /// @param goesOn  as of DealFilter
    DealSieve(const DealKeys& keys, const DealsWanted& wanted, const GoesOn& goesOn);

    [[nodiscard]] bool accepts(DealId deal) const;
    /// Whether an edit of this table may change more than the deals it touches.
    [[nodiscard]] bool dependsOn(Table table) const noexcept;
    /// Whether it lets everything through.
    [[nodiscard]] bool isEmpty() const noexcept { return m_filter.isEmpty() && !m_only; }

private:
    [[nodiscard]] bool isAbout(DealId deal, const Deal& row) const;

    const Chain* m_chain;
    DealFilter m_filter;
    std::optional<RowRef> m_only;
    std::vector<bool> m_nodes; ///< that the row stands for
};

} // namespace ochain
