// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout_json.h"

#include "flow_layout.h"
#include "json_graph.h"

#include <utility>

namespace ochain::layout {

namespace {

using Failure = tl::unexpected<std::string>;

std::string written(const NamedGraph& named, const Layout& layout, bool hadPrevious)
{
    Json out;
    out["scale"] = layout.scale;
    out["quality"] = {
        {"weighted", layout.quality.weighted}, {"bound", layout.quality.bound}, {"optimal", layout.quality.optimal}};
    if (hadPrevious)
        out["quality"]["moved"] = layout.quality.moved;
    Json nodes = Json::array();
    for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
        const PlacedNode& node = layout.nodes[i];
        nodes.push_back({{"id", named.nodes[i]["id"]}, {"column", node.column}, {"y0", node.y0}, {"y1", node.y1}});
    }
    out["nodes"] = std::move(nodes);
    Json links = Json::array();
    for (std::size_t i = 0; i < layout.links.size(); ++i) {
        const PlacedLink& link = layout.links[i];
        const Json& row = named.links[i];
        Json placed = {{"source", row["source"]},
                       {"target", row["target"]},
                       {"value", row["value"]},
                       {"y0", link.y0},
                       {"y1", link.y1}};
        if (!link.via.empty())
            placed["via"] = link.via;
        if (link.reversed) {
            placed["reversed"] = true;
            placed["above"] = link.loop.above;
        }
        links.push_back(std::move(placed));
    }
    out["links"] = std::move(links);
    return out.dump() + "\n";
}

} // namespace

tl::expected<std::string, std::string> layoutJson(std::string_view graph, const JsonOptions& options)
{
    const auto named = readGraph(graph);
    if (!named)
        return Failure("graph: " + named.error());
    Options how;
    how.budget = options.budget;
    how.cancelled = options.cancelled;
    PreviousLayout previous;
    if (options.previous) {
        auto read = readPrevious(*options.previous, *named);
        if (!read)
            return Failure("previous layout: " + read.error());
        previous = std::move(*read);
        how.previous = Previous{&previous.layout, previous.node};
    }
    return written(*named, layoutFlow(named->graph, how), options.previous.has_value());
}

} // namespace ochain::layout
