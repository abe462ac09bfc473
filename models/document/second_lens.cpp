// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/second_lens.h"

#include <utility>

namespace ochain {

namespace {

/// A snapshot of the same chain under another lens; null if it was cancelled.
SharedSnapshot snapshotUnder(const Chain& chain, const Lens& lens, const Progress& progress = {})
{
    auto snapshot = std::make_shared<Snapshot>(Snapshot{chain, {}});
    return snapshot->rollups.compute(snapshot->chain, lens, progress) ? snapshot : SharedSnapshot();
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

SecondLens::SecondLens(const Document& document) : m_document(document), m_work(document)
{
    connect(&document, &Document::changed, this, &SecondLens::follow);
}

void SecondLens::set(const std::optional<OtherLens>& lens)
{
    if (lens == m_lens)
        return;
    m_lens = lens;
    m_work.cancel();
    if (!lens)
        m_snapshot.reset();
    emit changed();
}

std::optional<Period> SecondLens::against(Period period) const
{
    return m_lens ? periodBefore(period, m_lens->periodsBack, m_document.rollups().calendar()) : std::nullopt;
}

bool SecondLens::isCurrent() const
{
    return m_snapshot && m_snapshot->chain.revision() == m_document.chain().revision() &&
           m_snapshot->rollups.lens() == m_lens->lens;
}

SharedSnapshot SecondLens::snapshot()
{
    if (!m_lens)
        return {};
    if (isCurrent())
        return m_snapshot;
    if (m_lens->lens == m_document.rollups().lens())
        return m_snapshot = m_document.snapshot();
    if (m_document.chain().deals().size() <= m_mostAtOnce)
        return m_snapshot = snapshotUnder(m_document.chain(), m_lens->lens);
    if (!m_work.isWanted())
        m_work.start(
            [lens = m_lens->lens](const Snapshot& now, const Progress& progress) -> std::optional<SharedSnapshot> {
                SharedSnapshot made = snapshotUnder(now.chain, lens, progress);
                return made ? std::optional(std::move(made)) : std::nullopt;
            },
            [this](SharedSnapshot made) {
                m_snapshot = std::move(made);
                emit changed();
            });
    return {};
}

/// An edit goes into the other figures as it went into those of the window; where it does not, they are computed anew.
void SecondLens::follow(const Changed& change)
{
    if (!m_lens || !m_snapshot)
        return;
    auto next = std::make_shared<Snapshot>(*m_snapshot);
    m_snapshot.reset(); // nobody else may hold it: then nothing has to be copied
    if (next->rollups.apply(next->chain, change.edit))
        m_snapshot = std::move(next);
}

} // namespace ochain
