// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/figure_options.h"
#include "figures/flow_columns.h"

#include <set>
#include <utility>

namespace ochain {

/// A box of the flow while it is put together.
struct FlowBox {
    std::string id; ///< of a gathered one; of all others see FlowBoxes::idOf()
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
    /// Gathers all that has a part in the boxes `from` in one more.
    std::uint32_t gather(FlowBox box, const std::vector<std::uint32_t>& from);

    [[nodiscard]] std::vector<FlowBox>& all() noexcept { return m_boxes; }
    [[nodiscard]] const std::vector<FlowBox>& all() const noexcept { return m_boxes; }
    [[nodiscard]] const FlowColumns& columns() const noexcept { return m_columns; }
    [[nodiscard]] bool isExpanded(const std::string& id) const { return m_options.expanded.count(id) > 0; }
    /// Whether a node belongs to the company looked at; never where a box is a tier.
    [[nodiscard]] bool isOfGroup(NodeId node) const { return !m_isOfGroup.empty() && m_isOfGroup[node.value]; }
    /// Whether all that has a part in the box belongs to it.
    [[nodiscard]] bool isOfGroup(const std::vector<NodeId>& members) const;
    /// What tells the box from all others, in every picture of the chain.
    [[nodiscard]] std::string idOf(const FlowBox& box) const;
    /// What opens the box into its parts, or closes what it is a part of; empty where there is nothing to open.
    [[nodiscard]] std::string toggleOf(const FlowBox& box) const;
    /// The innermost node that holds all that has a part: the OpenAI Group, not the foundation above it. Unset for a
    /// tier's box.
    [[nodiscard]] NodeId nodeOf(const FlowBox& box) const;
    [[nodiscard]] QString nameOfBox(const FlowBox& box) const;

private:
    /// Where nodes stand by themselves: a company's place, or a tier's.
    struct Home {
        NodeId company; ///< unset for a tier
        TierId tier;
        int column = 0;
        std::uint32_t box = kNoRow; ///< once something is in it
    };
    enum class Role : std::uint8_t { Investor, Buyer };

    [[nodiscard]] bool isOpened(NodeId node) const;
    /// A place away from home: of a home, and of each node that has been there.
    struct Guest {
        int column = 0;
        Role role = Role::Investor;
        std::uint32_t box = kNoRow;
        std::uint32_t next = kNoRow; ///< of the same home or node
    };

    [[nodiscard]] bool isInTierBox(NodeId node) const;
    [[nodiscard]] NodeId companyOf(NodeId node) const;
    std::uint32_t homeOf(NodeId node);
    std::uint32_t guestBox(NodeId node, int column, Role role);
    std::uint32_t guestBoxOfHome(std::uint32_t home, int column, Role role);
    [[nodiscard]] std::uint32_t findGuest(std::uint32_t first, int column, Role role) const noexcept;
    void addGuest(std::uint32_t& first, const Guest& guest);

    const Chain& m_chain;
    const FigureOptions& m_options;
    FlowColumns m_columns;
    NodeId m_group; ///< the company looked at
    std::vector<bool> m_isOfGroup;
    std::vector<FlowBox> m_boxes;
    std::vector<Home> m_homes;
    std::vector<std::uint32_t> m_homeOfNode; ///< by node; kNoRow: not asked for yet
    std::vector<std::uint32_t> m_homeOfCompany;
    std::vector<std::uint32_t> m_homeOfTier;
    std::vector<bool> m_isAtHome; ///< nodes that are members of their home's box
    std::vector<Guest> m_guests;
    std::vector<std::uint32_t> m_guestsOfHome; ///< the first; by home
    std::vector<std::uint32_t> m_guestsOfNode; ///< by node, which is a member there
};

/// Gathers what is too small to be seen, and what has no amount at all, into one box a column; says for each box where
/// it goes. What makes up the balance of the company looked at stays.
[[nodiscard]] std::vector<std::uint32_t> gatherSmall(FlowBoxes& boxes, const FigureOptions& options);

} // namespace ochain
