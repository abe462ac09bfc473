// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/capacity_figure.h"
#include "document/names.h"

#include "figures/figure_parts.h"
#include "figures/figure_words.h"
#include "figures/kept_periods.h"
#include "figures/lens_notes.h"
#include "figures/lens_words.h"
#include "language/punctuation.h"
#include "networks/parties.h"
#include "rollups/deal_reader.h"

#include <algorithm>
#include <array>
#include <map>

namespace ochain {

namespace {

constexpr std::size_t kMostSeries = 6; ///< suppliers or customers shown by name in one panel

/// A deal's capacity quarter by quarter.
struct DealLine {
    DealId deal;
    std::vector<Figure> quarters;
    std::vector<std::int64_t> assumed; ///< empty: nothing
    Figure total;
    Figure unscheduled;
    Figure later;
};

/// What a group contracts, or what it has sold.
enum class Direction : std::uint8_t { Contracted, Sold };
constexpr std::array<Direction, 2> kDirections{Direction::Contracted, Direction::Sold};

Measure measureOf(Direction direction)
{
    return direction == Direction::Contracted ? Measure::CapacityIn : Measure::CapacityOut;
}

/// The outermost company above the other party of a deal that is not the group itself.
NodeId companyOf(const Chain& chain, NodeId node, const std::vector<bool>& isMember)
{
    for (NodeId parent = chain.nodes()[node].parent; parent.isSet() && !isMember[parent.value];
         parent = chain.nodes()[node].parent)
        node = parent;
    return node;
}

class CapacityBuilder {
public:
    CapacityBuilder(const Chain& chain, const Rollups& rollups, const FigureOptions& options, Group group)
        : m_chain(chain), m_rollups(rollups), m_options(options), m_group(group), m_isMember(membersOf(chain, group)),
          m_customers(chain, m_isMember), m_assumed(chain, rollups), m_sources(chain)
    {}

    CapacityFigure build()
    {
        layPeriods();
        for (const Direction direction : kDirections) {
            collectDeals(direction);
            for (std::uint32_t layer = 0; layer < m_chain.layers().size(); ++layer)
                addPanel(direction, LayerNumber{layer});
        }
        crop();
        sayHead();
        return std::move(m_figure);
    }

private:
    void layPeriods();
    void crop();
    void collectDeals(Direction direction);
    void collect(DealReader& reader, Direction direction, DealId id, const Deal& deal);
    void addPanel(Direction direction, LayerNumber layer);
    void colour(CapacityPanel& panel);
    Series seriesOf(const std::vector<const DealLine*>& lines, const QString& name) const;
    template <class FigureOf>
    Evidence told(const std::vector<const DealLine*>& lines, const QString& what, FigureOf&& figureOf) const;
    std::vector<Series> seriesOf(LayerNumber layer);
    void sayPanel(CapacityPanel& panel, const Figure& total) const;
    void sayHead();
    [[nodiscard]] QString siteNote() const;
    [[nodiscard]] QString question(const QString& name) const;
    void fillTable();

