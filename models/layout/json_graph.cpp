// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json_graph.h"

#include "columns.h"

#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace ochain::layout {

namespace {

using Failure = tl::unexpected<std::string>;

constexpr std::int64_t kMaxColumns = 10'000;
constexpr std::int64_t kMostColumn = 1'000'000'000; ///< of a layout before: found columns may be many
constexpr double kMaxWaypoints = 2e7;

/// Ids of a list of nodes, each once, by index.
tl::expected<Ids, std::string> readIds(const Json& nodes)
{
    Ids ids;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto id = fieldNamed(nodes[i], "id");
        if (!id)
            return Failure(at("nodes", i, id.error()));
        const auto key = keyOf(**id);
        if (!key)
            return Failure(at("nodes", i, "the id " + key.error()));
        const auto [entry, isNew] = ids.emplace(*key, static_cast<std::uint32_t>(i));
        if (!isNew)
            return Failure(
                at("nodes", i, fmt::format("the id {} is that of nodes[{}] already", shown(**id), entry->second)));
    }
    return ids;
}

tl::expected<void, std::string> readNodes(NamedGraph& named)
{
    auto ids = readIds(named.nodes);
    if (!ids)
        return Failure(ids.error());
    named.ids = std::move(*ids);
    for (std::size_t i = 0; i < named.nodes.size(); ++i) {
        Node node;
        const auto column = named.nodes[i].find("column");
        if (column != named.nodes[i].end() && !column->is_null()) {
            const auto given = columnFrom(*column, "column", kMaxColumns - 1);
            if (!given)
                return Failure(at("nodes", i, given.error()));
            node.column = *given;
        }
        named.graph.nodes.push_back(node);
    }
    return {};
}

tl::expected<void, std::string> readLinks(NamedGraph& named)
{
    for (std::size_t i = 0; i < named.links.size(); ++i) {
        const Json& row = named.links[i];
        const auto source = endFrom(row, "source", named.ids);
        if (!source)
            return Failure(at("links", i, source.error()));
        const auto target = endFrom(row, "target", named.ids);
        if (!target)
            return Failure(at("links", i, target.error()));
        const auto value = valueFrom(row);
        if (!value)
            return Failure(at("links", i, value.error()));
        named.graph.links.push_back({*source, *target, *value});
    }
    return {};
}

/// Long links take room in every column that they pass, given or found.
tl::expected<void, std::string> checkPassing(const Graph& graph)
{
    const std::vector<std::uint32_t> column = findColumns(graph);
    double passed = 0;
    for (const Link& link : graph.links) {
        if (column[link.target] > column[link.source])
            passed += column[link.target] - column[link.source] - 1;
    }
    if (passed > kMaxWaypoints)
        return Failure(fmt::format("the links pass {:.0f} columns in all; at most {:.0f} can be laid out: give nodes "
                                   "columns nearer to one another, or lay out a part of the graph",
                                   passed, kMaxWaypoints));
    return {};
}

} // namespace

tl::expected<NamedGraph, std::string> readGraph(std::string_view text)
{
    auto json = parse(text);
    if (!json)
        return Failure(json.error());
    const auto nodes = listNamed(*json, "nodes");
    if (!nodes)
        return Failure(nodes.error());
    const auto links = listNamed(*json, "links");
    if (!links)
        return Failure(links.error());
    NamedGraph named;
    named.nodes = **nodes;
    named.links = **links;
    if (const auto columns = json->find("columns"); columns != json->end() && !columns->is_null()) {
        const auto count = columnFrom(*columns, "columns", kMaxColumns);
        if (!count)
            return Failure(count.error());
        named.graph.columns = *count;
    }
    if (const auto read = readNodes(named); !read)
        return Failure(read.error());
    if (const auto read = readLinks(named); !read)
        return Failure(read.error());
    if (const auto small = checkPassing(named.graph); !small)
        return Failure(small.error());
    return named;
}

namespace {

tl::expected<void, std::string> readPlacedNodes(const Json& nodes, Layout& layout)
{
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto column = fieldNamed(nodes[i], "column");
        if (!column)
            return Failure(at("nodes", i, column.error()));
        const auto c = columnFrom(**column, "column", kMostColumn);
        if (!c)
            return Failure(at("nodes", i, c.error()));
        PlacedNode node{*c, 0, 0};
        for (const auto& [name, number] : {std::pair("y0", &node.y0), {"y1", &node.y1}}) {
            if (const auto there = fieldNamed(nodes[i], name); !there)
                return Failure(at("nodes", i, there.error()));
            if (const auto read = readNumber(nodes[i], name, *number); !read)
                return Failure(at("nodes", i, read.error()));
        }
        layout.nodes.push_back(node);
    }
    return {};
}

tl::expected<void, std::string> readPlacedLinks(const Json& links, const Ids& ids, Layout& layout)
{
    for (std::size_t i = 0; i < links.size(); ++i) {
        const auto source = endFrom(links[i], "source", ids);
        const auto target = endFrom(links[i], "target", ids);
        if (!source || !target)
            return Failure(at("links", i, !source ? source.error() : target.error()));
        PlacedLink link;
        link.source = *source;
        link.target = *target;
        for (const auto& [name, number] : {std::pair("value", &link.value), {"y0", &link.y0}, {"y1", &link.y1}}) {
            if (const auto read = readNumber(links[i], name, *number); !read)
                return Failure(at("links", i, read.error()));
        }
        // A loop whose side is not told is not known as one: its side is chosen anew.
        if (const auto above = links[i].find("above"); above != links[i].end()) {
            if (!above->is_boolean())
                return Failure(at("links", i, fmt::format("\"above\" is {}, not true or false", shown(*above))));
            link.reversed = layout.nodes[*target].column <= layout.nodes[*source].column;
            link.loop.above = above->get<bool>();
        }
        if (const auto via = links[i].find("via"); via != links[i].end()) {
            if (!via->is_array())
                return Failure(at("links", i, "\"via\" is not a list"));
            for (const Json& y : *via) {
                if (!y.is_number() || !(std::abs(y.get<double>()) <= kMaxValue))
                    return Failure(at("links", i, fmt::format("\"via\" holds {}, not a height", shown(y))));
                link.via.push_back(y.get<double>());
            }
        }
        layout.links.push_back(std::move(link));
    }
    return {};
}

} // namespace

tl::expected<PreviousLayout, std::string> readPrevious(std::string_view text, const NamedGraph& graph)
{
    auto json = parse(text);
    if (!json)
        return Failure(json.error());
    const auto nodes = listNamed(*json, "nodes");
    if (!nodes)
        return Failure(nodes.error());
    const auto links = listNamed(*json, "links");
    if (!links)
        return Failure(links.error());
    const auto ids = readIds(**nodes);
    if (!ids)
        return Failure(ids.error());
    PreviousLayout previous;
    previous.layout.height = Options().height;
    if (const auto scale = readNumber(*json, "scale", previous.layout.scale); !scale)
        return Failure(scale.error());
    if (const auto read = readPlacedNodes(**nodes, previous.layout); !read)
        return Failure(read.error());
    if (const auto read = readPlacedLinks(**links, *ids, previous.layout); !read)
        return Failure(read.error());
    previous.node.resize(graph.graph.nodes.size());
    for (const auto& entry : graph.ids) {
        if (const auto found = ids->find(entry.first); found != ids->end())
            previous.node[entry.second] = found->second;
    }
    return previous;
}

} // namespace ochain::layout
