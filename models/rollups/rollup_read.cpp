// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/rollups.h"
#include "rollups/rollups_private.h"
#include "rollups/series_reader.h"

#include <algorithm>
#include <array>

namespace ochain {

namespace {

/// The stored series a measure is made of, at most four, each with its sign in net, gap and funding.
struct Ingredient {
    Measure measure = Measure::Revenue;
    int sign = 1;
};
struct Recipe {
    std::array<Ingredient, 4> ingredients{};
    std::size_t count = 0;
};

Recipe recipeOf(Measure measure) noexcept
{
    switch (measure) {
    case Measure::Net:
        return {{{{Measure::Revenue, 1}, {Measure::Spend, -1}}}, 2};
    case Measure::Gap:
    case Measure::Funding:
        return {{{{Measure::Revenue, 1}, {Measure::CapitalIn, 1}, {Measure::Spend, -1}, {Measure::CapitalOut, -1}}}, 4};
    case Measure::Backlog:
        return {{{{Measure::Revenue, 1}}}, 1};
    case Measure::Binding:
    case Measure::Deals:
    case Measure::DealsUndisclosedMoney:
    case Measure::DealsUndisclosedCapacity:
        return {};
    case Measure::Revenue:
    case Measure::Spend:
    case Measure::CapitalIn:
    case Measure::CapitalOut:
    case Measure::CapacityIn:
    case Measure::CapacityOut:
    case Measure::InternalTrade:
    case Measure::InternalCapital:
        break;
    }
    return {{{{measure, 1}}}, 1};
}

bool hasPeriodsOnly(Measure measure) noexcept
{
    return measure == Measure::Gap || measure == Measure::Funding || measure == Measure::Backlog ||
           measure == Measure::Binding;
}

/// One figure of a measure from readers of its ingredients.
template <class Reader>
Figure figureOf(Measure measure, const Recipe& recipe, const std::array<Reader, 4>& readers, PeriodKind kind,
                QuarterSpan span)
{
    const bool isPeriod = kind == PeriodKind::Year || kind == PeriodKind::Quarter;
    if (!isPeriod && hasPeriodsOnly(measure))
        return {};
    const bool isRunning = isCapacity(measure) || measure == Measure::Funding;
    Figure figure;
    for (std::size_t i = 0; i < recipe.count; ++i) {
        const Reader& reader = readers[i];
        std::int64_t value = 0;
        std::int32_t hidden = 0;
        if (kind == PeriodKind::Total) {
            value = reader.total();
            hidden = reader.hiddenTotal();
        } else if (kind == PeriodKind::Unscheduled) {
            value = reader.unscheduled();
            hidden = reader.hiddenUndated();
        } else if (measure == Measure::Backlog) {
            value = reader.total() - reader.before() - reader.upTo(span.last);
            hidden = reader.hiddenTotal() - reader.hiddenEndedBy(span.last);
        } else {
            value = isRunning ? reader.upTo(span.last) : reader.upTo(span.last) - reader.upTo(span.first - 1);
            hidden = reader.hiddenMeeting(span);
        }
        figure.value += recipe.ingredients[i].sign * value;
        figure.undisclosed += static_cast<std::uint32_t>(hidden);
    }
    if (measure == Measure::Gap)
        figure.value = std::max<std::int64_t>(0, -figure.value);
    return figure;
}

/// The quarters of a year or quarter; empty outside the calendar and for what is no period.
QuarterSpan spanOf(const Calendar& calendar, Period period) noexcept
{
    const bool isPeriod = period.kind == PeriodKind::Year || period.kind == PeriodKind::Quarter;
    if (!isPeriod || calendar.isEmpty() || period.year < calendar.firstYear() || period.year > calendar.lastYear())
        return {};
    const Quarter first = (period.year - calendar.firstYear()) * 4;
    if (period.kind == PeriodKind::Year)
        return {first, first + 3};
    if (period.quarter < 1 || period.quarter > 4)
        return {};
    return {first + period.quarter - 1, first + period.quarter - 1};
}

std::vector<QuarterSpan> spansOf(const Calendar& calendar, PeriodKind granularity)
{
    std::vector<QuarterSpan> spans;
    const Quarter step = granularity == PeriodKind::Year ? 4 : 1;
    if (granularity == PeriodKind::Year || granularity == PeriodKind::Quarter)
        for (Quarter q = 0; q < calendar.quarters(); q += step)
            spans.push_back({q, q + step - 1});
    return spans;
}

Figure countOf(Measure measure, const DealCounts& counts, PeriodKind kind) noexcept
{
    if (kind != PeriodKind::Total)
        return {};
    switch (measure) {
    case Measure::Deals:
        return {counts.deals, 0};
    case Measure::DealsUndisclosedMoney:
        return {counts.lacksMoney, 0};
    case Measure::DealsUndisclosedCapacity:
        return {counts.lacksCapacity, 0};
    default:
        return {};
    }
}

bool isCount(Measure measure) noexcept
{
    return measure == Measure::Deals || measure == Measure::DealsUndisclosedMoney ||
           measure == Measure::DealsUndisclosedCapacity;
}

LayerNumber layerFor(Measure measure, LayerNumber layer) noexcept
{
    return isCapacity(measure) ? layer : kNoLayer;
}

bool isOutside(const Calendar& calendar, Period period)
{
    return (period.kind == PeriodKind::Year || period.kind == PeriodKind::Quarter) &&
           spanOf(calendar, period).isEmpty();
}

/// Figures of one deal from one tally.
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
    const std::array<PrefixReader, 4> readers{PrefixReader(SeriesReader(tally), calendar.quarters())};
    for (const QuarterSpan span : spansOf(calendar, granularity))
        figures.push_back(figureOf(measure, recipeOf(measure), readers, granularity, span));
    return figures;
}

} // namespace