    const Chain& m_chain;
    const Rollups& m_rollups;
    const FigureOptions& m_options;
    Group m_group;
    std::vector<bool> m_isMember;
    Parties m_customers;
    AssumedPart m_assumed;
    SourceNumbers m_sources;
    std::vector<std::map<std::uint32_t, std::vector<DealLine>>> m_lines; ///< by layer and company
    std::vector<std::optional<BindingFigure>> m_binding;                 ///< by period
    QStringList m_undisclosedOnly;
    bool m_hasAssumed = false;
    bool m_hasUnscheduled = false;
    bool m_hasLater = false;
    bool m_hasSold = false;
    bool m_hasContracted = false;
    CapacityFigure m_figure;
};

void CapacityBuilder::layPeriods()
{
    const Calendar& calendar = m_rollups.calendar();
    for (Quarter quarter = 0; quarter < calendar.quarters(); ++quarter) {
        const Period period{PeriodKind::Quarter, calendar.firstYear() + quarter / 4, quarter % 4 + 1};
        m_figure.periods.push_back(period);
        m_figure.labels.push_back(periodText(period));
        m_binding.push_back(m_rollups.binding(m_group, period));
        const Period now = m_options.period;
        const bool isNow = now.kind == PeriodKind::Quarter
                               ? now == period
                               : now.kind == PeriodKind::Year && now.year == period.year && period.quarter == 4;
        if (isNow)
            m_figure.current = m_figure.periods.size() - 1;
    }
}

/// Leaves out the years at both ends in which nothing changes.
void CapacityBuilder::crop()
{
    std::vector<bool> changes(m_figure.periods.size(), false);
    for (const CapacityPanel& panel : m_figure.panels)
        for (const Series& series : panel.series)
            for (std::size_t at = 0; at < changes.size(); ++at)
                changes[at] = changes[at] || series.values[at] != (at == 0 ? 0 : series.values[at - 1]);
    const auto [first, last] = seenYears(m_figure.periods, changes, m_options.period);
    keepPlaces(m_figure, first, last + 1);
}

void CapacityBuilder::collectDeals(Direction direction)
{
    m_lines.assign(m_chain.layers().size(), {});
    DealReader reader(m_chain, m_rollups);
    const auto take = [&](DealId id, const Deal& deal) { collect(reader, direction, id, deal); };
    for (std::uint32_t node = 0; node < m_isMember.size(); ++node) {
        if (!m_isMember[node])
            continue;
        if (direction == Direction::Contracted)
            m_chain.forEachBought(NodeId{node}, take);
        else
            m_chain.forEachSupplied(NodeId{node}, take);
    }
}

/// Takes a deal in with the company at its other end, unless that belongs to the group too.
void CapacityBuilder::collect(DealReader& reader, Direction direction, DealId id, const Deal& deal)
{
    const NodeId other = direction == Direction::Contracted ? deal.supplier : deal.customer;
    const LayerNumber layer = m_chain.layerOf(deal.supplier);
    if (m_options.isCancelled() || m_isMember[other.value] || m_chain.classOf(deal) != DealClass::Trade ||
        !layer.isSet())
        return;
    reader.moveTo(id);
    DealLine line{id,
                  reader.capacity(PeriodKind::Quarter),
                  {},
                  reader.capacity(kTotal),
                  reader.capacity(kUnscheduled),
                  reader.capacity(kLater)};
    if (line.total.value == 0 && line.total.undisclosed == 0)
        return;
    for (std::size_t quarter = 0; quarter < line.quarters.size(); ++quarter) {
        const std::int64_t part = m_assumed.capacity(id, m_figure.periods[quarter], line.quarters[quarter].value);
        if (part > 0 && line.assumed.empty())
            line.assumed.resize(line.quarters.size());
        if (part > 0)
            line.assumed[quarter] = part;
    }
    const NodeId company =
        direction == Direction::Contracted ? companyOf(m_chain, other, m_isMember) : m_customers.of(other);
    m_lines[layer.value][company.value].push_back(std::move(line));
}

Series CapacityBuilder::seriesOf(const std::vector<const DealLine*>& lines, const QString& name) const
{
    Series series;
    series.name = name;
    series.values.resize(m_figure.periods.size());
    for (const DealLine* line : lines) {
        for (std::size_t quarter = 0; quarter < line->quarters.size(); ++quarter)
            series.values[quarter] += line->quarters[quarter].value;
        if (!line->assumed.empty()) {
            series.assumed.resize(series.values.size());
            for (std::size_t quarter = 0; quarter < line->assumed.size(); ++quarter)
                series.assumed[quarter] += line->assumed[quarter];
        }
        series.unscheduled += line->unscheduled.value;
        series.later += line->later.value;
        series.undisclosed += line->total.undisclosed;
    }
    std::vector<DealAmount> all;
    all.reserve(lines.size());
    for (const DealLine* line : lines)
        all.push_back({line->deal, line->total.value, line->total.undisclosed > 0});
    const QString when = m_figure.current ? m_figure.labels[*m_figure.current] : FigureWords::tr("in all");
    series.evidence = evidenceOf(m_chain, std::move(all), Unit::Capacity);
    series.now = told(lines, FigureWords::tr("%1, %2").arg(name, when), [this](const DealLine& line) {
        return m_figure.current ? line.quarters[*m_figure.current] : line.total;
    });
    series.undated = told(lines, FigureWords::tr("%1, without dates").arg(name),
                          [](const DealLine& line) { return line.unscheduled; });
    return series;
}

/// What the deals of a series come to at one time, listed under their sum.
template <class FigureOf>
Evidence CapacityBuilder::told(const std::vector<const DealLine*>& lines, const QString& what,
                               FigureOf&& figureOf) const
{
    std::vector<DealAmount> deals;
    Figure sum;
    for (const DealLine* line : lines) {
        const Figure figure = figureOf(*line);
        deals.push_back({line->deal, figure.value, figure.undisclosed > 0});
        sum = {sum.value + figure.value, sum.undisclosed + figure.undisclosed};
    }
    Evidence evidence = evidenceOf(m_chain, std::move(deals), Unit::Capacity);
    const QString title = ochain::told(what, figureText(sum, Unit::Capacity));
    evidence.tooltip = evidence.tooltip.isEmpty() ? title : title + QLatin1Char('\n') + evidence.tooltip;
    return evidence;
}

std::vector<Series> CapacityBuilder::seriesOf(LayerNumber layer)
{
    std::vector<Series> all;
    for (const auto& entry : m_lines[layer.value]) {
        std::vector<const DealLine*> lines;
        for (const DealLine& line : entry.second)
            lines.push_back(&line);
        Series series = seriesOf(lines, nameOf(m_chain, NodeId{entry.first}));
        series.id = nodeMark(m_chain, NodeId{entry.first});
        series.row = RowRef{Table::Nodes, entry.first};
        all.push_back(std::move(series));
    }
    const auto weight = [](const Series& series) {
        const std::int64_t beside = series.unscheduled + series.later;
        std::int64_t sum = beside;
        for (const std::int64_t value : series.values)
            sum = std::max(sum, value + beside);
        return sum;
    };
    std::sort(all.begin(), all.end(), [&](const Series& a, const Series& b) {
        const std::int64_t first = weight(a);
        const std::int64_t second = weight(b);
        return first != second ? first > second : a.row->row < b.row->row;
    });
    all.erase(std::remove_if(all.begin(), all.end(), [&](const Series& series) { return weight(series) == 0; }),
              all.end());
    if (all.size() <= kMostSeries)
        return all;
    std::vector<const DealLine*> rest;
    for (std::size_t at = kMostSeries - 1; at < all.size(); ++at)
        for (const DealLine& line : m_lines[layer.value][all[at].row->row])
            rest.push_back(&line);
    const auto count = static_cast<std::int64_t>(all.size() - kMostSeries + 1);
    Series other = seriesOf(rest, FigureWords::tr("Other (%1)").arg(countText(count)));
    other.id = "other:" + std::to_string(layer.value);
    all.resize(kMostSeries - 1);
    all.push_back(std::move(other));
    return all;
}

void CapacityBuilder::sayPanel(CapacityPanel& panel, const Figure& total) const
{
    const Period at = m_figure.current ? m_options.period : kTotal;
    const Measure measure = panel.isSold ? Measure::CapacityOut : Measure::CapacityIn;
    const Figure now = m_rollups.figure(m_group, measure, panel.layer, at);
    const QString standing = now.value == 0
                                 ? capacityText(Kilowatts{0})
                                 : boundedText(now.value, {now.undisclosed, 0}, Unit::Capacity, HiddenStyle::Narrow);
    panel.now = standing;
    QStringList parts{FigureWords::tr("%1 %2", "capacity, when").arg(standing, atEndOf(at))};
    if (panel.unscheduled > 0)
        parts << FigureWords::tr("%1 without dates").arg(capacityText(Kilowatts{panel.unscheduled}));
    if (panel.later > 0)
        parts << FigureWords::tr("%1 after %2")
                     .arg(capacityText(Kilowatts{panel.later}), QString::number(m_rollups.calendar().lastYear()));
    if (total.undisclosed > 0)
        parts << FigureWords::tr("%1 undisclosed").arg(countText(total.undisclosed));
    panel.headline = parts.join(FigureWords::tr(", "));
}

void CapacityBuilder::addPanel(Direction direction, LayerNumber layer)
{
    const Measure measure = measureOf(direction);
    const Figure total = m_rollups.figure(m_group, measure, layer, kTotal);
    if (total.value == 0 && total.undisclosed == 0)
        return;
    CapacityPanel panel;
    panel.layer = layer;
    panel.isSold = direction == Direction::Sold;
    panel.name = panel.isSold ? FigureWords::tr("Sold: %1").arg(layerName(m_chain, layer)) : layerName(m_chain, layer);
    panel.colours = coloursOf(m_chain, m_chain.tierOf(layer));
    for (const Figure& figure : m_rollups.figures(m_group, measure, layer, PeriodKind::Quarter))
        panel.totals.push_back(figure.value);
    panel.unscheduled = m_rollups.figure(m_group, measure, layer, kUnscheduled).value;
    panel.later = m_rollups.figure(m_group, measure, layer, kLater).value;
    if (total.value == 0) {
        m_undisclosedOnly << FigureWords::tr("%1 (%2)").arg(panel.name, dealsWords(total.undisclosed));
        return;
    }
    for (const auto& binding : m_binding)
        panel.binds.push_back(!panel.isSold && binding && binding->layer == layer);
    const auto now = m_rollups.binding(m_group, m_options.period);
    panel.isBinding = !panel.isSold && m_figure.current && now && now->layer == layer;
    panel.series = seriesOf(layer);
    colour(panel);
    m_hasUnscheduled = m_hasUnscheduled || panel.unscheduled > 0;
    m_hasLater = m_hasLater || panel.later != 0;
    m_hasSold = m_hasSold || panel.isSold;
    m_hasContracted = m_hasContracted || !panel.isSold;
    sayPanel(panel, total);
    m_figure.panels.push_back(std::move(panel));
}

/// Shades for the series of a panel, and numbers for their sources.
void CapacityBuilder::colour(CapacityPanel& panel)
{
    for (std::size_t at = 0; at < panel.series.size(); ++at) {
        Series& series = panel.series[at];
        series.colours = series.row
                             ? shadeOf(panel.colours, static_cast<int>(at), static_cast<int>(panel.series.size()))
                             : outsideColours();
        for (Evidence* evidence : {&series.evidence, &series.now, &series.undated})
            m_sources.addAll(*evidence);
        m_hasAssumed = m_hasAssumed || !series.assumed.empty();
    }
}

void CapacityBuilder::fillTable()
{
    DataTable& table = m_figure.head.table;
    table.columns << FigureWords::tr("Layer")
                  << (m_hasSold ? FigureWords::tr("Supplier or customer") : FigureWords::tr("Supplier"));
    for (const QString& label : m_figure.labels)
        table.columns << FigureWords::tr("%1, MW").arg(label);
    table.columns << FigureWords::tr("Unscheduled, MW");
    if (m_hasLater)
        table.columns << FigureWords::tr("Later, MW");
    table.columns << FigureWords::tr("Undisclosed deals");
    table.isNumber.assign(static_cast<std::size_t>(table.columns.size()), true);
    table.isNumber[0] = table.isNumber[1] = false;
    for (const CapacityPanel& panel : m_figure.panels)
        for (const Series& series : panel.series) {
            QStringList row{panel.name, series.name};
            for (const std::int64_t value : series.values)
                row << plainAmount(value, Unit::Capacity);
            row << plainAmount(series.unscheduled, Unit::Capacity);
            if (m_hasLater)
                row << plainAmount(series.later, Unit::Capacity);
            row << QString::number(series.undisclosed);
            table.rows.push_back(row);
        }
}

/// Where capacity stands in the period looked at, but all of it only reaches sites: nothing of that binds the group.
QString CapacityBuilder::siteNote() const
{
    if (!m_figure.current || !isKnownBySiteOnly(m_chain, m_rollups, m_group, m_options.period))
        return {};
    return FigureWords::tr("What binds is known by site only: all that stands %1 reaches single sites.")
        .arg(atEndOf(m_options.period));
}

/// What binds where the group contracts capacity; of one that only sells, how much it has sold.
QString CapacityBuilder::question(const QString& name) const
{
    const QString when = atEndOf(m_options.period);
    if (m_hasSold && !m_hasContracted)
        return m_figure.current ? FigureWords::tr("How much capacity sold by %1 stands %2?").arg(name, when)
                                : FigureWords::tr("How much capacity has %1 sold?").arg(name);
    return m_figure.current ? FigureWords::tr("What binds the capacity of %1 %2?").arg(name, when)
                            : FigureWords::tr("What binds the capacity of %1?").arg(name);
}

void CapacityBuilder::sayHead()
{
    ChartHead& head = m_figure.head;
    const QString name = nameOf(m_chain, m_group);
    head.view = QStringLiteral("capacity");
    head.title = question(name);
    QString subtitle = FigureWords::tr("GW standing at the end of each quarter, %1")
                           .arg(lensWords(m_chain, m_rollups.lens(), m_options));
    const std::int64_t undisclosed =
        m_rollups.figure(m_group, Measure::DealsUndisclosedCapacity, kNoLayer, kTotal).value;
    if (undisclosed > 0)
        subtitle +=
            QStringLiteral(" · ") +
            FigureWords::tr("%1 undisclosed in capacity").arg(dealsWords(static_cast<std::size_t>(undisclosed)));
    head.subtitle = subtitle;
    head.lensJson = lensJson(head.view, m_rollups.lens(), m_options);
    head.sources = m_sources.lines();
    head.notes = capacityLensNotes(m_chain, m_rollups, m_options, m_group);
    head.lensNotes = head.notes.size();
    if (const QString sites = siteNote(); !sites.isEmpty())
        head.notes << sites;
    head.notes << FigureWords::tr("Layers are stages of the same gigawatts: they are compared, never added up.");
    if (m_hasUnscheduled)
        head.notes << FigureWords::tr("The bar at the right is capacity that no source gives dates for.");
    if (const Figure figure = m_rollups.figure(m_group, Measure::CapacityIn, kNoLayer, kTotal); figure.value > 0)
        head.notes << FigureWords::tr("From suppliers in no layer, and so in no panel: %1.")
                          .arg(figureText(figure, Unit::Capacity));
    if (!m_undisclosedOnly.isEmpty())
        head.notes << FigureWords::tr("Known of, but without any figure: %1.")
                          .arg(m_undisclosedOnly.join(FigureWords::tr(", ")));
    const bool binds = std::any_of(m_figure.panels.begin(), m_figure.panels.end(), [](const CapacityPanel& panel) {
        return std::find(panel.binds.begin(), panel.binds.end(), true) != panel.binds.end();
    });
    if (binds) // a layer whose capacity is undisclosed may bind as well
        head.legend.push_back({undisclosed > 0
                                   ? FigureWords::tr("Bar under the years: this layer binds, of what is disclosed")
                                   : FigureWords::tr("Bar under the years: this layer binds"),
                               accentColours(), MarkStyle::Line});
    if (m_hasAssumed)
        head.legend.push_back({FigureWords::tr("Dashed: rests on assumed dates"), outsideColours(), MarkStyle::Dashed});
    if (m_figure.panels.empty()) {
        head.emptyTitle = FigureWords::tr("No capacity is contracted or sold by %1 under this lens.").arg(name);
        head.emptyHint = FigureWords::tr(
            "Enter a deal of power, land, construction, hardware or cloud with its capacity, or choose another group.");
    }
    fillTable();
}

} // namespace

CapacityFigure buildCapacity(const Chain& chain, const Rollups& rollups, const FigureOptions& options)
{
    const std::optional<Group> group = groupNamed(chain, options.group);
    if (group)
        return CapacityBuilder(chain, rollups, options, *group).build();
    CapacityFigure figure;
    figure.head.view = QStringLiteral("capacity");
    sayNoSuchGroup(figure.head, options.group);
    return figure;
}

} // namespace ochain
