// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/compared_flow.h"

#include "figures/compared_head.h"
#include "figures/figure_parts.h"
#include "figures/figure_words.h"
#include "formats/format.h"
#include "language/punctuation.h"

#include <algorithm>
#include <array>
#include <map>

namespace ochain {

namespace {

/// What a box or ribbon comes to under both lenses.
struct BothAmounts {
    std::int64_t shown = 0, against = 0;
    QString shownText, againstText; ///< with their bounds; empty: it is not there
};

/// Puts two flows together.
class FlowMerger {
public:
    FlowMerger(const ComparedSides& sides, FlowFigure shown) : m_lenses(sides.lenses), m_figure(std::move(shown))
    {
        for (const FlowNode& node : m_figure.nodes)
            m_nodes[node.id] = static_cast<std::uint32_t>(m_nodes.size());
        for (std::size_t at = 0; at < m_figure.links.size(); ++at)
            m_links[m_figure.links[at].id] = at;
        for (const FlowNode& node : m_figure.nodes)
            m_ofNodes.push_back({node.amount, 0, node.figure, {}});
        for (const FlowLink& link : m_figure.links)
            m_ofLinks.push_back({link.amount, 0, link.figure, {}});
    }

    FlowFigure with(FlowFigure against);

private:
    void mergeColumns(FlowFigure& against);
    void addNode(FlowNode node);
    void addLink(FlowLink link, const FlowFigure& against);
    void sayLinks();
    void sayNodes();
    void sayHead();

