// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare_actions.h"

#include "items/cells.h"
#include "navigator.h"

namespace ochain {

namespace {

constexpr int kLookBack = 90; ///< days

} // namespace

OtherLens otherLens(const ViewLens& looked, Comparable with, Day now)
{
    const Day known = looked.lens.knownAsOf == kNoDay ? now : looked.lens.knownAsOf;
    OtherLens other{looked.lens, 0, looked.scenario};
    switch (with) {
    case Comparable::YearEnd:
        other.lens.knownAsOf = dayNumber(dateOf(known).year() - 1, 12, 31);
        break;
    case Comparable::NinetyDays:
        other.lens.knownAsOf = known - kLookBack;
        break;
    case Comparable::PeriodBefore:
        other.periodsBack = 1;
        break;
    case Comparable::Stated:
    case Comparable::Weighted:
    case Comparable::Firm:
        other.lens.basis = with == Comparable::Weighted ? FigureBasis::Weighted : FigureBasis::Headline;
        other.lens.commitments = with == Comparable::Firm ? Commitments::Firm : Commitments::All;
        break;
    case Comparable::Base:
        other.scenario = {};
        break;
    case Comparable::Held:
        break;
    }
    return other;
}

CompareActions::CompareActions(Navigator& navigator, QObject* parent) : QObject(parent), m_navigator(navigator)
{}

void CompareActions::setDocument(Document* document)
{
    m_document = document;
}

/// The same a second time ends it.
void CompareActions::compareWith(Comparable with)
{
    if (!m_document)
        return;
    if (isComparedWith(with))
        return stop();
    m_document->second().set(otherLens(m_document->lens(), with, today()));
}

bool CompareActions::isComparedWith(Comparable with) const
{
    return m_document && m_document->second().lens() == otherLens(m_document->lens(), with, today());
}

void CompareActions::swap()
{
    if (!m_document || !m_document->second().isOn())
        return;
    const ViewLens before = m_document->lens();
    const OtherLens other = *m_document->second().lens();
    const Period period = m_document->second().against(before.period).value_or(before.period);
    m_navigator.setLens({other.lens, period, other.scenario});
    if (m_document->lens().hasFiguresOf({other.lens, period, other.scenario})) // else they were not waited for
        m_document->second().set(OtherLens{before.lens, -other.periodsBack, before.scenario});
}

void CompareActions::stop()
{
    if (m_document)
        m_document->second().set({});
}

} // namespace ochain
