// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/deal_flows.h"

#include "rollups/piece_flow.h"

#include <algorithm>

namespace ochain {

void DealFlows::reset(const Calendar& calendar)
{
    m_class = DealClass::Trade;
    m_layer = kNoLayer;
    m_counts = {};
    m_money.clear();
    m_capacity.clear();
    m_money.flow.resize(calendar.quarters());
    m_capacity.flow.resize(calendar.quarters());
}

std::int32_t countIn(const DealCounts& counts, Measure measure) noexcept
{
    switch (measure) {
    case Measure::Deals:
        return counts.deals;
    case Measure::DealsUndisclosedMoney:
        return counts.lacksMoney;
    case Measure::DealsUndisclosedCapacity:
        return counts.lacksCapacity;
    default:
        return 0;
    }
}

Measure moneyMeasure(DealClass dealClass, Side side) noexcept
{
    const bool isTrade = dealClass == DealClass::Trade;
    const bool isGuarantee = dealClass == DealClass::Contingent;
    switch (side) {
    case Side::Outbound:
        return isTrade ? Measure::Revenue : isGuarantee ? Measure::GuaranteedOut : Measure::CapitalOut;
    case Side::Inbound:
    case Side::InboundAtSite:
        return isTrade ? Measure::Spend : isGuarantee ? Measure::GuaranteedIn : Measure::CapitalIn;
    case Side::Internal:
        break;
    }
    return isTrade ? Measure::InternalTrade : Measure::InternalCapital;
}

void DealFlows::compute(const Schedule& schedule, const Calendar& calendar)
{
    m_money.clear();
    m_capacity.clear();
    m_counts = {};
    m_class = schedule.dealClass;
    m_layer = schedule.layer;
    if (!schedule.counts)
        return;
    m_counts = {1, schedule.lacksMoney ? 1 : 0, schedule.lacksCapacity ? 1 : 0};
    for (const Piece& piece : schedule.pieces)
        addPiece(piece, m_class, m_money.flow, m_capacity.flow, calendar);
    for (std::size_t q = 0; q < schedule.formulaQuarters.size(); ++q) {
        const std::int64_t cents = schedule.formulaQuarters[q].value;
        if (cents == 0)
            continue;
        m_money.flow.add(static_cast<Quarter>(q), cents);
        m_money.flow.total += cents;
    }
    if (schedule.lacksMoney || schedule.lacksCapacity)
        addHidden(schedule, calendar);
}

void DealFlows::addHidden(const Schedule& schedule, const Calendar& calendar)
{
    const bool isUndated = schedule.starts == kNoDay && schedule.ends == kNoDay;
    const Quarter quarters = calendar.quarters();
    const Quarter first = schedule.starts == kNoDay ? -1 : calendar.quarterOf(schedule.starts);
    const Quarter last = schedule.ends == kNoDay ? quarters : calendar.quarterOf(schedule.ends - 1);
    const bool isLater = !calendar.isEmpty() && (first >= quarters || (schedule.ends != kNoDay && last >= quarters));
    const auto add = [&](HiddenCounts& hidden) {
        if (isUndated)
            hidden.addUndated(1);
        else
            hidden.addDeal(first, last, quarters, 1);
        if (isLater)
            hidden.addLater(1);
    };
    if (schedule.lacksMoney)
        add(m_money.hidden);
    if (schedule.lacksCapacity)
        add(m_capacity.hidden);
}

void DealFlows::subtract(const DealFlows& before)
{
    m_counts.add(before.m_counts, -1);
    m_money.add(before.m_money, -1);
    m_capacity.add(before.m_capacity, -1);
}

QuarterSpan stockSpan(const Flow& differences, Quarter quarters) noexcept
{
    QuarterSpan span;
    const QuarterSpan changes = differences.trimmed();
    std::int64_t standing = 0;
    for (Quarter q = changes.first; q <= changes.last; ++q) {
        standing += differences.values()[q];
        if (standing != 0)
            span.include(q);
    }
    if (standing != 0)
        span.include(quarters - 1);
    return span;
}

} // namespace ochain