    ComparedWords m_lenses;
    FlowFigure m_figure;
    std::vector<int> m_numbers; ///< of the other's sources
    std::map<std::string, std::uint32_t> m_nodes;
    std::map<std::string, std::size_t> m_links;
    std::vector<BothAmounts> m_ofNodes, m_ofLinks;
};

/// A column stands where it stands in both; one that only the other has comes between.
void FlowMerger::mergeColumns(FlowFigure& against)
{
    std::map<int, QString> headings;
    for (const FlowFigure* figure : {&against, &m_figure})
        for (std::size_t at = 0; at < figure->places.size(); ++at)
            headings[figure->places[at]] = figure->columns.value(static_cast<qsizetype>(at));
    std::map<int, int> columnAt;
    for (const auto& entry : headings)
        columnAt.emplace(entry.first, static_cast<int>(columnAt.size()));
    for (FlowFigure* figure : {&against, &m_figure})
        for (FlowNode& node : figure->nodes)
            node.column = columnAt[figure->places[static_cast<std::size_t>(node.column)]];
    m_figure.columns.clear();
    m_figure.places.clear();
    for (const auto& [place, heading] : headings) {
        m_figure.columns << heading;
        m_figure.places.push_back(place);
    }
}

/// Evidence of what only the other has, with the numbers that its sources have here.
void renumber(Evidence& evidence, const std::vector<int>& numbers)
{
    for (int& number : evidence.sources)
        number = numbers[static_cast<std::size_t>(number) - 1];
}

void FlowMerger::addNode(FlowNode node)
{
    const auto [place, isNew] = m_nodes.try_emplace(node.id, static_cast<std::uint32_t>(m_figure.nodes.size()));
    if (isNew) {
        m_ofNodes.push_back({});
        renumber(node.evidence, m_numbers);
        m_figure.nodes.push_back(node);
    }
    m_ofNodes[place->second].against = node.amount;
    m_ofNodes[place->second].againstText = node.figure;
}

void FlowMerger::addLink(FlowLink link, const FlowFigure& against)
{
    const auto [place, isNew] = m_links.try_emplace(link.id, m_figure.links.size());
    const std::int64_t amount = link.amount;
    const QString figure = link.figure;
    if (isNew) {
        m_ofLinks.push_back({});
        renumber(link.evidence, m_numbers);
        link.source = m_nodes.at(against.nodes[link.source].id);
        link.target = m_nodes.at(against.nodes[link.target].id);
        m_figure.links.push_back(std::move(link));
    }
    m_ofLinks[place->second].against = amount;
    m_ofLinks[place->second].againstText = figure;
}

/// "≥ $60B against $50B: +$10B". Of the difference no bound is claimed.
QString bothText(const BothAmounts& both, Unit unit)
{
    const auto text = [unit](std::int64_t amount, const QString& said) {
        return said.isEmpty() ? amountText(amount, unit) : said;
    };
    return FigureWords::tr("%1 against %2: %3", "an amount, another, their difference")
        .arg(text(both.shown, both.shownText), text(both.against, both.againstText),
             deltaText(both.shown - both.against, unit));
}

void FlowMerger::sayLinks()
{
    for (std::size_t at = 0; at < m_figure.links.size(); ++at) {
        FlowLink& link = m_figure.links[at];
        const BothAmounts& both = m_ofLinks[at];
        link.amount = std::max(both.shown, both.against);
        link.change = both.shown - both.against;
        if (link.amount > 0)
            link.figure = bothText(both, m_figure.unit);
    }
}

/// A box holds all ribbons as wide as they are here.
void FlowMerger::sayNodes()
{
    std::vector<std::array<std::int64_t, 2>> ribbons(m_figure.nodes.size(), {0, 0});
    for (const FlowLink& link : m_figure.links) {
        ribbons[link.source][1] += link.amount;
        ribbons[link.target][0] += link.amount;
    }
    for (std::size_t at = 0; at < m_figure.nodes.size(); ++at) {
        FlowNode& node = m_figure.nodes[at];
        const BothAmounts& both = m_ofNodes[at];
        node.amount = std::max(ribbons[at][0], ribbons[at][1]);
        node.change = both.shown - both.against;
        if (node.change == 0)
            continue;
        node.evidence.tooltip = bothText(both, m_figure.unit) + QLatin1Char('\n') + node.evidence.tooltip;
        const QString delta = deltaText(node.change, m_figure.unit);
        node.figure = both.shownText.isEmpty() ? delta : closer(both.shownText, delta);
    }
}

void FlowMerger::sayHead()
{
    ChartHead& head = m_figure.head;
    head.emptyTitle.clear();
    head.subtitle = FigureWords::tr("%1 against %2").arg(m_lenses.shown, m_lenses.against) + QStringLiteral(" · ") +
                    FigureWords::tr("a ribbon is as wide as the larger") + QStringLiteral(" · ") + head.subtitle;
    head.legend.push_back(
        {FigureWords::tr("more than: %1").arg(m_lenses.against), outsideColours(), MarkStyle::Gained});
    head.legend.push_back({FigureWords::tr("less than: %1").arg(m_lenses.against), outsideColours(), MarkStyle::Lost});
    const QString unit = m_figure.unit == Unit::Money ? QStringLiteral("USD") : QStringLiteral("MW");
    DataTable table;
    table.columns << FigureWords::tr("From") << FigureWords::tr("To");
    for (const QString& name : {m_lenses.shown, m_lenses.against, FigureWords::tr("Difference")})
        table.columns << closer(name, unit);
    table.isNumber = {false, false, true, true, true};
    const bool isMoney = m_figure.unit == Unit::Money; // which goes to the left, capacity to the right
    for (std::size_t at = 0; at < m_figure.links.size(); ++at) {
        const FlowLink& link = m_figure.links[at];
        const BothAmounts& both = m_ofLinks[at];
        const QString& left = m_figure.nodes[link.source].name;
        const QString& right = m_figure.nodes[link.target].name;
        table.rows.push_back({isMoney ? right : left, isMoney ? left : right, plainAmount(both.shown, m_figure.unit),
                              plainAmount(both.against, m_figure.unit),
                              plainAmount(both.shown - both.against, m_figure.unit)});
    }
    head.table = std::move(table);
}

FlowFigure FlowMerger::with(FlowFigure against)
{
    m_numbers = addHeadOf(m_figure.head, against.head, m_lenses);
    mergeColumns(against);
    for (const FlowNode& node : against.nodes)
        addNode(node);
    for (const FlowLink& link : against.links)
        addLink(link, against);
    sayLinks();
    sayNodes();
    sayHead();
    m_figure.lenses = m_lenses;
    return std::move(m_figure);
}

/// What stands apart in either of two flows.
std::set<std::string> apartIn(const FlowFigure& one, const FlowFigure& other)
{
    std::set<std::string> ids;
    for (const FlowFigure* figure : {&one, &other})
        for (const FlowNode& node : figure->nodes)
            if (!node.isOutside)
                ids.insert(node.id);
    return ids;
}

bool hasAll(const FlowFigure& figure, const std::set<std::string>& ids)
{
    const auto count =
        std::count_if(figure.nodes.begin(), figure.nodes.end(), [](const FlowNode& node) { return !node.isOutside; });
    return static_cast<std::size_t>(count) == ids.size();
}

} // namespace

FlowFigure buildComparedFlow(const ComparedSides& sides, const FigureOptions& options, Period periodAgainst)
{
    FigureOptions other = options;
    other.period = periodAgainst;
    FlowFigure shown = buildFlow(sides.shown.chain, sides.shown.rollups, options);
    FlowFigure against = buildFlow(sides.against.chain, sides.against.rollups, other);
    FigureOptions same = options;
    same.apart = apartIn(shown, against);
    other.apart = same.apart;
    if (!hasAll(shown, same.apart))
        shown = buildFlow(sides.shown.chain, sides.shown.rollups, same);
    if (!hasAll(against, same.apart))
        against = buildFlow(sides.against.chain, sides.against.rollups, other);
    if (shown.head.isEmpty() && against.head.isEmpty())
        return shown;
    return FlowMerger(sides, std::move(shown)).with(std::move(against));
}

} // namespace ochain
