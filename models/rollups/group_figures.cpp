// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/group_figures.h"

#include <array>

namespace ochain {

namespace {

/// Capacity that can bind a group: what comes in, less what only reaches a site inside it.
class BindingReader {
public:
    BindingReader(const SeriesStore::View& all, const SeriesStore::View& atSites) : m_all(all), m_atSites(atSites) {}

    [[nodiscard]] std::int64_t standingAt(Quarter quarter) const noexcept
    {
        return m_all.upTo(quarter) - m_atSites.upTo(quarter);
    }
    [[nodiscard]] std::uint32_t hiddenMeeting(QuarterSpan span) const noexcept
    {
        return static_cast<std::uint32_t>(m_all.hiddenMeeting(span) - m_atSites.hiddenMeeting(span));
    }
    [[nodiscard]] bool isZero() const noexcept { return m_all.isZero(); }

private:
    SeriesReader m_all, m_atSites;
};

Figure countOf(Measure measure, const DealCounts& counts, PeriodKind kind) noexcept
{
    return {kind == PeriodKind::Total ? countIn(counts, measure) : 0, 0};
}

} // namespace

SeriesReader GroupFigures::readerOf(Group group, const Ingredient& of, Measure measure, LayerNumber layer) const
{
    return SeriesReader(m_state.store.view(group, {of.measure, isCapacity(measure) ? layer : kNoLayer}));
}

Figure GroupFigures::figure(Group group, Measure measure, LayerNumber layer, Period period) const
{
    const RollupState& s = m_state;
    if (!s.store.contains(group) || isOutside(s.calendar, period))
        return {};
    if (isCount(measure))
        return countOf(measure, s.store.counts(group), period.kind);
    if (measure == Measure::Binding) {
        const std::optional<BindingFigure> least = binding(group, period);
        return least ? least->figure : Figure{};
    }
    const Recipe recipe = recipeOf(measure);
    std::array<SeriesReader, 4> readers;
    for (std::size_t i = 0; i < recipe.count; ++i)
        readers[i] = readerOf(group, recipe.ingredients[i], measure, layer);
    return figureOf(measure, recipe, readers, period.kind, spanOf(s.calendar, period));
}

std::vector<Figure> GroupFigures::figures(Group group, Measure measure, LayerNumber layer, PeriodKind granularity) const
{
    const RollupState& s = m_state;
    const std::vector<QuarterSpan> spans = spansOf(s.calendar, granularity);
    std::vector<Figure> figures;
    if (!s.store.contains(group) || isCount(measure)) {
        figures.resize(spans.size());
        return figures;
    }
    figures.reserve(spans.size());
    if (measure == Measure::Binding) {
        for (const QuarterSpan span : spans) {
            const std::optional<BindingFigure> least = bindingAt(group, span);
            figures.push_back(least ? least->figure : Figure{});
        }
        return figures;
    }
    const Recipe recipe = recipeOf(measure);
    std::array<PrefixReader, 4> readers;
    for (std::size_t i = 0; i < recipe.count; ++i)
        readers[i] = PrefixReader(readerOf(group, recipe.ingredients[i], measure, layer), s.calendar.quarters());
    for (const QuarterSpan span : spans)
        figures.push_back(figureOf(measure, recipe, readers, granularity, span));
    return figures;
}

template <class F>
void GroupFigures::forEachLayer(Group group, F&& f) const
{
    m_state.store.forEach(group, [&](SeriesKey key, const SeriesStore::View& view) {
        if (key.measure == Measure::CapacityIn && key.layer.isSet())
            f(key.layer, BindingReader(view, m_state.store.view(group, {Measure::SiteCapacityIn, key.layer})));
    });
}

std::optional<BindingFigure> GroupFigures::bindingAt(Group group, QuarterSpan span) const
{
    std::optional<BindingFigure> least;
    forEachLayer(group, [&](LayerNumber layer, const BindingReader& reader) {
        const std::int64_t standing = reader.standingAt(span.last);
        if (standing > 0 && (!least || standing < least->figure.value))
            least = BindingFigure{layer, {standing, reader.hiddenMeeting(span)}};
    });
    return least;
}

std::optional<BindingFigure> GroupFigures::binding(Group group, Period period) const
{
    const QuarterSpan span = spanOf(m_state.calendar, period);
    if (span.isEmpty() || !m_state.store.contains(group))
        return std::nullopt;
    return bindingAt(group, span);
}

Hidden GroupFigures::hidden(Group group, Measure measure, LayerNumber layer, Period period) const
{
    const RollupState& s = m_state;
    const bool isTotal = period.kind != PeriodKind::Year && period.kind != PeriodKind::Quarter;
    if (!s.store.contains(group) || isCount(measure) || (isTotal && hasPeriodsOnly(measure)) ||
        isOutside(s.calendar, period))
        return {};
    if (measure == Measure::Binding)
        return hiddenOfBinding(group, period);
    QuarterSpan span = spanOf(s.calendar, period);
    if (measure == Measure::Funding)
        span.first = 0; // it runs from the first period on
    const Recipe recipe = recipeOf(measure);
    Hidden hidden;
    for (std::size_t i = 0; i < recipe.count; ++i) {
        const Ingredient& each = recipe.ingredients[i];
        const Measure whole = measure == Measure::Backlog ? measure : each.measure;
        const std::array<SeriesReader, 4> readers{readerOf(group, each, measure, layer)};
        const Recipe alone{{{{each.measure, 1}}}, 1};
        const std::uint32_t count = figureOf(whole, alone, readers, period.kind, span).undisclosed;
        const bool isRaising = (each.sign > 0) != (measure == Measure::Gap);
        (isRaising ? hidden.raising : hidden.lowering) += count;
    }
    if (measure == Measure::Gap && figure(group, measure, layer, period).value == 0)
        hidden.lowering = 0; // a gap stops at zero
    return hidden;
}

Hidden GroupFigures::hiddenOfBinding(Group group, Period period) const
{
    const QuarterSpan span = spanOf(m_state.calendar, period);
    const std::optional<BindingFigure> least = bindingAt(group, span);
    Hidden hidden;
    if (!least)
        return hidden;
    hidden.raising = least->figure.undisclosed;
    forEachLayer(group, [&](LayerNumber, const BindingReader& reader) {
        if (reader.standingAt(span.last) <= 0)
            hidden.lowering += reader.hiddenMeeting(span);
    });
    return hidden;
}

bool GroupFigures::has(Group group, Measure measure, LayerNumber layer) const
{
    const RollupState& s = m_state;
    if (!s.store.contains(group))
        return false;
    if (isCount(measure))
        return countOf(measure, s.store.counts(group), PeriodKind::Total) != Figure{};
    bool isAny = false;
    if (measure == Measure::Binding)
        forEachLayer(group, [&](LayerNumber, const BindingReader& reader) { isAny = isAny || !reader.isZero(); });
    const Recipe recipe = recipeOf(measure);
    for (std::size_t i = 0; i < recipe.count; ++i)
        isAny = isAny || !readerOf(group, recipe.ingredients[i], measure, layer).isZero();
    return isAny;
}

} // namespace ochain
