// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/figure_options.h"
#include "figures/flow_columns.h"

#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace ochain {

/// A box of the flow while it is put together.
struct FlowBox {
    std::string id;
    int column = 0;
    NodeId company;              ///< the outermost node in it, unset for a tier's box
    TierId tier;                 ///< of the company, or the tier itself
    bool isInvestor = false;     ///< stands at the right of whom it pays, apart from its own supplies
    bool isBuyer = false;        ///< likewise, as a customer
    std::vector<NodeId> members; ///< nodes with a part in the figure, each once, in the order they came
    std::set<KindId> kinds;      ///< of capital, for an investor's name
    std::int64_t left = 0;       ///< amounts of its links to the left, where it buys, pays … and
    std::int64_t right = 0;      ///< … to the right, where it sells
    std::uint32_t undisclosed = 0;
    bool isGuaranteed = false; ///< an end of a guarantee that is shown: it is not too small to be seen
};

/// Sorts the nodes of a chain into the boxes of the flow: a company with all that belongs to it in the same column, or
/// a tier; what is expanded falls apart into its own parts. The company looked at is never part of a larger box, so
/// that its balance can be drawn.
class FlowBoxes {
public:
    FlowBoxes(const Chain& chain, const FigureOptions& options);

    /// The box a node stands in, made if it is new.
    [[nodiscard]] std::uint32_t of(NodeId node);
    /// The box an investor stands in as seen from the box it pays: its own where that stands right of it, else one of
    /// investors.
    [[nodiscard]] std::uint32_t ofInvestor(NodeId investor, std::uint32_t investee, KindId kind);
    /// The box a customer stands in as seen from its supplier's box: its own where that stands right of it, else one of
    /// its own among the buyers, so that nothing runs backwards.
    [[nodiscard]] std::uint32_t ofBuyer(NodeId customer, std::uint32_t supplier);
    /// Who owns what a node supplies, where the owner stands further left than the node's box: the nearest owner there
    /// and its box. Nothing if there is none in the picture.
    [[nodiscard]] std::optional<std::pair<NodeId, std::uint32_t>> ownerOf(NodeId supplier, std::uint32_t box);
    std::uint32_t add(FlowBox box);
    /// Counts a node among those that have a part in a box.
    void addMember(std::uint32_t box, NodeId node);

    [[nodiscard]] std::vector<FlowBox>& all() noexcept { return m_boxes; }
    [[nodiscard]] const std::vector<FlowBox>& all() const noexcept { return m_boxes; }
    [[nodiscard]] const FlowColumns& columns() const noexcept { return m_columns; }
    [[nodiscard]] bool isExpanded(const std::string& id) const { return m_options.expanded.count(id) > 0; }
    /// Whether a node belongs to the company looked at; never where a box is a tier.
    [[nodiscard]] bool isOfGroup(NodeId node) const { return !m_isOfGroup.empty() && m_isOfGroup[node.value]; }
    /// Whether all that has a part in the box belongs to it.
    [[nodiscard]] bool isOfGroup(const std::vector<NodeId>& members) const;
    /// What opens the box into its parts, or closes what it is a part of; empty where there is nothing to open.
    [[nodiscard]] std::string toggleOf(const FlowBox& box) const;
    /// The innermost node that holds all that has a part: the OpenAI Group, not the foundation above it. Unset for a
    /// tier's box.
    [[nodiscard]] NodeId nodeOf(const FlowBox& box) const;
    [[nodiscard]] QString nameOfBox(const FlowBox& box) const;

private:
    /// Where nodes stand by themselves: a company's place, or a tier's.
    struct Home {
        std::string id;
        NodeId company; ///< unset for a tier
        TierId tier;
        int column = 0;
        std::uint32_t box = kNoRow; ///< once something is in it
    };
    enum class Role : std::uint8_t { Investor, Buyer };

    [[nodiscard]] bool isOpened(NodeId node) const;
    [[nodiscard]] NodeId companyOf(NodeId node) const;
    [[nodiscard]] std::string idOf(NodeId node, NodeId& company) const;
    std::uint32_t homeOf(NodeId node);
    std::uint32_t guestBox(std::uint32_t home, int column, Role role);

    const Chain& m_chain;
    const FigureOptions& m_options;
    FlowColumns m_columns;
    NodeId m_group; ///< the company looked at
    std::vector<bool> m_isOfGroup;
    std::vector<FlowBox> m_boxes;
    std::unordered_map<std::string, std::uint32_t> m_byId;
    std::vector<Home> m_homes;
    std::unordered_map<std::string, std::uint32_t> m_homeById;
    std::vector<std::uint32_t> m_homeOfNode;                   ///< kNoRow: not asked for yet
    std::vector<bool> m_isAtHome;                              ///< nodes that are members of their home's box
    std::unordered_map<std::uint64_t, std::uint32_t> m_guests; ///< home, column and role to box
    std::unordered_set<std::uint64_t> m_memberships;           ///< box and node
};

/// Gathers what is too small to be seen, and what has no amount at all, into one box a column; says for each box where
/// it goes. What makes up the balance of the company looked at stays.
[[nodiscard]] std::vector<std::uint32_t> gatherSmall(FlowBoxes& boxes, const FigureOptions& options);

} // namespace ochain
