// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/linked_rows.h"

#include "chain/formula.h"

#include <algorithm>
#include <unordered_set>

namespace ochain {

namespace {

class Links {
public:
    explicit Links(const Chain& chain) : m_chain(chain) {}

    void addReferring(RowRef row)
    {
        switch (row.table) {
        case Table::Nodes:
            addNode(NodeId{row.row});
            break;
        case Table::Tiers:
            addIf(m_chain.tiers(), Table::Tiers, [row](const Tier& tier) { return tier.parent.value == row.row; });
            addIf(m_chain.nodes(), Table::Nodes, [row](const Node& node) { return node.tier.value == row.row; });
            break;
        case Table::DealKinds:
            addIf(m_chain.deals(), Table::Deals, [row](const Deal& deal) { return deal.kind.value == row.row; });
            break;
        case Table::Statuses:
            addIf(m_chain.deals(), Table::Deals, [row](const Deal& deal) { return deal.status.value == row.row; });
            break;
        case Table::Sources:
            m_chain.citations().forEach([&](CitationId, const Citation& citation) {
                if (citation.source.value == row.row)
                    add(citation.of);
            });
            m_chain.claims().forEach([&](ClaimId, const Claim& claim) {
                if (claim.source.value == row.row)
                    add(claim.of);
            });
            break;
        case Table::Deals:
            m_chain.forEachPart(DealId{row.row}, [&](DealId id, const Deal&) { add({Table::Deals, id.value}); });
            break;
        case Table::Metrics:
            addFormulas(MetricId{row.row});
            break;
        default:
            break;
        }
    }
    void add(RowRef row)
    {
        if (m_known.insert(std::uint64_t{row.row} << 8U | static_cast<std::uint8_t>(row.table)).second)
            m_rows.push_back(row);
    }
    std::vector<RowRef> take() { return std::move(m_rows); }

private:
    void addNode(NodeId node)
    {
        std::vector<DealId> deals;
        const auto take = [&deals](DealId id, const Deal&) { deals.push_back(id); };
        m_chain.forEachSupplied(node, take);
        m_chain.forEachBought(node, take);
        std::sort(deals.begin(), deals.end(), [this](DealId a, DealId b) {
            const Deal& left = m_chain.deals()[a];
            const Deal& right = m_chain.deals()[b];
            return left.announced != right.announced ? left.announced > right.announced
                                                     : left.head.rowid < right.head.rowid;
        });
        for (const DealId deal : deals)
            m_rows.push_back({Table::Deals, deal.value}); // no deal has one node at both ends
        m_chain.forEachChild(node, [&](NodeId id, const Node&) { add({Table::Nodes, id.value}); });
        addIf(m_chain.events(), Table::Events, [node](const Event& event) {
            return std::find(event.nodes.begin(), event.nodes.end(), node) != event.nodes.end();
        });
    }
    void addFormulas(MetricId metric)
    {
        const std::string_view series = m_chain.seriesName(m_chain.metrics()[metric].series);
        for (const DealId deal : m_chain.formulaDeals()) {
            const Result<Formula> formula = Formula::parse(m_chain.text(m_chain.deals()[deal].formula));
            if (formula &&
                std::find(formula->names().begin(), formula->names().end(), series) != formula->names().end())
                add({Table::Deals, deal.value});
        }
    }
    template <class Rows, class Test>
    void addIf(const Rows& rows, Table table, Test&& test)
    {
        rows.forEach([&](auto id, const auto& row) {
            if (test(row))
                m_rows.push_back({table, id.value});
        });
    }

    const Chain& m_chain;
    std::vector<RowRef> m_rows;
    std::unordered_set<std::uint64_t> m_known; ///< table and row of those
};

} // namespace

std::vector<RowRef> linkedRows(const Chain& chain, RowRef row)
{
    Links links(chain);
    if (!chain.isAlive(row))
        return {};
    links.addReferring(row);
    if (row.table == Table::Metrics)
        links.add({Table::Nodes, chain.metrics()[MetricId{row.row}].node.value});
    if (row.table == Table::Events)
        for (const NodeId node : chain.events()[EventId{row.row}].nodes)
            links.add({Table::Nodes, node.value});
    return links.take();
}

std::vector<RowRef> rowsInTheWay(const Chain& chain, RowRef row)
{
    Links links(chain);
    if (!chain.isAlive(row))
        return {};
    links.addReferring(row);
    return links.take();
}

std::vector<std::uint32_t> metricsOf(const Chain& chain, RowRef node)
{
    std::vector<std::uint32_t> rows;
    chain.metrics().forEach([&](MetricId id, const Metric& metric) {
        if (metric.node.value == node.row)
            rows.push_back(id.value);
    });
    return rows;
}

} // namespace ochain
