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
        case Table::Boundaries:
            scan(m_chain.deals(), Table::Deals, [row](const Deal& deal) { return deal.boundary.value == row; });
            scan(m_chain.tranches(), Table::Tranches,
                 [row](const Tranche& tranche) { return tranche.boundary.value == row; });
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
        scan(m_chain.dismissals(), Table::Dismissals,
             [this](const Dismissal& dismissal) { return dismissal.of == m_row; });
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

/// The references of what is noted on rows.
template <class F, class InTable>
void forEachNoteReference(const Chain& chain, F&& f, InTable&& inTable)
{
    chain.citations().forEach([&](CitationId id, const Citation& citation) {
        f(RowRef{Table::Citations, id.value}, citation.of);
        inTable(Table::Citations, id.value, Table::Sources, citation.source.value);
    });
    chain.claims().forEach([&](ClaimId id, const Claim& claim) {
        f(RowRef{Table::Claims, id.value}, claim.of);
        inTable(Table::Claims, id.value, Table::Sources, claim.source.value);
    });
    chain.overrides().forEach([&](OverrideId id, const Override& overriding) {
        f(RowRef{Table::Overrides, id.value}, overriding.of);
        inTable(Table::Overrides, id.value, Table::Scenarios, overriding.scenario.value);
    });
    chain.dismissals().forEach([&](DismissalId id, const Dismissal& dismissal) {
        f(RowRef{Table::Dismissals, id.value}, dismissal.of);
    });
}

/// Calls f(by, to) for every reference of every row alive.
template <class F>
void forEachReference(const Chain& chain, F&& f)
{
    const auto inTable = [&f](Table from, std::uint32_t row, Table to, std::uint32_t target) {
        if (target != kNoRow)
            f(RowRef{from, row}, RowRef{to, target});
    };
    chain.tiers().forEach(
        [&](TierId id, const Tier& tier) { inTable(Table::Tiers, id.value, Table::Tiers, tier.parent.value); });
    chain.nodes().forEach([&](NodeId id, const Node& node) {
        inTable(Table::Nodes, id.value, Table::Tiers, node.tier.value);
        inTable(Table::Nodes, id.value, Table::Nodes, node.parent.value);
    });
    chain.deals().forEach([&](DealId id, const Deal& deal) {
        inTable(Table::Deals, id.value, Table::Nodes, deal.supplier.value);
        inTable(Table::Deals, id.value, Table::Nodes, deal.customer.value);
        inTable(Table::Deals, id.value, Table::DealKinds, deal.kind.value);
        inTable(Table::Deals, id.value, Table::Statuses, deal.status.value);
        inTable(Table::Deals, id.value, Table::Deals, deal.partOf.value);
        inTable(Table::Deals, id.value, Table::Boundaries, deal.boundary.value);
    });
    chain.tranches().forEach([&](TrancheId id, const Tranche& tranche) {
        inTable(Table::Tranches, id.value, Table::Deals, tranche.deal.value);
        inTable(Table::Tranches, id.value, Table::Boundaries, tranche.boundary.value);
    });
    chain.metrics().forEach(
        [&](MetricId id, const Metric& metric) { inTable(Table::Metrics, id.value, Table::Nodes, metric.node.value); });
    chain.events().forEach([&](EventId id, const Event& event) {
        for (const NodeId node : event.nodes)
            inTable(Table::Events, id.value, Table::Nodes, node.value);
    });
    forEachNoteReference(chain, f, inTable);
}

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

std::vector<Reference> stillReferenced(const Chain& chain, const std::vector<RowRef>& rows)
{
    constexpr std::size_t kFew = 4; // a sweep costs as much as looking for what refers to so many
    std::vector<Reference> found;
    if (rows.size() <= kFew) {
        for (const RowRef row : rows)
            if (const std::optional<RowRef> by = firstReferrer(chain, row))
                found.push_back({row, *by});
        return found;
    }
    std::vector<bool> isFound(rows.size(), false);
    forEachReference(chain, [&](RowRef by, RowRef to) {
        const auto row = std::lower_bound(rows.begin(), rows.end(), to);
        if (row == rows.end() || *row != to || isFound[static_cast<std::size_t>(row - rows.begin())])
            return;
        isFound[static_cast<std::size_t>(row - rows.begin())] = true;
        found.push_back({to, by});
    });
    return found;
}

std::vector<DealId> dealsNamingSeries(const Chain& chain, std::string_view series)
{
    std::vector<DealId> deals;
    chain.formulaDeals().forEach([&](std::size_t, DealId deal) {
        const Result<Formula> formula = Formula::parse(chain.text(chain.deals()[deal].formula));
        if (formula && std::find(formula->names().begin(), formula->names().end(), series) != formula->names().end())
            deals.push_back(deal);
    });
    return deals;
}

} // namespace ochain
