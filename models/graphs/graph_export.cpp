// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphs/graph_export.h"

#include "graphs/graph_names.h"

#include <array>

namespace ochain {

namespace {

GraphNode nodeAsGraph(const Chain& chain, const GraphNames& names, std::uint32_t row, bool isListOfEdges)
{
    const RowRef ref{Table::Nodes, row};
    GraphNode node;
    node.id = isListOfEdges ? names.addressOf(row) : std::string(chain.key(ref));
    node.label = names.nameOf(row);
    node.tier = chain.value(ref, node_field::Tier);
    node.kind = chain.value(ref, node_field::Kind);
    return node;
}

} // namespace

Graph exportGraph(const Chain& chain, bool isListOfEdges, const GraphWords& words)
{
    constexpr std::array kFields{deal_field::Kind,       deal_field::Status, deal_field::ValueUsd,
                                 deal_field::CapacityMw, deal_field::Starts, deal_field::Ends};
    Graph graph;
    graph.isListOfEdges = isListOfEdges;
    const GraphNames names(chain, Table::Nodes, words);
    const GraphNames kinds(chain, Table::DealKinds, words);
    std::vector<std::size_t> places(chain.slotCount(Table::Nodes));
    for (const std::uint32_t row : chain.inOrder(Table::Nodes)) {
        places[row] = graph.nodes.size();
        graph.nodes.push_back(nodeAsGraph(chain, names, row, isListOfEdges));
    }
    for (const std::uint32_t row : chain.inOrder(Table::Deals)) {
        const RowRef ref{Table::Deals, row};
        const Deal& deal = chain.deals()[DealId{row}];
        GraphEdge edge;
        edge.source = places[deal.supplier.value];
        edge.target = places[deal.customer.value];
        edge.id = chain.key(ref);
        edge.label = kinds.nameOf(deal.kind.value);
        edge.weight = chain.value(ref, deal_field::ValueUsd);
        for (const Field field : kFields)
            if (std::string text = chain.value(ref, field); !text.empty())
                edge.fields.emplace_back(field, std::move(text));
        graph.edges.push_back(std::move(edge));
    }
    return graph;
}

} // namespace ochain
