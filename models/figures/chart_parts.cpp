// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/chart_parts.h"

#include "figures/figure_words.h"
#include "language/punctuation.h"

#include <QHash>

#include <algorithm>
#include <map>
#include <utility>

namespace ochain {

namespace {

/// Collects parts, counting the marks that share an id.
class Parts {
public:
    ChartPart& add(const std::string& id, const QString& name, std::int64_t amount, Unit unit)
    {
        m_all.push_back({id, m_places[id]++, name, amountText(amount, unit), amount, unit, {}, {}, {}, false});
        return m_all.back();
    }
    [[nodiscard]] std::vector<ChartPart> take();

private:
    template <class More>
    void tellApart(More&& more);

    std::vector<ChartPart> m_all;
    std::map<std::string, std::size_t> m_places;
};

/// Adds more(part, how many of its name came before) to every name that is there twice.
template <class More>
void Parts::tellApart(More&& more)
{
    QHash<QString, int> count;
    for (const ChartPart& part : m_all)
        ++count[part.name];
    QHash<QString, int> seen;
    for (ChartPart& part : m_all) {
        const QString name = part.name;
        if (count.value(name) > 1)
            part.name = more(part, ++seen[name]);
    }
}

std::vector<ChartPart> Parts::take()
{
    tellApart([](const ChartPart& part, int) { return closer(part.name, part.value); });
    tellApart([](const ChartPart& part, int number) { return withAside(part.name, QString::number(number)); });
    return std::move(m_all);
}

QString nameOfLink(const FlowFigure& figure, const FlowLink& link)
{
    const QString& left = figure.nodes[link.source].name;
    const QString& right = figure.nodes[link.target].name;
    const bool isMoney = figure.unit == Unit::Money; // which goes to the left, capacity to the right
    const QString name = QStringLiteral("%1 → %2").arg(isMoney ? right : left, isMoney ? left : right);
    if (link.isGuarantee)
        return closer(name, FigureWords::tr("guarantee", "a ribbon"));
    return link.isCapital ? closer(name, FigureWords::tr("capital", "a ribbon")) : name;
}

/// What a box or ribbon says of itself; where it says nothing no amount is known.
QString said(const QString& figure)
{
    return figure.isEmpty() ? FigureWords::tr("undisclosed") : figure;
}

std::vector<ChartPart> partsOf(const FlowFigure& figure)
{
    QHash<QString, int> boxes; // of a name: a company may stand in several columns
    for (const FlowNode& node : figure.nodes)
        ++boxes[node.name];
    Parts parts;
    for (const FlowNode& node : figure.nodes) {
        const QString column = figure.columns.value(node.column);
        const bool isOnce = boxes.value(node.name) == 1 || column.isEmpty();
        ChartPart& part = parts.add(node.id, isOnce ? node.name : closer(node.name, column), node.amount, figure.unit);
        part.value = said(node.figure);
        part.details = node.evidence.tooltip;
    }
    for (const FlowLink& link : figure.links) {
        ChartPart& part = parts.add(link.id, nameOfLink(figure, link), link.amount, figure.unit);
        part.value = said(link.figure);
        part.details = link.evidence.tooltip;
    }
    return parts.take();
}

/// Of an area what stands at the period looked at, else at the last one shown.
std::int64_t standing(const CapacityFigure& figure, const Series& series)
{
    const std::size_t last = series.values.empty() ? 0 : series.values.size() - 1;
    const std::size_t at = figure.current.value_or(last);
    return at < series.values.size() ? std::max<std::int64_t>(series.values[at], 0) : 0;
}

std::vector<ChartPart> partsOf(const CapacityFigure& figure)
{
    Parts parts;
    for (std::size_t at = 0; at < figure.panels.size(); ++at) {
        const CapacityPanel& panel = figure.panels[at];
        for (const Series& series : panel.series) // what never stands has no area
            if (std::any_of(series.values.begin(), series.values.end(), [](std::int64_t value) { return value > 0; })) {
                ChartPart& part =
                    parts.add(series.id, closer(panel.name, series.name), standing(figure, series), Unit::Capacity);
                part.details = series.now.tooltip;
                part.panel = at;
            }
        for (const Series& series : panel.series)
            if (series.unscheduled > 0) {
                ChartPart& part =
                    parts.add(series.id, closer(closer(panel.name, series.name), FigureWords::tr("no dates")),
                              series.unscheduled, Unit::Capacity);
                part.details = series.undated.tooltip;
                part.panel = at;
                part.isUndated = true;
            }
    }
    return parts.take();
}

/// A bar of a period, if there is one.
void addBar(Parts& parts, const MoneyFigure& figure, const Series& series, std::size_t at)
{
    if (series.values[at] <= 0)
        return;
    ChartPart& part = parts.add(series.id, closer(series.name, figure.labels[at]), series.values[at], Unit::Money);
    part.period = at;
    if (at < series.hidden.size())
        part.value = boundedText(series.values[at], {series.hidden[at], 0}, Unit::Money, HiddenStyle::Narrow);
    if (at < series.parts.size())
        part.details = series.parts[at].tooltip;
}

/// What is worked out of the bars of a period.
ChartPart& addDerived(Parts& parts, const MoneyFigure& figure, const Series& series, std::size_t at)
{
    ChartPart& part = parts.add(series.id, closer(series.name, figure.labels[at]), series.values[at], Unit::Money);
    part.period = at;
    return part;
}

std::vector<ChartPart> partsOf(const MoneyFigure& figure)
{
    Parts parts;
    for (std::size_t at = 0; at < figure.periods.size(); ++at) {
        for (const std::vector<Series>* side : {&figure.incoming, &figure.outgoing})
            for (const Series& series : *side)
                addBar(parts, figure, series, at);
        if (figure.gap.values[at] > 0)
            addDerived(parts, figure, figure.gap, at).details = figure.words[at].gapInFull;
        addDerived(parts, figure, figure.funding, at).details = figure.words[at].fundingInFull;
        for (const Series& series : figure.guarantees)
            addBar(parts, figure, series, at);
        if (figure.backlog)
            addBar(parts, figure, *figure.backlog, at);
    }
    for (const CustomerPart& customer : figure.customers) {
        ChartPart& part = parts.add(customer.series.id, closer(customer.series.name, figure.customersWhen),
                                    customer.amount, Unit::Money);
        part.value = FigureWords::tr("%1 (%2)").arg(amountText(customer.amount, Unit::Money), customer.share);
        part.details = customer.series.evidence.tooltip;
    }
    return parts.take();
}

/// Each panel from period to period.
std::vector<ChartPart> partsOf(const ComparedFigure& figure)
{
    Parts parts;
    for (std::size_t panel = 0; panel < figure.panels.size(); ++panel) {
        const ComparedPanel& each = figure.panels[panel];
        for (std::size_t at = 0; at < figure.periods.size(); ++at) {
            ChartPart& part = parts.add(each.id, closer(each.name, figure.labels[at]),
                                        each.shown[at] - each.against[at], figure.unit);
            part.value = each.values[at];
            part.details = each.details[at];
            part.period = at;
            part.panel = panel;
        }
    }
    return parts.take();
}

/// Its lines are words already.
std::vector<ChartPart> partsOf(const TreeFigure& /*figure*/)
{
    return {};
}

} // namespace

std::vector<ChartPart> chartParts(const ChartFigure& figure)
{
    if (headOf(figure).isEmpty())
        return {};
    return std::visit([](const auto& each) { return partsOf(each); }, figure);
}

} // namespace ochain
