// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/strong_parts.h"

#include <algorithm>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>

namespace ochain {

StrongParts strongPartsOf(std::size_t places, std::vector<std::pair<std::uint32_t, std::uint32_t>> edges)
{
    using Graph = boost::compressed_sparse_row_graph<boost::directedS>;
    std::sort(edges.begin(), edges.end());
    const Graph graph(boost::edges_are_sorted, edges.begin(), edges.end(), places);
    StrongParts parts;
    parts.partOf.resize(places);
    parts.count = boost::strong_components(
        graph, boost::make_iterator_property_map(parts.partOf.begin(), boost::get(boost::vertex_index, graph)));
    return parts;
}

} // namespace ochain
