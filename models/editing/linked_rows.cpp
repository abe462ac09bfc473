// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/linked_rows.h"

#include "chain/references.h"

#include <algorithm>
#include <unordered_set>

namespace ochain {

namespace {

class Links {
public:
    explicit Links(const Chain& chain) : m_chain(chain) {}

    void addReferring(RowRef row)
    {
        forEachReferrer(m_chain, row, [this, row](RowRef by) {
            if (by.table == Table::Tiers || by.table == Table::Nodes || by.table == Table::Deals ||
                by.table == Table::Events)
                add(by);
            else if (row.table == Table::Sources)
                addCiting(SourceId{row.row}, by);
            return true;
        });
        if (row.table == Table::Nodes)
            sortDeals();
        if (row.table == Table::Metrics)
            for (const DealId deal :
                 dealsNamingSeries(m_chain, m_chain.seriesName(m_chain.metrics()[MetricId{row.row}].series)))
                add({Table::Deals, deal.value});
    }
    void add(RowRef row)
    {
        if (m_known.insert(packed(row)).second)
            m_rows.push_back(row);
    }
    std::vector<RowRef> take() { return std::move(m_rows); }

private:
    /// What a source is given for.
    void addCiting(SourceId source, RowRef by)
    {
        if (by.table == Table::Citations && m_chain.citations()[CitationId{by.row}].source == source)
            add(m_chain.citations()[CitationId{by.row}].of);
        if (by.table == Table::Claims && m_chain.claims()[ClaimId{by.row}].source == source)
            add(m_chain.claims()[ClaimId{by.row}].of);
    }
    /// Of a node the deals come first: here the latest before the others.
    void sortDeals()
    {
        const auto end =
            std::find_if(m_rows.begin(), m_rows.end(), [](RowRef row) { return row.table != Table::Deals; });
        std::sort(m_rows.begin(), end, [this](RowRef a, RowRef b) {
            const Deal& left = m_chain.deals()[DealId{a.row}];
            const Deal& right = m_chain.deals()[DealId{b.row}];
            return left.announced != right.announced ? left.announced > right.announced
                                                     : left.head.rowid < right.head.rowid;
        });
    }

    const Chain& m_chain;
    std::vector<RowRef> m_rows;
    std::unordered_set<std::uint64_t> m_known; ///< packed
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
