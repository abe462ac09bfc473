// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/figure_parts.h"
#include "document/names.h"

#include "figures/figure_words.h"
#include <limits>

#include <algorithm>

namespace ochain {

namespace {

struct DayRange {
    Day starts;
    Day ends;
};

/// First day of a year or quarter and the day after its last.
DayRange rangeOf(Period period)
{
    if (period.kind == PeriodKind::Year)
        return {dayNumber(period.year, 1, 1), dayNumber(period.year + 1, 1, 1)};
    const int month = (period.quarter - 1) * 3 + 1;
    return {dayNumber(period.year, month, 1),
            period.quarter == 4 ? dayNumber(period.year + 1, 1, 1) : dayNumber(period.year, month + 3, 1)};
}

bool hasDates(const Piece& piece)
{
    return piece.starts != kNoDay && piece.ends != kNoDay && piece.ends > piece.starts;
}

/// Whether a figure of all days is asked for, so that a piece counts as a whole or not at all.
bool isWhole(Period period)
{
    return period.kind == PeriodKind::Total || period.kind == PeriodKind::Unscheduled;
}

std::int64_t moneyOf(const Piece& piece, Period period, const Calendar& calendar)
{
    const std::int64_t cents = orZero(piece.value).value;
    if (cents == 0 || isWhole(period))
        return period.kind == PeriodKind::Total || !hasDates(piece) ? cents : 0;
    if (!hasDates(piece))
        return 0;
    if (period.kind == PeriodKind::Later)
        return calendar.isEmpty() ? 0 : cents - accrued(cents, piece.starts, piece.ends, calendar.ends());
    const DayRange range = rangeOf(period);
    return accrued(cents, piece.starts, piece.ends, range.ends) -
           accrued(cents, piece.starts, piece.ends, range.starts);
}

std::int64_t capacityOf(const Piece& piece, Period period, const Calendar& calendar)
{
    const std::int64_t kilowatts = orZero(piece.capacity).value;
    if (kilowatts == 0 || isWhole(period))
        return period.kind == PeriodKind::Total || !piece.hasCapacityDates() ? kilowatts : 0;
    if (!piece.hasCapacityDates())
        return 0;
    if (period.kind != PeriodKind::Later)
        return standing(piece, rangeOf(period).ends).value;
    if (calendar.isEmpty())
        return 0;
    if (piece.profile == Profile::Term)
        return piece.starts >= calendar.ends() ? kilowatts : 0;
    return kilowatts - accrued(kilowatts, piece.starts, piece.ends, calendar.ends());
}

template <class Part>
std::int64_t assumedSum(const Chain& chain, const Rollups& rollups, Schedule& schedule, DealId deal,
                        std::int64_t amount, Part&& part)
{
    if (chain.deals()[deal].basis == Basis::Assumed)
        return amount;
    scheduleDeal(chain, rollups.lens(), rollups.calendar(), deal, schedule);
    std::int64_t sum = 0;
    for (const Piece& piece : schedule.pieces)
        if (piece.basis == Basis::Assumed)
            sum += piece.sign * part(piece);
    return std::clamp<std::int64_t>(sum, 0, amount);
}

} // namespace

std::string nodeMark(const Chain& chain, NodeId node)
{
    return "node:" + std::string(chain.text(chain.nodes()[node].head.key));
}

std::string tierMark(const Chain& chain, TierId tier)
{
    return "tier:" + std::string(chain.text(chain.tiers()[tier].head.key));
}

std::optional<Group> groupNamed(const Chain& chain, const std::string& key)
{
    if (const NodeId node = chain.find<NodeId>(key); node.isSet())
        return Group::of(node);
    if (const TierId tier = chain.find<TierId>(key); tier.isSet())
        return Group::of(tier);
    return std::nullopt;
}

bool AssumedPart::mayHave(DealId deal, std::int64_t amount)
{
    if (amount <= 0 || !m_rollups.lens().withAssumed)
        return false;
    bool has = m_chain.deals()[deal].basis == Basis::Assumed;
    m_chain.forEachTranche(deal,
                           [&](TrancheId, const Tranche& tranche) { has = has || tranche.basis == Basis::Assumed; });
    return has;
}

std::int64_t AssumedPart::money(DealId deal, Period period, std::int64_t amount)
{
    if (!mayHave(deal, amount))
        return 0;
    return assumedSum(m_chain, m_rollups, m_schedule, deal, amount,
                      [&](const Piece& piece) { return moneyOf(piece, period, m_rollups.calendar()); });
}

std::int64_t AssumedPart::capacity(DealId deal, Period period, std::int64_t amount)
{
    if (!mayHave(deal, amount))
        return 0;
    return assumedSum(m_chain, m_rollups, m_schedule, deal, amount,
                      [&](const Piece& piece) { return capacityOf(piece, period, m_rollups.calendar()); });
}

QString dealsWords(std::size_t count)
{
    const auto number = static_cast<std::int64_t>(count); // %n would not group its digits
    const int form = static_cast<int>(std::min<std::int64_t>(number, std::numeric_limits<int>::max()));
    return FigureWords::tr("%1 deals", nullptr, form).arg(countText(number));
}

QString shortName(const Chain& chain, TierId tier)
{
    const QString name = nameOf(chain, tier);
    qsizetype end = name.indexOf(QLatin1Char(':'));
    if (end < 0)
        end = name.indexOf(QChar(0xFF1A)); // the colon of Chinese
    return end > 0 ? name.left(end).trimmed() : name;
}

QString inPeriod(Period period)
{
    switch (period.kind) {
    case PeriodKind::Total:
        return FigureWords::tr("in all");
    case PeriodKind::Unscheduled:
        return FigureWords::tr("without dates");
    case PeriodKind::Later:
        return FigureWords::tr("after the horizon");
    default:
        return FigureWords::tr("in %1").arg(periodText(period));
    }
}

QString atEndOf(Period period)
{
    if (isWhole(period) || period.kind == PeriodKind::Later)
        return inPeriod(period);
    return FigureWords::tr("at the end of %1").arg(periodText(period));
}

bool isKnownBySiteOnly(const Chain& chain, const Rollups& rollups, Group group, Period period)
{
    if (rollups.binding(group, period))
        return false;
    const std::vector<LayerNumber> layers = chain.layerNumbers();
    return std::any_of(layers.begin(), layers.end(), [&](LayerNumber layer) {
        return layer.isSet() && rollups.figure(group, Measure::CapacityIn, layer, period).value > 0;
    });
}

QString plainAmount(std::int64_t amount, Unit unit)
{
    const std::int64_t size = amount < 0 ? -amount : amount;
    const std::string text = unit == Unit::Money      ? formatUsd(Cents{size})
                             : unit == Unit::Capacity ? formatMegawatts(Kilowatts{size})
                                                      : std::to_string(size);
    return (amount < 0 ? QStringLiteral("-") : QString()) + toQString(text);
}

std::pair<std::size_t, std::size_t> seenYears(const std::vector<Period>& periods, const std::vector<bool>& hasAny,
                                              Period now)
{
    if (periods.empty() || std::find(hasAny.begin(), hasAny.end(), true) == hasAny.end())
        return {0, periods.empty() ? 0 : periods.size() - 1};
    int first = kMaxYear;
    int last = kMinYear;
    for (std::size_t at = 0; at < periods.size(); ++at)
        if (hasAny[at]) {
            first = std::min(first, periods[at].year - 1);
            last = std::max(last, periods[at].year + 1);
        }
    if (now.kind == PeriodKind::Year || now.kind == PeriodKind::Quarter) {
        first = std::min(first, now.year);
        last = std::max(last, now.year);
    }
    const auto isBefore = [](const Period& period, int year) { return period.year < year; };
    const auto begin = std::lower_bound(periods.begin(), periods.end(), first, isBefore);
    const auto end = std::lower_bound(periods.begin(), periods.end(), last + 1, isBefore);
    return {static_cast<std::size_t>(begin - periods.begin()), static_cast<std::size_t>(end - periods.begin()) - 1};
}

void sayNoSuchGroup(ChartHead& head, const std::string& key)
{
    head.title = FigureWords::tr("No group to show");
    head.emptyTitle = FigureWords::tr("There is no node or tier “%1” in this file.").arg(visibleText(key));
    head.emptyHint = FigureWords::tr("Choose another group above the picture, or select a company in the chain.");
}

} // namespace ochain
