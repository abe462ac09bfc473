// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/deal_reader.h"

#include "rollups/period_figure.h"

namespace ochain {

namespace {

Figure figureOf(const Tally& tally, Measure measure, const Calendar& calendar, Period period)
{
    if (isOutside(calendar, period))
        return {};
    return figureOf(measure, recipeOf(measure), std::array<SeriesReader, 4>{SeriesReader(tally)}, period.kind,
                    spanOf(calendar, period));
}

std::vector<Figure> figuresOf(const Tally& tally, Measure measure, const Calendar& calendar, PeriodKind granularity)
{
    std::vector<Figure> figures;
    const std::vector<QuarterSpan> spans = spansOf(calendar, granularity);
    figures.reserve(spans.size());
    const std::array<PrefixReader, 4> readers{PrefixReader(SeriesReader(tally), calendar.quarters())};
    for (const QuarterSpan span : spans)
        figures.push_back(figureOf(measure, recipeOf(measure), readers, granularity, span));
    return figures;
}

} // namespace

DealReader::DealReader(const Chain& chain, const Rollups& rollups) : m_chain(chain), m_rollups(rollups)
{
    m_flows.reset(rollups.calendar());
}

DealReader::DealReader(const Chain& chain, const Rollups& rollups, DealId deal) : DealReader(chain, rollups)
{
    moveTo(deal);
}

DealReader::DealReader(const Chain& chain, const Rollups& rollups, const Lens& lens) : DealReader(chain, rollups)
{
    m_lens = lens;
}

void DealReader::moveTo(DealId deal)
{
    if (m_lens)
        Scheduler(m_chain, *m_lens, m_rollups.calendar(), m_book).schedule(deal, m_schedule);
    else
        m_rollups.schedule(m_chain, deal, m_schedule);
    m_flows.compute(m_schedule, m_rollups.calendar());
}

/// A guarantee stands, other money flows.
Measure DealReader::moneyMeasure() const noexcept
{
    return m_flows.dealClass() == DealClass::Contingent ? Measure::GuaranteedOut : Measure::Revenue;
}

Figure DealReader::money(Period period) const
{
    return figureOf(m_flows.money(), moneyMeasure(), m_rollups.calendar(), period);
}

Figure DealReader::capacity(Period period) const
{
    return figureOf(m_flows.capacity(), Measure::CapacityOut, m_rollups.calendar(), period);
}

std::vector<Figure> DealReader::money(PeriodKind granularity) const
{
    return figuresOf(m_flows.money(), moneyMeasure(), m_rollups.calendar(), granularity);
}

std::vector<Figure> DealReader::capacity(PeriodKind granularity) const
{
    return figuresOf(m_flows.capacity(), Measure::CapacityOut, m_rollups.calendar(), granularity);
}

} // namespace ochain
