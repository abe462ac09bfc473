// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/flow_boxes.h"
#include "document/names.h"

#include "chain/ancestry.h"
#include "figures/figure_words.h"

#include <algorithm>
#include <numeric>

namespace ochain {

namespace {

constexpr std::int64_t kSmallestShare = 400; ///< a box below a 400th of the largest column cannot be told from a line
constexpr int kMostByDeal = 60;              ///< boxes of a column where nothing is to be left out: more have no room

/// One box for several, unless it is opened or there is but one.
void gatherInto(FlowBoxes& boxes, const std::string& id, const std::vector<std::uint32_t>& small,
                std::vector<std::uint32_t>& goesTo)
{
    if (small.size() < 2 || boxes.isExpanded(id))
        return;
    FlowBox other;
    other.id = id;
    other.column = boxes.all()[small.front()].column;
    const std::uint32_t gathered = boxes.gather(std::move(other), small);
    for (const std::uint32_t box : small)
        goesTo[box] = gathered;
}

} // namespace

FlowBoxes::FlowBoxes(const Chain& chain, const FigureOptions& options)
    : m_chain(chain), m_options(options), m_columns(chain), m_homeOfNode(chain.nodes().slotCount(), kNoRow),
      m_homeOfCompany(chain.nodes().slotCount(), kNoRow), m_homeOfTier(chain.tiers().slotCount(), kNoRow),
      m_isAtHome(chain.nodes().slotCount(), false), m_guestsOfNode(chain.nodes().slotCount(), kNoRow)
{
    if (options.grouping != Grouping::Tier)
        m_group = chain.find<NodeId>(options.group);
    if (m_group.isSet())
        m_isOfGroup = membersOf(chain, Group::of(m_group));
}

bool FlowBoxes::isOfGroup(const std::vector<NodeId>& members) const
{
    return !members.empty() &&
           std::all_of(members.begin(), members.end(), [this](NodeId member) { return isOfGroup(member); });
}

NodeId FlowBoxes::companyOf(NodeId node) const
{
    const int column = m_columns.of(node);
    NodeId company = node;
    // opened companies keep what is theirs alone; the way up is followed to the end, as an opened one may lie anywhere
    // on it
    for (NodeId parent = m_chain.nodes()[node].parent;
         parent.isSet() && company != m_group && m_columns.of(parent) == column;
         parent = m_chain.nodes()[parent].parent) {
        if (isOpened(parent))
            break;
        company = parent;
    }
    return company;
}

bool FlowBoxes::isInTierBox(NodeId node) const
{
    return m_options.grouping == Grouping::Tier && !isExpanded(tierMark(m_chain, m_chain.nodes()[node].tier));
}

std::string FlowBoxes::idOf(const FlowBox& box) const
{
    if (!box.id.empty())
        return box.id;
    std::string home = box.company.isSet() ? nodeMark(m_chain, box.company) : tierMark(m_chain, box.tier);
    if (box.isInvestor || box.isBuyer)
        home += (box.isInvestor ? "/capital-" : "/buyer-") + std::to_string(box.column);
    return home;
}

std::uint32_t FlowBoxes::add(FlowBox box)
{
    m_boxes.push_back(std::move(box));
    return static_cast<std::uint32_t>(m_boxes.size() - 1);
}

bool FlowBoxes::isOpened(NodeId node) const
{
    return !m_options.expanded.empty() && isExpanded(nodeMark(m_chain, node));
}

std::uint32_t FlowBoxes::gather(FlowBox box, const std::vector<std::uint32_t>& from)
{
    std::vector<bool> isIn(m_homeOfNode.size(), false); // a node may stand in several, as who pays and who buys
    for (const std::uint32_t each : from)
        for (const NodeId member : m_boxes[each].members)
            if (!isIn[member.value]) {
                isIn[member.value] = true;
                box.members.push_back(member);
            }
    return add(std::move(box));
}

std::uint32_t FlowBoxes::homeOf(NodeId node)
{
    std::uint32_t& known = m_homeOfNode[node.value];
    if (known != kNoRow)
        return known;
    Home home;
    if (!isInTierBox(node))
        home.company = companyOf(node);
    home.tier = m_chain.nodes()[home.company.isSet() ? home.company : node].tier;
    home.column = home.company.isSet() ? m_columns.of(home.company) : m_columns.of(home.tier);
    std::uint32_t& place = home.company.isSet() ? m_homeOfCompany[home.company.value] : m_homeOfTier[home.tier.value];
    if (place == kNoRow) {
        place = static_cast<std::uint32_t>(m_homes.size());
        m_homes.push_back(home);
        m_guestsOfHome.push_back(kNoRow);
    }
    return known = place;
}

std::uint32_t FlowBoxes::of(NodeId node)
{
    Home& home = m_homes[homeOf(node)];
    if (home.box == kNoRow) {
        FlowBox box;
        box.company = home.company;
        box.tier = home.tier;
        box.column = home.column;
        home.box = add(std::move(box));
    }
    if (!m_isAtHome[node.value]) { // most deals are of nodes that are there already
        m_isAtHome[node.value] = true;
        m_boxes[home.box].members.push_back(node);
    }
    return home.box;
}

std::uint32_t FlowBoxes::findGuest(std::uint32_t first, int column, Role role) const noexcept
{
    for (std::uint32_t at = first; at != kNoRow; at = m_guests[at].next)
        if (m_guests[at].column == column && m_guests[at].role == role)
            return m_guests[at].box;
    return kNoRow;
}

void FlowBoxes::addGuest(std::uint32_t& first, const Guest& guest)
{
    m_guests.push_back(guest);
    m_guests.back().next = std::exchange(first, static_cast<std::uint32_t>(m_guests.size() - 1));
}

/// A box away from home, of who pays or buys there; the node is a member of it.
std::uint32_t FlowBoxes::guestBox(NodeId node, int column, Role role)
{
    std::uint32_t& first = m_guestsOfNode[node.value];
    if (const std::uint32_t known = findGuest(first, column, role); known != kNoRow)
        return known; // most deals are of nodes that have been there
    const std::uint32_t box = guestBoxOfHome(homeOf(node), column, role);
    m_boxes[box].members.push_back(node);
    addGuest(first, {column, role, box});
    return box;
}

std::uint32_t FlowBoxes::guestBoxOfHome(std::uint32_t home, int column, Role role)
{
    std::uint32_t& first = m_guestsOfHome[home];
    if (const std::uint32_t known = findGuest(first, column, role); known != kNoRow)
        return known;
    const Home& from = m_homes[home];
    FlowBox box;
    box.company = from.company;
    box.tier = from.tier;
    box.column = column;
    box.isInvestor = role == Role::Investor;
    box.isBuyer = role == Role::Buyer;
    const std::uint32_t added = add(std::move(box));
    addGuest(first, {column, role, added});
    return added;
}

std::uint32_t FlowBoxes::ofInvestor(NodeId investor, std::uint32_t investee, KindId kind)
{
    const int column = m_boxes[investee].column;
    const std::uint32_t home = homeOf(investor);
    if (m_homes[home].column > column)
        return of(investor);
    const std::uint32_t index = guestBox(investor, column + 1, Role::Investor);
    m_boxes[index].kinds.insert(kind);
    return index;
}

std::uint32_t FlowBoxes::ofBuyer(NodeId customer, std::uint32_t supplier)
{
    const int column = m_boxes[supplier].column;
    const std::uint32_t home = homeOf(customer);
    if (m_homes[home].box == supplier || m_homes[home].column > column)
        return of(customer);
    return guestBox(customer, std::max(m_columns.buyersOf(column), column + 1), Role::Buyer);
}

std::optional<std::pair<NodeId, std::uint32_t>> FlowBoxes::ownerOf(NodeId supplier, std::uint32_t box)
{
    for (NodeId owner = m_chain.nodes()[supplier].parent; owner.isSet(); owner = m_chain.nodes()[owner].parent) {
        const Home& home = m_homes[homeOf(owner)];
        const int column = home.company.isSet() ? m_columns.of(owner) : m_columns.of(m_chain.nodes()[owner].tier);
        if (column < m_boxes[box].column)
            return home.box == kNoRow ? std::nullopt : std::optional(std::pair(owner, home.box));
    }
    return std::nullopt;
}

std::string FlowBoxes::toggleOf(const FlowBox& box) const
{
    if (box.isInvestor || box.isBuyer)
        return {};
    if (!box.company.isSet())
        return box.tier.isSet() && box.members.size() > 1 ? tierMark(m_chain, box.tier) : std::string();
    if (box.members.size() > 1)
        return nodeMark(m_chain, nodeOf(box));
    const NodeId only = nodeOf(box);
    if (isExpanded(nodeMark(m_chain, only)))
        return nodeMark(m_chain, only);
    if (const NodeId parent = m_chain.nodes()[only].parent; parent.isSet() && isExpanded(nodeMark(m_chain, parent)))
        return nodeMark(m_chain, parent);
    const std::string tier = tierMark(m_chain, m_chain.nodes()[only].tier);
    return m_options.grouping == Grouping::Tier && isExpanded(tier) ? tier : std::string();
}

NodeId FlowBoxes::nodeOf(const FlowBox& box) const
{
    if (!box.company.isSet())
        return {};
    NodeId common;
    for (const NodeId member : box.members)
        common = common.isSet() ? commonAncestor(m_chain.nodes(), common, member) : member;
    return common.isSet() ? common : box.company;
}

QString FlowBoxes::nameOfBox(const FlowBox& box) const
{
    QString name = box.company.isSet() ? nameOf(m_chain, nodeOf(box)) : shortName(m_chain, box.tier);
    if (!box.isInvestor)
        return name;
    QStringList kinds;
    for (const KindId kind : box.kinds)
        kinds << nameOf(m_chain, kind).toLower();
    return FigureWords::tr("%1 (%2)").arg(name, kinds.join(FigureWords::tr(", ")));
}

std::vector<std::uint32_t> gatherSmall(FlowBoxes& boxes, const FigureOptions& options)
{
    const auto amountOf = [&](std::uint32_t box) { return std::max(boxes.all()[box].left, boxes.all()[box].right); };
    std::vector<std::uint32_t> goesTo(boxes.all().size());
    std::iota(goesTo.begin(), goesTo.end(), 0U);
    std::map<int, std::vector<std::uint32_t>> byColumn;
    std::map<int, std::int64_t> sums;
    for (std::uint32_t box = 0; box < goesTo.size(); ++box) {
        byColumn[boxes.all()[box].column].push_back(box);
        sums[boxes.all()[box].column] += amountOf(box);
    }
    std::int64_t largest = 0;
    for (const auto& entry : sums)
        largest = std::max(largest, entry.second);
    const bool isByDeal = options.grouping == Grouping::Deal;
    const int most = isByDeal ? kMostByDeal : options.mostPerColumn;
    const std::int64_t least = isByDeal ? 0 : std::max<std::int64_t>(largest / kSmallestShare, 1);
    for (auto& [column, inColumn] : byColumn) {
        std::stable_sort(inColumn.begin(), inColumn.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return amountOf(a) > amountOf(b); });
        std::vector<std::uint32_t> own; // what makes up the balance of the company looked at stays apart
        std::vector<std::uint32_t> others;
        int kept = 0;
        for (const std::uint32_t box : inColumn) {
            const FlowBox& of = boxes.all()[box];
            const bool isLarge = (amountOf(box) >= least || of.isGuaranteed) && kept < most;
            if (options.apart.empty() ? isLarge : options.apart.count(boxes.idOf(of)) > 0)
                ++kept;
            else
                (of.left != of.right && boxes.isOfGroup(of.members) ? own : others).push_back(box);
        }
        gatherInto(boxes, "other:" + std::to_string(column), others, goesTo);
        gatherInto(boxes, "other-own:" + std::to_string(column), own, goesTo);
    }
    while (goesTo.size() < boxes.all().size())
        goesTo.push_back(static_cast<std::uint32_t>(goesTo.size()));
    return goesTo;
}

} // namespace ochain
