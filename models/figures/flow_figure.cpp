// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/flow_boxes.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace ochain {

namespace {

constexpr std::size_t kMostRibbons = 2'000; ///< of single deals

class FlowBuilder {
public:
    FlowBuilder(const Chain& chain, const Rollups& rollups, const FigureOptions& options)
        : m_chain(chain), m_rollups(rollups), m_options(options), m_boxes(chain, options), m_assumed(chain, rollups),
          m_reader(chain, rollups), m_sources(chain),
          m_unit(options.mode == FlowMode::Money ? Unit::Money : Unit::Capacity)
    {}

    FlowFigure build();

private:
    void findLayer();
    void collect();
    void addDeal(DealId id, const Deal& deal);
    void passOn();
    void gather();
    void balance();
    [[nodiscard]] bool isFocusOpen() const;
    void makeLinks();
    void makeNodes();
    [[nodiscard]] DealId ribbonOf(const FlowPart& part) const;
    FlowLink linkOf(const std::vector<const FlowPart*>& parts) const;
    void colourLinks();
    FlowNode nodeOf(std::uint32_t box) const;
    [[nodiscard]] std::vector<TierId> stagesIn(int column, bool withGathered) const;
    void dropEmptyColumns();
    void sayHead();
    void sayLegend();
    void sayNotes();
    void sayEmpty();
    void fillTable();
    [[nodiscard]] bool isCancelled() const noexcept { return m_options.isCancelled(); }
    [[nodiscard]] bool isMoney() const noexcept { return m_options.mode == FlowMode::Money; }
    [[nodiscard]] QString layer() const { return layerName(m_chain, m_layer, m_options.language); }

