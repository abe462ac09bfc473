// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/flow_figure.h"

#include "document/names.h"
#include "figures/figure_parts.h"
#include "figures/figure_words.h"
#include "figures/flow_balance.h"
#include "figures/flow_words.h"
#include "language/punctuation.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace ochain {

namespace {

constexpr std::size_t kMostRibbons = 2'000; ///< of single deals
constexpr int kLinesPerSide = 5;            ///< of a box's tooltip

void addTo(Figure& sum, const DealAmount& deal)
{
    sum.value += deal.amount;
    sum.undisclosed += deal.isUndisclosed ? 1 : 0;
}

/// Puts boxes and ribbons together from what the deals bring in.
class FlowBuilder {
public:
    FlowBuilder(const Chain& chain, const Rollups& rollups, const FigureOptions& options)
        : m_chain(chain), m_rollups(rollups), m_options(options), m_boxes(chain, options), m_sources(chain)
    {
        m_figure.unit = options.mode == FlowMode::Money ? Unit::Money : Unit::Capacity;
        m_figure.orders = options.orders;
    }

    FlowFigure build();

private:
    [[nodiscard]] LayerNumber layerNumber() const;
    void makeLinks();
    [[nodiscard]] DealId ribbonOf(const FlowPart& part) const;
    [[nodiscard]] FlowLink linkOf(const std::vector<const FlowPart*>& parts) const;
    [[nodiscard]] FlowNode nodeOf(std::uint32_t box) const;
    void nameGuests();
    void tieBalance();
    void addTie(const BalanceTie& tie, std::uint32_t rest);
    void makeNodes();
    void explain(std::uint32_t at, const std::vector<const FlowPart*>& parts);
    [[nodiscard]] QString promisedWords(std::uint32_t at) const;
    void tellInside();
    void colourLinks();
    [[nodiscard]] std::vector<TierId> stagesIn(int column, bool withGathered) const;
    [[nodiscard]] QString headingOf(int column) const;
    void dropEmptyColumns();
    void numberSources();
    [[nodiscard]] bool isCancelled() const noexcept { return m_options.isCancelled(); }
    [[nodiscard]] bool isMoney() const noexcept { return m_figure.unit == Unit::Money; }

