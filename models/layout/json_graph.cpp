// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json_graph.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <fmt/format.h>

namespace ochain::layout {

namespace {

using Failure = tl::unexpected<std::string>;

constexpr std::size_t kMaxText = 256U << 20U; ///< bytes
constexpr int kMaxDepth = 32;
constexpr std::int64_t kMaxColumns = 10'000;
constexpr double kMaxValue = 1e140; ///< its square is finite still, and so is a sum of many of them
constexpr double kMaxWaypoints = 2e7;

/// Nesting is checked before parsing, so that a hostile text costs nothing.
bool nestsTooDeep(std::string_view text)
{
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            if (++depth > kMaxDepth)
                return true;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

/// The library's message without its own name and number in front: "parse error at line 1, column 5: ...".
std::string plainMessage(const std::string& what)
{
    const std::size_t end = what.find("] ");
    return end == std::string::npos ? what : what.substr(end + 2);
}

tl::expected<Json, std::string> parse(std::string_view text)
{
    if (text.size() > kMaxText)
        return Failure(
            fmt::format("the text is {} MB long; at most {} MB can be read", text.size() >> 20U, kMaxText >> 20U));
    if (nestsTooDeep(text))
        return Failure(fmt::format("brackets nest deeper than {}", kMaxDepth));
    try {
        Json json = Json::parse(text);
        if (!json.is_object())
            return Failure(std::string("the text is no JSON object with \"nodes\" and \"links\""));
        return json;
    } catch (const Json::exception& e) {
        return Failure("not valid JSON: " + plainMessage(e.what()));
    }
}

std::string shown(const Json& json)
{
    std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    constexpr std::size_t kLongest = 60;
    if (text.size() > kLongest) {
        std::size_t cut = kLongest;
        while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) // not inside a character
            --cut;
        text = text.substr(0, cut) + "...";
    }
    return text;
}

/// Key under which an id is found: numbers by size, so that 1 and 1.0 are the same, strings apart from them.
tl::expected<std::string, std::string> keyOf(const Json& id)
{
    if (id.is_string())
        return "\"" + id.get_ref<const std::string&>();
    if (id.is_number_float()) {
        const double number = id.get<double>();
        if (std::abs(number) < 9e15 && std::nearbyint(number) == number)
            return std::to_string(static_cast<std::int64_t>(number));
        return fmt::format("{}", number);
    }
    if (id.is_number())
        return id.dump();
    return Failure(fmt::format("{} is neither a number nor a string", shown(id)));
}

tl::expected<const Json*, std::string> listNamed(const Json& json, const char* name)
{
    const auto found = json.find(name);
    if (found == json.end())
        return Failure(fmt::format("\"{}\" is missing", name));
    if (!found->is_array())
        return Failure(fmt::format("\"{}\" is not a list", name));
    if (found->size() >= std::numeric_limits<std::uint32_t>::max())
        return Failure(fmt::format("\"{}\" is too long", name));
    return &*found;
}

tl::expected<const Json*, std::string> fieldNamed(const Json& row, const char* name)
{
    if (!row.is_object())
        return Failure(fmt::format("{} is not an object", shown(row)));
    const auto found = row.find(name);
    if (found == row.end())
        return Failure(fmt::format("\"{}\" is missing", name));
    return &*found;
}

tl::expected<int, std::string> columnFrom(const Json& json, const char* name, std::int64_t most)
{
    const bool isWhole = json.is_number_integer() ||
                         (json.is_number_float() && std::nearbyint(json.get<double>()) == json.get<double>());
    if (!isWhole || json.get<double>() < 0 || json.get<double>() > static_cast<double>(most))
        return Failure(fmt::format("\"{}\" is {}, not a whole number from 0 to {}", name, shown(json), most));
    return static_cast<int>(json.get<double>());
}

tl::expected<double, std::string> numberFrom(const Json& row, const char* name)
{
    const auto field = fieldNamed(row, name);
    if (!field)
        return Failure(field.error());
    if (!(*field)->is_number())
        return Failure(fmt::format("\"{}\" is {}, not a number", name, shown(**field)));
    return (*field)->get<double>();
}

tl::expected<double, std::string> valueFrom(const Json& row)
{
    auto value = numberFrom(row, "value");
    if (!value)
        return Failure(value.error());
    if (!std::isfinite(*value) || *value < 0 || *value > kMaxValue)
        return Failure(fmt::format("\"value\" is {}, not a number from 0 to {} (0 stands for an undisclosed one)",
                                   shown(row["value"]), kMaxValue));
    return *value;
}

tl::expected<std::uint32_t, std::string> endFrom(const Json& row, const char* name, const Ids& ids)
{
    const auto field = fieldNamed(row, name);
    if (!field)
        return Failure(field.error());
    const auto key = keyOf(**field);
    if (!key)
        return Failure(fmt::format("\"{}\": {}", name, key.error()));
    const auto found = ids.find(*key);
    if (found == ids.end())
        return Failure(fmt::format("\"{}\" is {}, but no node has that id", name, shown(**field)));
    return found->second;
}

std::string at(const char* list, std::size_t index, const std::string& problem)
{
    return fmt::format("{}[{}]: {}", list, index, problem);
}

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
    double waypoints = 0;
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
        const int from = named.graph.nodes[*source].column.value_or(0);
        waypoints += std::max(named.graph.nodes[*target].column.value_or(from) - from - 1, 0);
    }
    if (waypoints > kMaxWaypoints)
        return Failure(fmt::format("the links pass {:.0f} columns in all; at most {:.0f} can be laid out", waypoints,
                                   kMaxWaypoints));
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
    return named;
}

namespace {

/// Reads a number that may be missing. A height out of all proportion is as bad as none.
tl::expected<void, std::string> readNumber(const Json& row, const char* name, double& number)
{
    if (row.find(name) == row.end())
        return {};
    const auto read = numberFrom(row, name);
    if (!read)
        return Failure(read.error());
    if (!(std::abs(*read) <= kMaxValue))
        return Failure(fmt::format("\"{}\" is {}, not within {}", name, shown(row[name]), kMaxValue));
    number = *read;
    return {};
}

tl::expected<void, std::string> readPlacedNodes(const Json& nodes, Layout& layout)
{
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto column = fieldNamed(nodes[i], "column");
        if (!column)
            return Failure(at("nodes", i, column.error()));
        const auto c = columnFrom(**column, "column", kMaxColumns - 1);
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