Figure Rollups::figure(Group group, Measure measure, LayerNumber layer, Period period) const
{
    const Private& p = *m_private;
    if (!p.store.contains(group) || isOutside(p.calendar, period))
        return {};
    if (isCount(measure))
        return countOf(measure, p.store.counts(group), period.kind);
    if (measure == Measure::Binding) {
        const std::optional<BindingFigure> least = binding(group, period);
        return least ? least->figure : Figure{};
    }
    const Recipe recipe = recipeOf(measure);
    std::array<SeriesReader, 4> readers;
    for (std::size_t i = 0; i < recipe.count; ++i)
        readers[i] = SeriesReader(p.store.view(group, {recipe.ingredients[i].measure, layerFor(measure, layer)}));
    return figureOf(measure, recipe, readers, period.kind, spanOf(p.calendar, period));
}

std::vector<Figure> Rollups::figures(Group group, Measure measure, LayerNumber layer, PeriodKind granularity) const
{
    const Private& p = *m_private;
    const std::vector<QuarterSpan> spans = spansOf(p.calendar, granularity);
    std::vector<Figure> figures;
    if (!p.store.contains(group) || isCount(measure)) {
        figures.resize(spans.size());
        return figures;
    }
    figures.reserve(spans.size());
    if (measure == Measure::Binding) {
        for (const QuarterSpan span : spans) {
            const std::optional<BindingFigure> least = bindingAt(group, span.first, span.last);
            figures.push_back(least ? least->figure : Figure{});
        }
        return figures;
    }
    const Recipe recipe = recipeOf(measure);
    std::array<PrefixReader, 4> readers;
    for (std::size_t i = 0; i < recipe.count; ++i)
        readers[i] =
            PrefixReader(SeriesReader(p.store.view(group, {recipe.ingredients[i].measure, layerFor(measure, layer)})),
                         p.calendar.quarters());
    for (const QuarterSpan span : spans)
        figures.push_back(figureOf(measure, recipe, readers, granularity, span));
    return figures;
}

std::optional<BindingFigure> Rollups::bindingAt(Group group, Quarter first, Quarter last) const
{
    const Private& p = *m_private;
    std::optional<BindingFigure> least;
    p.store.forEach(group, [&](SeriesKey key, const SeriesStore::View& view) {
        if (key.measure != Measure::CapacityIn || !key.layer.isSet())
            return; // what lies in no layer never binds
        const SeriesReader reader(view);
        const std::int64_t standing = reader.upTo(last);
        if (standing > 0 && (!least || standing < least->figure.value))
            least =
                BindingFigure{key.layer, {standing, static_cast<std::uint32_t>(reader.hiddenMeeting({first, last}))}};
    });
    return least;
}

std::optional<BindingFigure> Rollups::binding(Group group, Period period) const
{
    const QuarterSpan span = spanOf(m_private->calendar, period);
    if (span.isEmpty() || !m_private->store.contains(group))
        return std::nullopt;
    return bindingAt(group, span.first, span.last);
}