    const Chain& m_chain;
    const Rollups& m_rollups;
    const FigureOptions& m_options;
    FlowBoxes m_boxes;
    SourceNumbers m_sources;
    FlowParts m_parts;
    FlowFigure m_figure;
    std::map<std::uint32_t, std::uint32_t> m_nodeOfBox;
    std::vector<std::uint32_t> m_boxOfNode;
    std::map<std::uint32_t, QString> m_tied; ///< what of the balance is tied to a node, as a line of its tooltip
};

LayerNumber FlowBuilder::layerNumber() const
{
    const TierId tier = m_chain.find<TierId>(m_options.layer);
    return tier.isSet() ? m_chain.layerOf(tier) : LayerNumber{0};
}

/// The deal that has a ribbon of its own; unset where deals between the same boxes share one: what is gathered at
/// either end, and everything where there are more than could be told apart.
DealId FlowBuilder::ribbonOf(const FlowPart& part) const
{
    const bool isGathered = !m_boxes.all()[part.left].tier.isSet() || !m_boxes.all()[part.right].tier.isSet();
    const bool isAlone = m_options.grouping == Grouping::Deal && !part.isWithin && !isGathered;
    return isAlone && m_parts.parts.size() <= kMostRibbons ? part.deal.deal : DealId{};
}

FlowLink FlowBuilder::linkOf(const std::vector<const FlowPart*>& parts) const
{
    FlowLink link;
    std::vector<DealAmount> deals;
    for (const FlowPart* part : parts) {
        link.amount += part->deal.amount;
        link.assumed += part->assumed;
        link.undisclosed += part->deal.isUndisclosed ? 1 : 0;
        link.promised += part->promised;
        deals.push_back(part->isGuarantee ? DealAmount{part->deal.deal, part->promised, part->deal.isUndisclosed}
                                          : part->deal);
    }
    link.isGuarantee = parts.front()->isGuarantee;
    link.isCapital = parts.front()->isCapital;
    link.isWithin = parts.front()->isWithin;
    link.figure = figureText({link.isGuarantee ? link.promised : link.amount, link.undisclosed}, m_figure.unit);
    for (const DealAmount& deal : deals)
        if (deal.amount > 0 && !link.isGuarantee)
            link.amounts.emplace_back(deal.deal, deal.amount);
    std::sort(link.amounts.begin(), link.amounts.end());
    link.evidence = evidenceOf(m_chain, std::move(deals), m_figure.unit);
    return link;
}

void FlowBuilder::makeLinks()
{
    std::map<std::tuple<std::uint32_t, std::uint32_t, bool, bool, bool, DealId>, std::vector<const FlowPart*>> groups;
    for (const FlowPart& part : m_parts.parts)
        groups[{part.left, part.right, part.isGuarantee, part.isCapital, part.isWithin, ribbonOf(part)}].push_back(
            &part);
    const auto nodeIndex = [&](std::uint32_t box) {
        const auto [place, isNew] = m_nodeOfBox.try_emplace(box, static_cast<std::uint32_t>(m_figure.nodes.size()));
        if (isNew) {
            m_figure.nodes.push_back(nodeOf(box));
            m_boxOfNode.push_back(box);
        }
        return place->second;
    };
    for (const auto& entry : groups) {
        if (isCancelled())
            return;
        FlowLink link = linkOf(entry.second);
        const std::uint32_t left = std::get<0>(entry.first);
        const std::uint32_t right = std::get<1>(entry.first);
        link.source = nodeIndex(left);
        link.target = nodeIndex(right);
        link.id = m_boxes.idOf(m_boxes.all()[left]) + ">" + m_boxes.idOf(m_boxes.all()[right]) +
                  (link.isCapital ? "/capital" : "") + (link.isWithin ? "/within" : "") +
                  (link.isGuarantee ? "/guarantee" : "");
        if (const DealId deal = std::get<5>(entry.first); deal.isSet())
            link.id.append("/deal:").append(m_chain.text(m_chain.deals()[deal].head.key));
        m_figure.links.push_back(std::move(link));
    }
}

FlowNode FlowBuilder::nodeOf(std::uint32_t box) const
{
    const FlowBox& from = m_boxes.all()[box];
    FlowNode node;
    node.id = m_boxes.idOf(from);
    node.column = from.column;
    node.members = from.members;
    std::sort(node.members.begin(), node.members.end());
    if (!from.tier.isSet()) {
        node.name = FigureWords::tr("Other (%1)").arg(countText(static_cast<std::int64_t>(from.members.size())));
        node.colours = outsideColours();
        node.isOutside = true;
        node.toggle = node.id;
        return node;
    }
    node.name = m_boxes.nameOfBox(from);
    node.colours = coloursOf(m_chain, from.tier);
    node.toggle = m_boxes.toggleOf(from);
    node.isExpanded = !node.toggle.empty() && m_boxes.isExpanded(node.toggle);
    node.row =
        from.company.isSet() ? RowRef{Table::Nodes, m_boxes.nodeOf(from).value} : RowRef{Table::Tiers, from.tier.value};
    return node;
}

/// Who buys in a box apart from its own is told from itself by a word, so that one name does not have two figures.
void FlowBuilder::nameGuests()
{
    std::map<QString, int> boxesOfName;
    for (const FlowNode& node : m_figure.nodes)
        ++boxesOfName[node.name];
    for (std::size_t at = 0; at < m_boxOfNode.size(); ++at)
        if (QString& name = m_figure.nodes[at].name; m_boxes.all()[m_boxOfNode[at]].isBuyer && boxesOfName[name] > 1)
            name = FigureWords::tr("%1 (as customer)").arg(name);
}

/// What the company looked at has left over in the period, or has still to find, as a box of its own. It is the
/// rollup's figure, tied to the boxes in which the company pays more than it gets, or the other way round.
void FlowBuilder::tieBalance()
{
    m_figure.balance = balanceOf(m_chain, m_rollups, m_options);
    if (!m_figure.balance)
        return;
    std::vector<bool> isOfGroup;
    for (const FlowNode& node : m_figure.nodes)
        isOfGroup.push_back(m_boxes.isOfGroup(node.members));
    const std::vector<BalanceTie> ties = tiesOf(m_figure, isOfGroup);
    if (ties.empty())
        return;
    const bool isLeftOver = m_figure.balance->rest() > 0;
    FlowNode rest;
    rest.id = isLeftOver ? "left-over" : "to-find";
    rest.name = isLeftOver ? FigureWords::tr("Left over") : FigureWords::tr("Still to be found");
    rest.column = m_figure.nodes[ties.front().node].column;
    for (const BalanceTie& tie : ties)
        rest.column = isLeftOver ? std::min(rest.column, m_figure.nodes[tie.node].column - 1)
                                 : std::max(rest.column, m_figure.nodes[tie.node].column + 1);
    rest.colours = outsideColours();
    rest.isOutside = true;
    rest.evidence.tooltip = balanceWords(*m_figure.balance, nameOf(m_chain, *groupNamed(m_chain, m_options.group)));
    const auto index = static_cast<std::uint32_t>(m_figure.nodes.size());
    m_figure.nodes.push_back(std::move(rest));
    for (const BalanceTie& tie : ties)
        addTie(tie, index);
}

void FlowBuilder::addTie(const BalanceTie& tie, std::uint32_t rest)
{
    const bool isLeftOver = m_figure.balance->rest() > 0;
    FlowLink link;
    link.amount = tie.amount;
    link.source = isLeftOver ? rest : tie.node;
    link.target = isLeftOver ? tie.node : rest;
    link.id = m_figure.nodes[link.source].id + ">" + m_figure.nodes[link.target].id;
    link.figure = moneyText(Cents{link.amount});
    link.evidence.tooltip = m_figure.nodes[rest].evidence.tooltip;
    const FlowBalance& balance = *m_figure.balance;
    const bool isAll = tie.amount == std::max(balance.rest(), -balance.rest());
    const QString figure = isAll ? restText(balance, HiddenStyle::Brackets) : link.figure;
    m_tied[tie.node] = told(m_figure.nodes[rest].name, figure);
    link.undisclosed = isAll ? balance.comesIn.undisclosed + balance.goesOut.undisclosed : 0;
    m_figure.links.push_back(std::move(link));
}

/// Amounts, figures and evidence of the boxes from their links.
void FlowBuilder::makeNodes()
{
    std::vector<std::array<std::int64_t, 2>> sides(m_figure.nodes.size(), {0, 0});
    for (const FlowLink& link : m_figure.links) {
        sides[link.source][1] += link.amount;
        sides[link.target][0] += link.amount;
    }
    std::vector<std::vector<const FlowPart*>> parts(m_figure.nodes.size());
    std::vector<std::set<DealId>> undisclosed(m_figure.nodes.size());
    for (const FlowPart& part : m_parts.parts)
        for (const std::uint32_t box : {part.left, part.right}) {
            const std::uint32_t node = m_nodeOfBox.at(box);
            if (part.isGuarantee) {
                m_figure.nodes[node].promised += part.promised;
                continue;
            }
            parts[node].push_back(&part);
            if (part.deal.isUndisclosed)
                undisclosed[node].insert(part.deal.deal);
        }
    for (std::uint32_t at = 0; at < m_figure.nodes.size() && !isCancelled(); ++at) {
        FlowNode& node = m_figure.nodes[at];
        node.amount = std::max(sides[at][0], sides[at][1]);
        node.undisclosed = static_cast<std::uint32_t>(undisclosed[at].size());
        node.figure = boundedText(node.amount, {node.undisclosed, 0}, m_figure.unit,
                                  node.amount == 0 ? HiddenStyle::Words : HiddenStyle::Narrow);
        if (node.amount == 0 && node.promised > 0)
            node.figure = promisedWords(at);
        if (at < m_boxOfNode.size())
            explain(at, parts[at]);
        else
            node.figure = restText(*m_figure.balance, HiddenStyle::Brackets);
    }
}

/// The figure of a box that only promises; one of its own says in its name that it does.
QString FlowBuilder::promisedWords(std::uint32_t at) const
{
    const QString amount = amountText(m_figure.nodes[at].promised, m_figure.unit);
    return m_boxes.all()[m_boxOfNode[at]].isInvestor ? amount : FigureWords::tr("%1 guaranteed").arg(amount);
}

/// Lists what comes in and what goes out of a box, each under its sum. What is passed on inside a company is one line a
/// box it is passed to or from.
void FlowBuilder::explain(std::uint32_t at, const std::vector<const FlowPart*>& parts)
{
    struct Side {
        Figure sum;
        std::vector<DealAmount> deals;
        std::map<std::uint32_t, Figure> passed; ///< by the other box
    };
    std::array<Side, 2> sides; // right of the box, left of it
    const std::uint32_t box = m_boxOfNode[at];
    for (const FlowPart* part : parts) {
        const bool isRight = part->left == box;
        Side& side = sides[isRight ? 0 : 1];
        addTo(side.sum, part->deal);
        if (part->isWithin)
            addTo(side.passed[isRight ? part->right : part->left], part->deal);
        else
            side.deals.push_back(part->deal);
    }
    const auto evidence = [&](Side& side, const QString& passed) {
        std::vector<OtherPart> others;
        for (const auto& [other, figure] : side.passed)
            others.push_back({passed.arg(m_figure.nodes[m_nodeOfBox.at(other)].name), figure});
        return evidenceOf(m_chain, std::move(side.deals), m_figure.unit, kLinesPerSide, others);
    };
    const auto title = [&](const Side& side, const QString& words) {
        return words.arg(figureText(side.sum, m_figure.unit));
    };
    m_figure.nodes[at].evidence = bothSides(
        evidence(sides[0], FigureWords::tr("passed on by %1")),
        title(sides[0], isMoney() ? FigureWords::tr("Comes into this box: %1") : FigureWords::tr("Supplies: %1")),
        evidence(sides[1], FigureWords::tr("passed on to %1")),
        title(sides[1], isMoney() ? FigureWords::tr("Goes out of this box: %1") : FigureWords::tr("Is supplied: %1")));
    if (m_figure.nodes[at].promised > 0)
        m_figure.nodes[at].evidence.tooltip +=
            QLatin1Char('\n') + FigureWords::tr("Guarantees, promised and in no sum: %1")
                                    .arg(amountText(m_figure.nodes[at].promised, m_figure.unit));
    if (const auto tie = m_tied.find(at); tie != m_tied.end())
        m_figure.nodes[at].evidence.tooltip += QLatin1Char('\n') + tie->second;
}

/// What stays inside a box has no ribbon; it is told by box, and where one points at it.
void FlowBuilder::tellInside()
{
    for (const auto& [box, inside] : m_parts.inside) {
        const auto node = m_nodeOfBox.find(box);
        FlowInside told{node == m_nodeOfBox.end() ? nodeOf(box).name : m_figure.nodes[node->second].name, inside.amount,
                        inside.deals, inside.undisclosed};
        if (node != m_nodeOfBox.end())
            m_figure.nodes[node->second].evidence.tooltip +=
                QLatin1Char('\n') +
                FigureWords::tr("Inside the box, not drawn: %1")
                    .arg(figureText({inside.amount, static_cast<std::uint32_t>(inside.undisclosed)}, m_figure.unit));
        m_figure.inside.push_back(std::move(told));
    }
    std::stable_sort(m_figure.inside.begin(), m_figure.inside.end(),
                     [](const FlowInside& a, const FlowInside& b) { return a.amount > b.amount; });
}

/// A ribbon has the colour of its lesser end: what sets it apart from the others of the same box.
void FlowBuilder::colourLinks()
{
    for (FlowLink& link : m_figure.links) {
        const FlowNode& left = m_figure.nodes[link.source];
        const FlowNode& right = m_figure.nodes[link.target];
        link.colours =
            (left.isOutside != right.isOutside ? right.isOutside : right.amount < left.amount || link.isWithin)
                ? right.colours
                : left.colours;
        if (left.id == "left-over" || right.id == "to-find")
            link.colours = outsideColours();
    }
}

/// The stages of what stands in a column by itself, or of all that is gathered there.
std::vector<TierId> FlowBuilder::stagesIn(int column, bool withGathered) const
{
    std::vector<TierId> found;
    for (const FlowNode& node : m_figure.nodes) {
        if (node.column != column || (node.isOutside && !withGathered))
            continue;
        for (const NodeId member : node.members)
            if (const TierId stage = m_boxes.columns().stageOf(m_chain.nodes()[member].tier);
                m_boxes.columns().of(member) == column && std::find(found.begin(), found.end(), stage) == found.end())
                found.push_back(stage);
    }
    return found.empty() && !withGathered ? stagesIn(column, true) : found;
}

/// What a column is called: the stages of what stands in it, and what else companies of other stages are there.
QString FlowBuilder::headingOf(int column) const
{
    QStringList names;
    if (const QString stages = m_boxes.columns().heading(stagesIn(column, false)); !stages.isEmpty())
        names << stages;
    const auto hasGuests = [&](bool FlowBox::*isGuest) {
        for (std::size_t at = 0; at < m_boxOfNode.size(); ++at) // the balance, behind them, has no box of the chain's
            if (m_figure.nodes[at].column == column && m_boxes.all()[m_boxOfNode[at]].*isGuest)
                return true;
        return false;
    };
    if (hasGuests(&FlowBox::isBuyer))
        names << FigureWords::tr("Other buyers");
    if (hasGuests(&FlowBox::isInvestor))
        names << FigureWords::tr("Other investors");
    return names.join(QStringLiteral(" · "));
}

void FlowBuilder::dropEmptyColumns()
{
    std::set<int> used; // what is left over may stand left of the first
    for (const FlowNode& node : m_figure.nodes)
        used.insert(node.column);
    std::map<int, int> place;
    for (const int column : used) {
        place[column] = static_cast<int>(m_figure.columns.size());
        m_figure.columns << headingOf(column);
        m_figure.places.push_back(column);
    }
    for (FlowNode& node : m_figure.nodes)
        node.column = place[node.column];
}

void FlowBuilder::numberSources()
{
    for (FlowLink& link : m_figure.links)
        if (!isCancelled())
            m_sources.addAll(link.evidence);
    for (FlowNode& node : m_figure.nodes)
        if (!isCancelled())
            m_sources.addAll(node.evidence);
    m_figure.head.sources = m_sources.lines();
}

FlowFigure FlowBuilder::build()
{
    const LayerNumber layer = layerNumber();
    m_parts = collectFlow(m_chain, m_rollups, m_options, m_boxes, layer);
    makeLinks();
    if (isCancelled())
        return std::move(m_figure); // some boxes have no node
    nameGuests();
    tieBalance();
    makeNodes();
    tellInside();
    colourLinks();
    dropEmptyColumns();
    std::stable_sort(m_figure.links.begin(), m_figure.links.end(),
                     [](const FlowLink& a, const FlowLink& b) { return a.amount > b.amount; });
    numberSources();
    sayFlow(m_figure, m_chain, m_rollups, m_options, m_parts, layer);
    return std::move(m_figure);
}

} // namespace

FlowFigure buildFlow(const Chain& chain, const Rollups& rollups, const FigureOptions& options)
{
    return FlowBuilder(chain, rollups, options).build();
}

} // namespace ochain
