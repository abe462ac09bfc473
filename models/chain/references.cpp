// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/references.h"

#include "chain/formula.h"

#include <algorithm>

namespace ochain {

namespace {

/// Walks the rows that refer to one, as long as somebody wants more.
class Walk {
public:
    Walk(const Chain& chain, RowRef row, const std::function<bool(RowRef)>& take)
        : m_chain(chain), m_row(row), m_take(take)
    {}

    void run()
    {
        const std::uint32_t row = m_row.row;
        switch (m_row.table) {
        case Table::Tiers:
            scan(m_chain.tiers(), Table::Tiers, [row](const Tier& tier) { return tier.parent.value == row; });
            scan(m_chain.nodes(), Table::Nodes, [row](const Node& node) { return node.tier.value == row; });
            break;
        case Table::Nodes:
            walkNode(NodeId{row});
            break;
        case Table::DealKinds:
            scan(m_chain.deals(), Table::Deals, [row](const Deal& deal) { return deal.kind.value == row; });
            break;
        case Table::Statuses:
            scan(m_chain.deals(), Table::Deals, [row](const Deal& deal) { return deal.status.value == row; });
            break;
        case Table::Deals:
            m_chain.forEachTranche(DealId{row}, [this](TrancheId id, const Tranche&) { take(Table::Tranches, id); });
            m_chain.forEachPart(DealId{row}, [this](DealId id, const Deal&) { take(Table::Deals, id); });
            break;
        case Table::Sources:
            scan(m_chain.citations(), Table::Citations,
                 [row](const Citation& citation) { return citation.source.value == row; });
            scan(m_chain.claims(), Table::Claims, [row](const Claim& claim) { return claim.source.value == row; });
            break;
        case Table::Scenarios:
            scan(m_chain.overrides(), Table::Overrides,
                 [row](const Override& overriding) { return overriding.scenario.value == row; });
            break;
        default:
            break;
        }
        walkNotes();
    }

private:
    void walkNode(NodeId node)
    {
        m_chain.forEachSupplied(node, [this](DealId id, const Deal&) { take(Table::Deals, id); });
        m_chain.forEachBought(node, [this](DealId id, const Deal&) { take(Table::Deals, id); });
        m_chain.forEachChild(node, [this](NodeId id, const Node&) { take(Table::Nodes, id); });
        scan(m_chain.metrics(), Table::Metrics, [node](const Metric& metric) { return metric.node == node; });
        scan(m_chain.events(), Table::Events, [node](const Event& event) {
            return std::find(event.nodes.begin(), event.nodes.end(), node) != event.nodes.end();
        });
    }
    void walkNotes()
    {
        m_chain.forEachCitation(m_row, [this](CitationId id, const Citation&) { take(Table::Citations, id); });
        m_chain.forEachClaim(m_row, [this](ClaimId id, const Claim&) { take(Table::Claims, id); });
        scan(m_chain.overrides(), Table::Overrides,
             [this](const Override& overriding) { return overriding.of == m_row; });
    }
    template <class RowId>
    void take(Table table, RowId id)
    {
        m_goesOn = m_goesOn && m_take({table, id.value});
    }
    template <class Rows, class Test>
    void scan(const Rows& rows, Table table, Test test)
    {
        const auto& all = rows.all();
        for (std::uint32_t i = 0; m_goesOn && i < all.size(); ++i)
            if (all[i].head.isAlive && test(all[i]))
                m_goesOn = m_take({table, i});
    }

    const Chain& m_chain;
    RowRef m_row;
    const std::function<bool(RowRef)>& m_take;
    bool m_goesOn = true;
};

} // namespace

void forEachReferrer(const Chain& chain, RowRef row, const std::function<bool(RowRef)>& take)
{
    Walk(chain, row, take).run();
}

std::optional<RowRef> firstReferrer(const Chain& chain, RowRef row)
{
    std::optional<RowRef> first;
    forEachReferrer(chain, row, [&first](RowRef by) {
        first = by;
        return false;
    });
    return first;
}

std::vector<DealId> dealsNamingSeries(const Chain& chain, std::string_view series)
{
    std::vector<DealId> deals;
    for (const DealId deal : chain.formulaDeals()) {
        const Result<Formula> formula = Formula::parse(chain.text(chain.deals()[deal].formula));
        if (formula && std::find(formula->names().begin(), formula->names().end(), series) != formula->names().end())
            deals.push_back(deal);
    }
    return deals;
}

} // namespace ochain