Hidden Rollups::hidden(Group group, Measure measure, LayerNumber layer, Period period) const
{
    const Private& p = *m_private;
    const bool isTotal = period.kind == PeriodKind::Total || period.kind == PeriodKind::Unscheduled;
    if (!p.store.contains(group) || isCount(measure) || (isTotal && hasPeriodsOnly(measure)) ||
        isOutside(p.calendar, period))
        return {};
    if (measure == Measure::Binding)
        return hiddenOfBinding(group, period);
    QuarterSpan span = spanOf(p.calendar, period);
    if (measure == Measure::Funding)
        span.first = 0; // it runs from the first period on
    const Recipe recipe = recipeOf(measure);
    Hidden hidden;
    for (std::size_t i = 0; i < recipe.count; ++i) {
        const Ingredient& each = recipe.ingredients[i];
        const Measure whole = measure == Measure::Backlog ? measure : each.measure;
        const SeriesReader reader(p.store.view(group, {each.measure, layerFor(measure, layer)}));
        const std::array<SeriesReader, 4> readers{reader};
        const Recipe alone{{{{each.measure, 1}}}, 1};
        const std::uint32_t count = figureOf(whole, alone, readers, period.kind, span).undisclosed;
        const bool isRaising = (each.sign > 0) != (measure == Measure::Gap);
        (isRaising ? hidden.raising : hidden.lowering) += count;
    }
    if (measure == Measure::Gap && figure(group, measure, layer, period).value == 0)
        hidden.lowering = 0; // a gap stops at zero
    return hidden;
}

Hidden Rollups::hiddenOfBinding(Group group, Period period) const
{
    const Private& p = *m_private;
    const QuarterSpan span = spanOf(p.calendar, period);
    const std::optional<BindingFigure> least = bindingAt(group, span.first, span.last);
    Hidden hidden;
    if (!least)
        return hidden;
    hidden.raising = least->figure.undisclosed;
    p.store.forEach(group, [&](SeriesKey key, const SeriesStore::View& view) {
        if (key.measure != Measure::CapacityIn || !key.layer.isSet())
            return;
        const SeriesReader reader(view);
        if (reader.upTo(span.last) <= 0)
            hidden.lowering += static_cast<std::uint32_t>(reader.hiddenMeeting(span));
    });
    return hidden;
}

bool Rollups::has(Group group, Measure measure, LayerNumber layer) const
{
    const Private& p = *m_private;
    if (!p.store.contains(group))
        return false;
    if (isCount(measure))
        return countOf(measure, p.store.counts(group), PeriodKind::Total) != Figure{};
    bool isAny = false;
    if (measure == Measure::Binding) {
        p.store.forEach(group, [&](SeriesKey key, const SeriesStore::View& view) {
            isAny = isAny || (key.measure == Measure::CapacityIn && key.layer.isSet() && !SeriesReader(view).isZero());
        });
        return isAny;
    }
    const Recipe recipe = recipeOf(measure);
    for (std::size_t i = 0; i < recipe.count; ++i)
        isAny = isAny ||
                !SeriesReader(p.store.view(group, {recipe.ingredients[i].measure, layerFor(measure, layer)})).isZero();
    return isAny;
}

void Rollups::computeDeal(const Chain& chain, DealId deal, Schedule& schedule) const
{
    const std::scoped_lock lock(m_private->readingBook);
    Scheduler(chain, m_private->lens, m_private->calendar, m_private->readersBook).schedule(deal, schedule);
}

DealFigures Rollups::deal(const Chain& chain, DealId deal) const
{
    Schedule schedule;
    computeDeal(chain, deal, schedule);
    return {schedule.counts, schedule.hasMoney, schedule.hasCapacity, schedule.layer};
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

struct DealReader::Private {
    const Chain& chain;
    const Rollups& rollups;
    Schedule schedule;
    DealFlows flows;
};

DealReader::DealReader(const Chain& chain, const Rollups& rollups) : m_private(new Private{chain, rollups, {}, {}})
{
    m_private->flows.reset(rollups.calendar());
}

DealReader::DealReader(const Chain& chain, const Rollups& rollups, DealId deal) : DealReader(chain, rollups)
{
    moveTo(deal);
}

DealReader::~DealReader() = default;

void DealReader::moveTo(DealId deal)
{
    Private& p = *m_private;
    p.rollups.computeDeal(p.chain, deal, p.schedule);
    p.flows.compute(p.schedule, p.rollups.calendar());
}

Figure DealReader::money(Period period) const
{
    return figureOf(m_private->flows.money(), Measure::Revenue, m_private->rollups.calendar(), period);
}

Figure DealReader::capacity(Period period) const
{
    return figureOf(m_private->flows.capacity(), Measure::CapacityOut, m_private->rollups.calendar(), period);
}

std::vector<Figure> DealReader::money(PeriodKind granularity) const
{
    return figuresOf(m_private->flows.money(), Measure::Revenue, m_private->rollups.calendar(), granularity);
}

std::vector<Figure> DealReader::capacity(PeriodKind granularity) const
{
    return figuresOf(m_private->flows.capacity(), Measure::CapacityOut, m_private->rollups.calendar(), granularity);
}

} // namespace ochain