    const Chain& m_chain;
    const Rollups& m_rollups;
    const FigureOptions& m_options;
    FlowBoxes m_boxes;
    AssumedPart m_assumed;
    DealReader m_reader;
    SourceNumbers m_sources;
    Unit m_unit;
    std::uint32_t m_layer = 0;
    std::uint32_t m_focus = kNoRow;
    std::vector<FlowPart> m_parts;
    std::size_t m_undisclosed = 0; ///< deals without amount that would be in the picture
    std::size_t m_undated = 0;     ///< deals whose amount is in no period
    std::int64_t m_undatedAmount = 0;
    std::int64_t m_leftOver = 0; ///< of the focus: more comes in than goes out
    FlowFigure m_figure;
    std::map<std::uint32_t, std::uint32_t> m_nodeOfBox;
    std::vector<std::vector<DealAmount>> m_dealsOfNode;
};

void FlowBuilder::findLayer()
{
    const TierId tier = m_chain.find<TierId>(m_options.layer);
    m_layer = tier.isSet() ? m_chain.layerOf(tier) : 0;
    if (!tier.isSet() && m_chain.layers().empty())
        m_layer = static_cast<std::uint32_t>(m_chain.layers().size());
}

void FlowBuilder::addDeal(DealId id, const Deal& deal)
{
    const DealClass dealClass = m_chain.classOf(deal);
    if (dealClass == DealClass::Control ||
        (!isMoney() && (dealClass != DealClass::Trade || m_chain.layerOf(deal.supplier) != m_layer)))
        return;
    m_reader.moveTo(id);
    const auto figureIn = [&](Period period) { return isMoney() ? m_reader.money(period) : m_reader.capacity(period); };
    if (m_options.period.kind != PeriodKind::Total && m_options.period.kind != PeriodKind::Unscheduled) {
        const std::int64_t undated = figureIn(kUnscheduled).value;
        m_undatedAmount += undated;
        m_undated += undated > 0 ? 1 : 0;
    }
    const Figure figure = figureIn(m_options.period);
    if (figure.value <= 0 && figure.undisclosed == 0)
        return;
    FlowPart part;
    part.deal = {id, std::max<std::int64_t>(figure.value, 0), figure.undisclosed > 0};
    part.isCapital = dealClass == DealClass::Capital;
    part.left = m_boxes.of(part.isCapital ? deal.customer : deal.supplier);
    part.right = part.isCapital ? m_boxes.ofInvestor(deal.supplier, part.left, deal.kind)
                                : m_boxes.ofBuyer(deal.customer, part.left);
    part.assumed = isMoney() ? m_assumed.money(id, m_options.period, part.deal.amount)
                             : m_assumed.capacity(id, m_options.period, part.deal.amount);
    m_undisclosed += part.deal.isUndisclosed ? 1 : 0;
    if (part.left != part.right)
        m_parts.push_back(part);
}

void FlowBuilder::collect()
{
    if (const NodeId focus = m_chain.find<NodeId>(m_options.group);
        isMoney() && focus.isSet() && m_options.grouping == Grouping::Company)
        m_focus = m_boxes.of(focus);
    m_chain.deals().forEach([&](DealId id, const Deal& deal) {
        if (!isCancelled())
            addDeal(id, deal);
    });
    if (isCancelled())
        m_parts.clear();   // what follows has nothing to do
    if (m_focus != kNoRow) // it is there as a place; it has a part only if a deal says so
        m_boxes.addMember(m_focus, m_chain.find<NodeId>(m_options.group));
}

/// What a company's products earn is passed on to the company, where that stands further left.
void FlowBuilder::passOn()
{
    if (!isMoney())
        return;
    std::vector<FlowPart> passed;
    for (const FlowPart& part : m_parts) {
        const auto owner = part.isCapital ? std::nullopt : m_boxes.ownerOf(part.left);
        if (!owner || *owner == part.right)
            continue;
        FlowPart on = part;
        on.right = part.left;
        on.left = *owner;
        on.isWithin = true;
        passed.push_back(on);
    }
    m_parts.insert(m_parts.end(), passed.begin(), passed.end());
}

void FlowBuilder::gather()
{
    for (const FlowPart& part : m_parts) {
        m_boxes.all()[part.left].right += part.deal.amount;
        m_boxes.all()[part.right].left += part.deal.amount;
    }
    const std::vector<std::uint32_t> goesTo = gatherSmall(m_boxes, m_focus, m_options);
    for (FlowPart& part : m_parts) {
        part.left = goesTo[part.left];
        part.right = goesTo[part.right];
    }
    m_parts.erase(
        std::remove_if(m_parts.begin(), m_parts.end(), [](const FlowPart& part) { return part.left == part.right; }),
        m_parts.end());
}

/// The deal that has a ribbon of its own; unset where deals between the same boxes share one: what is gathered at
/// either end, and everything where there are more than could be told apart.
DealId FlowBuilder::ribbonOf(const FlowPart& part) const
{
    const bool isGathered = !m_boxes.all()[part.left].tier.isSet() || !m_boxes.all()[part.right].tier.isSet();
    const bool isAlone = m_options.grouping == Grouping::Deal && !part.isWithin && !isGathered;
    return isAlone && m_parts.size() <= kMostRibbons ? part.deal.deal : DealId{};
}

FlowLink FlowBuilder::linkOf(const std::vector<const FlowPart*>& parts) const
{
    FlowLink link;
    std::vector<DealAmount> deals;
    for (const FlowPart* part : parts) {
        link.amount += part->deal.amount;
        link.assumed += part->assumed;
        link.undisclosed += part->deal.isUndisclosed ? 1 : 0;
        deals.push_back(part->deal);
    }
    link.isCapital = parts.front()->isCapital;
    link.isWithin = parts.front()->isWithin;
    link.figure = figureText({link.amount, link.undisclosed}, m_unit, m_options.language);
    for (const DealAmount& deal : deals)
        if (deal.amount > 0)
            link.amounts.emplace_back(deal.deal, deal.amount);
    std::sort(link.amounts.begin(), link.amounts.end());
    link.evidence = evidenceOf(m_chain, std::move(deals), m_unit, m_options.language);
    return link;
}

void FlowBuilder::makeLinks()
{
    std::map<std::tuple<std::uint32_t, std::uint32_t, bool, bool, DealId>, std::vector<const FlowPart*>> groups;
    for (const FlowPart& part : m_parts)
        groups[{part.left, part.right, part.isCapital, part.isWithin, ribbonOf(part)}].push_back(&part);
    const auto nodeIndex = [&](std::uint32_t box) {
        const auto [place, isNew] = m_nodeOfBox.try_emplace(box, static_cast<std::uint32_t>(m_figure.nodes.size()));
        if (isNew)
            m_figure.nodes.push_back(nodeOf(box));
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
        link.id = m_boxes.all()[left].id + ">" + m_boxes.all()[right].id + (link.isCapital ? "/capital" : "") +
                  (link.isWithin ? "/within" : "");
        if (const DealId deal = std::get<4>(entry.first); deal.isSet())
            link.id.append("/deal:").append(m_chain.text(m_chain.deals()[deal].head.key));
        m_figure.links.push_back(std::move(link));
    }
}

/// Whether the company looked at is opened into parts: then none of them has the balance of the whole.
bool FlowBuilder::isFocusOpen() const
{
    for (NodeId node = m_chain.find<NodeId>(m_options.group); node.isSet(); node = m_chain.nodes()[node].parent)
        if (m_boxes.isExpanded(nodeMark(m_chain, node)))
            return true;
    return false;
}

/// What the company looked at has left over in the period, or has still to find, as a box of its own: both its sides
/// add up.
void FlowBuilder::balance()
{
    const auto found = m_nodeOfBox.find(m_focus);
    if (m_focus == kNoRow || found == m_nodeOfBox.end() || isFocusOpen())
        return;
    const std::uint32_t focus = found->second;
    std::int64_t comesIn = 0;
    std::int64_t goesOut = 0;
    for (const FlowLink& link : m_figure.links) {
        comesIn += link.source == focus ? link.amount : 0;
        goesOut += link.target == focus ? link.amount : 0;
    }
    if (comesIn == goesOut)
        return;
    m_leftOver = comesIn - goesOut;
    FlowNode rest;
    rest.id = m_leftOver > 0 ? "left-over" : "to-find";
    rest.name = m_leftOver > 0 ? FigureWords::tr("Left over") : FigureWords::tr("Still to be found");
    rest.column = std::max(0, m_figure.nodes[focus].column + (m_leftOver > 0 ? -1 : 1));
    rest.colours = outsideColours();
    rest.isOutside = true;
    FlowLink link;
    link.amount = m_leftOver > 0 ? m_leftOver : -m_leftOver;
    const auto index = static_cast<std::uint32_t>(m_figure.nodes.size());
    link.source = m_leftOver > 0 ? index : focus;
    link.target = m_leftOver > 0 ? focus : index;
    link.id = m_leftOver > 0 ? rest.id + ">" + m_figure.nodes[focus].id : m_figure.nodes[focus].id + ">" + rest.id;
    link.colours = outsideColours();
    link.figure = moneyText(link.amount, m_options.language);
    link.evidence.tooltip = m_leftOver > 0
                                ? FigureWords::tr("More comes in than goes out in this period.")
                                : FigureWords::tr("Revenue and capital of this period do not pay for its commitments.");
    rest.evidence.tooltip = link.evidence.tooltip;
    m_figure.nodes.push_back(std::move(rest));
    m_figure.links.push_back(std::move(link));
}

FlowNode FlowBuilder::nodeOf(std::uint32_t box) const
{
    const FlowBox& from = m_boxes.all()[box];
    FlowNode node;
    node.id = from.id;
    node.column = from.column;
    node.members = from.members;
    std::sort(node.members.begin(), node.members.end());
    if (!from.tier.isSet()) {
        node.name = FigureWords::tr("Other (%1)")
                        .arg(countText(static_cast<std::int64_t>(from.members.size()), m_options.language));
        node.colours = outsideColours();
        node.isOutside = true;
        node.toggle = from.id;
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

/// Amounts, figures and evidence of the boxes from their links.
void FlowBuilder::makeNodes()
{
    std::vector<std::array<std::int64_t, 2>> sides(m_figure.nodes.size(), {0, 0});
    std::vector<std::vector<DealAmount>> deals(m_figure.nodes.size());
    std::vector<std::set<DealId>> undisclosed(m_figure.nodes.size());
    for (const FlowLink& link : m_figure.links) {
        sides[link.source][1] += link.amount;
        sides[link.target][0] += link.amount;
    }
    for (const FlowPart& part : m_parts)
        for (const std::uint32_t box : {part.left, part.right}) {
            const std::uint32_t node = m_nodeOfBox.at(box);
            deals[node].push_back(part.deal);
            if (part.deal.isUndisclosed)
                undisclosed[node].insert(part.deal.deal);
        }
    for (std::size_t at = 0; at < m_figure.nodes.size(); ++at) {
        FlowNode& node = m_figure.nodes[at];
        node.amount = std::max(sides[at][0], sides[at][1]);
        node.undisclosed = static_cast<std::uint32_t>(undisclosed[at].size());
        const bool hasOnlyUndisclosed = node.amount == 0 && node.undisclosed > 0;
        node.figure = hasOnlyUndisclosed ? figureText({0, node.undisclosed}, m_unit, m_options.language)
                                         : (node.undisclosed > 0 ? QStringLiteral("≥ ") : QString()) +
                                               amountText(node.amount, m_unit, m_options.language);
        if (!deals[at].empty() && !isCancelled())
            node.evidence = evidenceOf(m_chain, std::move(deals[at]), m_unit, m_options.language);
    }
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

void FlowBuilder::dropEmptyColumns()
{
    std::set<int> used;
    for (const FlowNode& node : m_figure.nodes)
        used.insert(node.column);
    std::map<int, int> place;
    for (const int column : used) {
        place[column] = static_cast<int>(m_figure.columns.size());
        m_figure.columns << m_boxes.columns().heading(stagesIn(column, false), m_options.language);
    }
    for (FlowNode& node : m_figure.nodes)
        node.column = place[node.column];
}

void FlowBuilder::fillTable()
{
    DataTable& table = m_figure.head.table;
    table.columns << (isMoney() ? FigureWords::tr("Paid") : FigureWords::tr("Supplier"))
                  << (isMoney() ? FigureWords::tr("Pays") : FigureWords::tr("Customer")) << FigureWords::tr("What")
                  << (isMoney() ? FigureWords::tr("US$") : FigureWords::tr("MW")) << FigureWords::tr("Of it assumed")
                  << FigureWords::tr("Undisclosed deals") << FigureWords::tr("Sources");
    table.isNumber = {false, false, false, true, true, true, false};
    for (const FlowLink& link : m_figure.links) {
        QStringList sources;
        for (const int number : link.evidence.sources)
            sources << QString::number(number);
        const QString what = link.isCapital                ? FigureWords::tr("capital")
                             : link.isWithin               ? FigureWords::tr("within the company")
                             : link.evidence.deals.empty() ? FigureWords::tr("balance")
                                                           : FigureWords::tr("trade");
        table.rows.push_back({m_figure.nodes[link.source].name, m_figure.nodes[link.target].name, what,
                              plainAmount(link.amount, m_unit), plainAmount(link.assumed, m_unit),
                              QString::number(link.undisclosed), sources.join(QLatin1Char(' '))});
    }
}

void FlowBuilder::sayLegend()
{
    std::vector<LegendEntry>& legend = m_figure.head.legend;
    bool hasCapital = false;
    bool hasAssumed = false;
    bool hasUndisclosed = false;
    for (const FlowLink& link : m_figure.links) {
        hasCapital = hasCapital || link.isCapital;
        hasAssumed = hasAssumed || link.assumed > 0;
        hasUndisclosed = hasUndisclosed || (link.amount == 0 && link.undisclosed > 0);
    }
    std::set<std::uint32_t> roots;
    for (const FlowNode& node : m_figure.nodes)
        if (node.row)
            roots.insert(m_chain
                             .rootOf(node.row->table == Table::Nodes ? m_chain.nodes()[NodeId{node.row->row}].tier
                                                                     : TierId{node.row->row})
                             .value);
    for (const TierId tier : m_chain.tierOrder())
        if (roots.count(tier.value) > 0)
            legend.push_back(
                {shortName(m_chain, tier, m_options.language), coloursOf(m_chain, tier), MarkStyle::Solid});
    if (hasCapital)
        legend.push_back({FigureWords::tr("Hatched: capital"), outsideColours(), MarkStyle::Hatched});
    if (hasAssumed)
        legend.push_back({FigureWords::tr("Dashed: rests on assumed dates"), outsideColours(), MarkStyle::Dashed});
    if (hasUndisclosed)
        legend.push_back({FigureWords::tr("Thin line: amount undisclosed"), outsideColours(), MarkStyle::Outline});
}

void FlowBuilder::sayNotes()
{
    QStringList& notes = m_figure.head.notes;
    const Language language = m_options.language;
    if (isMoney())
        notes << FigureWords::tr(
            "Money runs from right to left: who stands at the right end of a ribbon pays, who stands at its left is paid.");
    else
        notes << FigureWords::tr(
            "Capacity runs from left to right. It is that of one layer; layers are never added up.");
    if (m_undatedAmount > 0)
        notes << FigureWords::tr("Without dates, and so in no period: %1 in %2.")
                     .arg(amountText(m_undatedAmount, m_unit, language), dealsWords(m_undated, language));
}

void FlowBuilder::sayEmpty()
{
    ChartHead& head = m_figure.head;
    const QString period =
        isMoney() ? inPeriod(m_options.period, m_options.language) : atEndOf(m_options.period, m_options.language);
    head.emptyTitle =
        isMoney() ? FigureWords::tr("No money is known to move %1 under this lens.").arg(period)
                  : FigureWords::tr("No capacity of the layer %1 stands %2 under this lens.").arg(layer(), period);
    head.emptyHint = FigureWords::tr(
        "Move the period, take the clock “known as of” further on, or enter a deal with its amount and dates.");
}

void FlowBuilder::sayHead()
{
    ChartHead& head = m_figure.head;
    const Language language = m_options.language;
    head.view = QStringLiteral("flow");
    const bool isAll = m_options.period.kind == PeriodKind::Total;
    head.title = isMoney() && isAll ? FigureWords::tr("Who pays whom, all years together?")
                 : isMoney()
                     ? FigureWords::tr("Who pays whom %1?").arg(inPeriod(m_options.period, language))
                     : FigureWords::tr("Who supplies whom %1? %2").arg(atEndOf(m_options.period, language), layer());
    head.subtitle = isMoney() ? FigureWords::tr("US$, %1").arg(lensWords(m_rollups.lens(), language))
                              : FigureWords::tr("GW standing, %1").arg(lensWords(m_rollups.lens(), language));
    if (m_undisclosed > 0)
        head.subtitle += QStringLiteral(" · ") + (isMoney() ? FigureWords::tr("%1 undisclosed in money")
                                                            : FigureWords::tr("%1 undisclosed in capacity"))
                                                     .arg(dealsWords(m_undisclosed, language));
    head.lensJson = lensJson(head.view, m_chain, m_rollups.lens(), m_options);
    head.sources = m_sources.lines();
    sayLegend();
    sayNotes();
    fillTable();
    if (m_figure.links.empty())
        sayEmpty();
}

FlowFigure FlowBuilder::build()
{
    m_figure.unit = m_unit;
    m_figure.orders = m_options.orders;
    findLayer();
    collect();
    passOn();
    gather();
    makeLinks();
    if (isCancelled())
        return std::move(m_figure); // some boxes have no node
    balance();
    makeNodes();
    colourLinks();
    dropEmptyColumns();
    std::stable_sort(m_figure.links.begin(), m_figure.links.end(),
                     [](const FlowLink& a, const FlowLink& b) { return a.amount > b.amount; });
    for (FlowLink& link : m_figure.links)
        if (!isCancelled())
            m_sources.addAll(link.evidence);
    for (FlowNode& node : m_figure.nodes)
        if (!isCancelled())
            m_sources.addAll(node.evidence);
    sayHead();
    return std::move(m_figure);
}

} // namespace

const ChartHead& headOf(const ChartFigure& figure) noexcept
{
    return std::visit([](const auto& each) -> const ChartHead& { return each.head; }, figure);
}

FlowFigure buildFlow(const Chain& chain, const Rollups& rollups, const FigureOptions& options)
{
    return FlowBuilder(chain, rollups, options).build();
}

Result<ChartFigure> buildFigure(const std::string& view, const Chain& chain, const Rollups& rollups,
                                const FigureOptions& options)
{
    std::optional<ChartFigure> built;
    if (view == "flow")
        built = buildFlow(chain, rollups, options);
    else if (view == "capacity")
        keepPeriods(std::get<CapacityFigure>(built.emplace(buildCapacity(chain, rollups, options))), options);
    else if (view == "money")
        keepPeriods(std::get<MoneyFigure>(built.emplace(buildMoney(chain, rollups, options))), options);
    if (built && options.cancelled != nullptr && *options.cancelled)
        return failure(ErrorKind::Cancelled, QT_TRANSLATE_NOOP("Sentence", "Drawing was cancelled."));
    if (built)
        return std::move(*built);
    return failure(ErrorKind::NotFound,
                   QT_TRANSLATE_NOOP("Sentence", "there is no view “{0}”; the views are flow, capacity and money"),
                   view);
}

} // namespace ochain
