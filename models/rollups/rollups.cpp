// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/rollups.h"

#include "chain/known_rows.h"
#include "rollups/deal_reader.h"
#include "rollups/group_figures.h"
#include "rollups/rollup_state.h"
#include "rollups/rollup_update.h"
#include "rollups/touched.h"

#include <utility>

namespace ochain {

Rollups::Rollups() : m_state(std::make_unique<RollupState>())
{}
Rollups::Rollups(const Rollups& other) : m_state(std::make_unique<RollupState>(*other.m_state))
{}
Rollups& Rollups::operator=(const Rollups& other)
{
    return *this = Rollups(other);
}
Rollups::~Rollups() = default;
Rollups::Rollups(Rollups&&) noexcept = default;
Rollups& Rollups::operator=(Rollups&&) noexcept = default;

bool Rollups::compute(const Chain& chain, const Lens& lens, const Progress& progress)
{
    return m_state->compute(chain, lens, progress);
}

tl::expected<Changed, Problems> Rollups::apply(Chain& chain, Edit edit)
{
    return RollupUpdate(*m_state, chain).run(std::move(edit));
}

Touched Rollups::touchedBy(const Chain& chain, const Edit& edit) const
{
    const std::scoped_lock lock(m_state->readingBook);
    return findTouched(chain, m_state->lens, m_state->readersBook, edit);
}

const Lens& Rollups::lens() const noexcept
{
    return m_state->lens;
}

const Calendar& Rollups::calendar() const noexcept
{
    return m_state->calendar;
}

const RollupStats& Rollups::lastStats() const noexcept
{
    return m_state->stats;
}

Figure Rollups::figure(Group group, Measure measure, LayerNumber layer, Period period) const
{
    return GroupFigures(*m_state).figure(group, measure, layer, period);
}

std::vector<Figure> Rollups::figures(Group group, Measure measure, LayerNumber layer, PeriodKind granularity) const
{
    return GroupFigures(*m_state).figures(group, measure, layer, granularity);
}

std::optional<BindingFigure> Rollups::binding(Group group, Period period) const
{
    return GroupFigures(*m_state).binding(group, period);
}

Hidden Rollups::hidden(Group group, Measure measure, LayerNumber layer, Period period) const
{
    return GroupFigures(*m_state).hidden(group, measure, layer, period);
}

bool Rollups::has(Group group, Measure measure, LayerNumber layer) const
{
    return GroupFigures(*m_state).has(group, measure, layer);
}

void Rollups::schedule(const Chain& chain, DealId deal, Schedule& out) const
{
    const std::scoped_lock lock(m_state->readingBook);
    Scheduler(chain, m_state->lens, m_state->calendar, m_state->readersBook).schedule(deal, out);
}

DealFigures Rollups::deal(const Chain& chain, DealId deal) const
{
    Schedule schedule;
    this->schedule(chain, deal, schedule);
    return {schedule.counts, schedule.hasMoney, schedule.hasCapacity, schedule.layer};
}

bool Rollups::counts(const Chain& chain, DealId deal) const
{
    if (m_state->lens.commitments != Commitments::All)
        return this->deal(chain, deal).counts;
    return countsUnder(chain, m_state->lens, knownDeal(chain, deal, m_state->lens.knownAsOf));
}

Figure Rollups::dealMoney(const Chain& chain, DealId deal, Period period) const
{
    return DealReader(chain, *this, deal).money(period);
}

Figure Rollups::dealCapacity(const Chain& chain, DealId deal, Period period) const
{
    return DealReader(chain, *this, deal).capacity(period);
}

std::vector<Figure> Rollups::dealMoney(const Chain& chain, DealId deal, PeriodKind granularity) const
{
    return DealReader(chain, *this, deal).money(granularity);
}

std::vector<Figure> Rollups::dealCapacity(const Chain& chain, DealId deal, PeriodKind granularity) const
{
    return DealReader(chain, *this, deal).capacity(granularity);
}

std::size_t Rollups::memory() const noexcept
{
    return sizeof(RollupState) + m_state->store.memory();
}

} // namespace ochain
