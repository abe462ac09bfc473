// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/second_lens.h"

#include "scenarios/overridden.h"

#include <utility>

namespace ochain {

namespace {

/// What the rules refuse of a scenario is not overridden, as in what is viewed.
SharedSnapshot withScenario(Snapshot base, ScenarioId scenario)
{
    tl::expected<Snapshot, Problems> overridden = under(base, overridesOf(base.chain, scenario));
    return std::make_shared<const Snapshot>(overridden ? std::move(*overridden) : std::move(base));
}

/// A snapshot of the base under another lens and scenario; null if it was cancelled.
SharedSnapshot snapshotUnder(const Chain& chain, const OtherLens& other, const Progress& progress = {})
{
    Snapshot snapshot{chain, {}};
    if (!snapshot.rollups.compute(snapshot.chain, other.lens, progress))
        return {};
    return withScenario(std::move(snapshot), other.scenario);
}

} // namespace

std::optional<Period> periodBefore(Period period, int back, const Calendar& calendar)
{
    if (back == 0)
        return period;
    if (calendar.isEmpty())
        return std::nullopt;
    if (period.kind == PeriodKind::Year) {
        period.year -= back;
    } else if (period.kind == PeriodKind::Quarter) {
        const int quarters = period.year * 4 + period.quarter - 1 - back;
        period = {PeriodKind::Quarter, quarters / 4, quarters % 4 + 1};
    } else {
        return std::nullopt;
    }
    const bool isCovered = period.year >= calendar.firstYear() && period.year <= calendar.lastYear();
    return isCovered ? std::optional(period) : std::nullopt;
}

SecondLens::SecondLens(const Document& document)
    : m_document(document), m_work(document, BesideWork<SharedSnapshot>::Of::Base)
{
    connect(&document, &Document::changed, this, &SecondLens::follow);
}

void SecondLens::set(const std::optional<OtherLens>& lens)
{
    if (lens == m_lens)
        return;
    m_lens = lens;
    m_work.cancel();
    m_snapshot.reset();
    emit changed();
}

std::optional<Period> SecondLens::against(Period period) const
{
    return m_lens ? periodBefore(period, m_lens->periodsBack, m_document.rollups().calendar()) : std::nullopt;
}

bool SecondLens::isOfPeriodAlone() const
{
    const ViewLens& looked = m_document.lens();
    return m_lens && m_lens->lens == looked.lens && m_lens->scenario == looked.scenario && !m_document.isTrying();
}

bool SecondLens::isCurrent() const
{
    return m_snapshot && m_revision == m_document.chain().revision();
}

SharedSnapshot SecondLens::keep(SharedSnapshot made)
{
    m_revision = m_document.chain().revision();
    return m_snapshot = std::move(made);
}

SharedSnapshot SecondLens::snapshot()
{
    if (!m_lens)
        return {};
    if (isCurrent())
        return m_snapshot;
    if (m_lens->lens == m_document.rollups().lens())
        return keep(withScenario(*m_document.snapshot(), m_lens->scenario));
    if (m_document.chain().deals().size() <= m_mostAtOnce)
        return keep(snapshotUnder(m_document.chain(), *m_lens));
    if (!m_work.isWanted())
        m_work.start(
            [other = *m_lens](const Snapshot& now, const Progress& progress) -> std::optional<SharedSnapshot> {
                SharedSnapshot made = snapshotUnder(now.chain, other, progress);
                return made ? std::optional(std::move(made)) : std::nullopt;
            },
            [this](SharedSnapshot made) {
                keep(std::move(made));
                emit changed();
            });
    return {};
}

/// An edit goes into the other figures as it went into those of the window; where it does not, or a scenario stands
/// over them, they are made anew.
void SecondLens::follow(const Changed& change)
{
    if (!m_lens)
        return;
    if (m_lens->scenario.isSet() && !m_document.chain().scenarios().isAlive(m_lens->scenario)) {
        m_lens->scenario = {};
        m_snapshot.reset();
        emit changed();
        return;
    }
    if (!m_snapshot)
        return;
    auto next = std::make_shared<Snapshot>(*m_snapshot);
    m_snapshot.reset(); // nobody else may hold it: then nothing has to be copied
    if (!m_lens->scenario.isSet() && next->rollups.apply(next->chain, change.edit))
        keep(std::move(next));
}

} // namespace ochain
