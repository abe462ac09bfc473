// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/figure_parts.h"
#include "figures/money_figure.h"

#include <vector>

namespace ochain {

/// Who a group's revenue comes from, each company with all that belongs to it.
class MoneyCustomers {
public:
    /// @param isMember  of the group; all must outlive it
    MoneyCustomers(const Chain& chain, const Rollups& rollups, const FigureOptions& options,
                   const std::vector<bool>& isMember)
        : m_chain(chain), m_rollups(rollups), m_options(options), m_isMember(isMember)
    {}
    /// The largest of a period, then one for all others; their amounts add up to the revenue that is known of it.
    /// @param granularity  of the values of each: all quarters or years of the calendar
    [[nodiscard]] std::vector<CustomerPart> in(Period period, PeriodKind granularity, const MarkColours& colours) const;

private:
    struct Customer {
        NodeId company;
        std::vector<DealAmount> deals;
        std::int64_t amount = 0;
    };
    [[nodiscard]] std::vector<Customer> customersIn(Period period) const;
    [[nodiscard]] CustomerPart partOf(Customer customer, PeriodKind granularity) const;

    const Chain& m_chain;
    const Rollups& m_rollups;
    const FigureOptions& m_options;
    const std::vector<bool>& m_isMember;
};

} // namespace ochain
