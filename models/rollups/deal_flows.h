// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "rollups/measure.h"
#include "rollups/tally.h"
#include "schedule/schedule.h"

namespace ochain {

/// A series of a group: one stored measure, for capacities one layer of it.
struct SeriesKey {
    Measure measure = Measure::Revenue;
    LayerNumber layer; ///< kNoLayer too if the measure is the same in every layer
    auto operator<=>(const SeriesKey&) const noexcept = default;
};

/// On which side of a group's border a deal lies.
enum class Side : std::uint8_t {
    Outbound,      ///< only the supplier is in the group
    Inbound,       ///< only the customer is
    InboundAtSite, ///< so too, and the customer is a site inside the group or lies in one
    Internal,      ///< both are
};
[[nodiscard]] constexpr bool isInbound(Side side) noexcept
{
    return side == Side::Inbound || side == Side::InboundAtSite;
}

/// Where the money of a deal counts; not of control, nor of a guarantee that stays inside.
[[nodiscard]] Measure moneyMeasure(DealClass dealClass, Side side) noexcept;
/// Where the capacity of a trade deal counts that crosses a border.
[[nodiscard]] constexpr Measure capacityMeasure(Side side) noexcept
{
    return side == Side::Outbound ? Measure::CapacityOut : Measure::CapacityIn;
}

/// What a measure that counts deals counts of them; 0 of any other.
[[nodiscard]] std::int32_t countIn(const DealCounts& counts, Measure measure) noexcept;

/// What one deal adds to the groups it touches: its schedule turned into quarters.
class DealFlows {
public:
    /// Room for the quarters of a calendar; nothing added.
    void reset(const Calendar& calendar);
    /// Turns a schedule into quarters, in place of what was.
    void compute(const Schedule& schedule, const Calendar& calendar);
    /// Turns this into the change from `before` to it.
    void subtract(const DealFlows& before);

    [[nodiscard]] DealClass dealClass() const noexcept { return m_class; }
    [[nodiscard]] LayerNumber layer() const noexcept { return m_layer; }
    [[nodiscard]] const DealCounts& counts() const noexcept { return m_counts; }
    [[nodiscard]] const Tally& money() const noexcept { return m_money; }
    [[nodiscard]] const Tally& capacity() const noexcept { return m_capacity; }
    [[nodiscard]] bool isNothing() const noexcept
    {
        return m_counts == DealCounts{} && m_money.isZero() && m_capacity.isZero();
    }

    /// Calls f(SeriesKey, const Tally&) for each series of a group that the deal adds to from one side.
    template <class F>
    void forEachSeries(Side side, F&& f) const
    {
        if (m_class == DealClass::Control || (m_class == DealClass::Contingent && side == Side::Internal))
            return;
        f(SeriesKey{moneyMeasure(m_class, side), kNoLayer}, m_money);
        if (m_class != DealClass::Trade || side == Side::Internal)
            return;
        f(SeriesKey{capacityMeasure(side), m_layer}, m_capacity);
        if (side == Side::InboundAtSite)
            f(SeriesKey{Measure::SiteCapacityIn, m_layer}, m_capacity);
    }

private:
    void addHidden(const Schedule& schedule, const Calendar& calendar);

    DealClass m_class = DealClass::Trade;
    LayerNumber m_layer;
    DealCounts m_counts;
    Tally m_money;
    Tally m_capacity;
};

/// The quarters that a capacity changes in, given what is added and taken quarter by quarter.
[[nodiscard]] QuarterSpan stockSpan(const Flow& differences, Quarter quarters) noexcept;

} // namespace ochain
