// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/deal_flows.h"

#include <algorithm>

namespace ochain {

void DealFlows::reset(const Calendar& calendar)
{
    m_class = DealClass::Trade;
    m_layer = 0;
    m_counts = {};
    m_money.clear();
    m_capacity.clear();
    m_money.flow.resize(calendar.quarters());
    m_capacity.flow.resize(calendar.quarters());
}

Measure DealFlows::moneyMeasure(Side side) const noexcept
{
    const bool isTrade = m_class == DealClass::Trade;
    switch (side) {
    case Side::Outbound:
        return isTrade ? Measure::Revenue : Measure::CapitalOut;
    case Side::Inbound:
        return isTrade ? Measure::Spend : Measure::CapitalIn;
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
    for (const Piece& piece : schedule.pieces) {
        if (piece.value != kAbsent)
            addMoney(piece, calendar);
        if (piece.capacity == kAbsent)
            continue;
        m_capacity.flow.total += piece.sign * piece.capacity;
        if (!piece.hasCapacityDates())
            m_capacity.flow.unscheduled += piece.sign * piece.capacity;
        else if (piece.profile == Profile::Term)
            addTerm(piece, calendar);
        else
            addDeployed(piece, calendar);
    }
    for (std::size_t q = 0; q < schedule.formulaQuarters.size(); ++q) {
        if (schedule.formulaQuarters[q] == 0)
            continue;
        m_money.flow.add(static_cast<Quarter>(q), schedule.formulaQuarters[q]);
        m_money.flow.total += schedule.formulaQuarters[q];
    }
    if (schedule.lacksMoney || schedule.lacksCapacity)
        addHidden(schedule, calendar);
}

/// Money that moves outside the calendar stays in the total and in no quarter.
void DealFlows::addMoney(const Piece& piece, const Calendar& calendar)
{
    Flow& flow = m_money.flow;
    flow.total += piece.sign * piece.value;
    if (!piece.hasMoneyDates()) {
        flow.unscheduled += piece.sign * piece.value;
        return;
    }
    const QuarterSpan span{std::max<Quarter>(0, calendar.quarterOf(piece.starts)),
                           std::min<Quarter>(calendar.quarters() - 1, calendar.quarterOf(piece.ends - 1))};
    if (span.isEmpty() || piece.value == 0)
        return;
    std::int64_t* const values = flow.room(span);
    const Day* const bounds = calendar.bounds().data();
    const Accrual accrual(piece.value, piece.starts, piece.ends);
    std::int64_t before = piece.starts < bounds[span.first] ? accrual.by(bounds[span.first]) : 0;
    for (Quarter q = span.first; q <= span.last; ++q) {
        const std::int64_t after = bounds[q + 1] < piece.ends ? accrual.by(bounds[q + 1]) : piece.value;
        values[q] += piece.sign * (after - before);
        before = after;
    }
}

/// What stood before the calendar stands from its first quarter on.
void DealFlows::addDeployed(const Piece& piece, const Calendar& calendar)
{
    if (calendar.isEmpty() || piece.capacity == 0)
        return;
    const QuarterSpan span{std::max<Quarter>(0, calendar.quarterOf(piece.starts)),
                           std::clamp<Quarter>(calendar.quarterOf(piece.ends - 1), 0, calendar.quarters() - 1)};
    if (span.isEmpty())
        return;
    std::int64_t* const values = m_capacity.flow.room(span);
    const Day* const bounds = calendar.bounds().data();
    const Accrual accrual(piece.capacity, piece.starts, piece.ends);
    std::int64_t before = 0;
    for (Quarter q = span.first; q <= span.last; ++q) {
        const std::int64_t after = bounds[q + 1] < piece.ends ? accrual.by(bounds[q + 1]) : piece.capacity;
        values[q] += piece.sign * (after - before);
        before = after;
    }
}

/// A quarter reads what stands on its last day: the start's quarter is the first that has it, that of the day after the
/// last the first that has not.
void DealFlows::addTerm(const Piece& piece, const Calendar& calendar)
{
    const Quarter from = std::max<Quarter>(0, calendar.quarterOf(piece.starts));
    const Quarter until =
        piece.ends == kNoDay ? calendar.quarters() : std::max<Quarter>(0, calendar.quarterOf(piece.ends));
    if (from >= until || piece.capacity == 0)
        return;
    m_capacity.flow.add(from, piece.sign * piece.capacity);
    if (until < calendar.quarters())
        m_capacity.flow.add(until, -piece.sign * piece.capacity);
}

void DealFlows::addHidden(const Schedule& schedule, const Calendar& calendar)
{
    const bool isUndated = schedule.starts == kNoDay && schedule.ends == kNoDay;
    const Quarter quarters = calendar.quarters();
    const Quarter first = schedule.starts == kNoDay ? -1 : calendar.quarterOf(schedule.starts);
    const Quarter last = schedule.ends == kNoDay ? quarters : calendar.quarterOf(schedule.ends - 1);
    const auto add = [&](HiddenCounts& hidden) {
        if (isUndated)
            hidden.addUndated(1);
        else
            hidden.addDeal(first, last, quarters, 1);
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
