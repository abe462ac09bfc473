// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphs/graph_json_reader.h"

#include "exchange/csv_encoding.h"
#include "graphs/graph_attributes.h"

#include <cmath>
#include <cstdint>
#include <optional>
#include <unordered_map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ochain {

namespace {

using GraphJson = nlohmann::json;

constexpr int kMaxJsonDepth = 32;

/// Looked for before parsing: the parser's own way to be stopped goes through a whole list at each of its items.
bool bracketsNestTooDeep(std::string_view text)
{
    int depth = 0;
    bool isInString = false;
    for (std::size_t i = 0; i < text.size() && depth <= kMaxJsonDepth; ++i) {
        const char c = text[i];
        if (isInString && c == '\\')
            ++i;
        else if (c == '"')
            isInString = !isInString;
        else if (!isInString && (c == '[' || c == '{'))
            ++depth;
        else if (!isInString && (c == ']' || c == '}'))
            --depth;
    }
    return depth > kMaxJsonDepth;
}

/// Text of a scalar; numbers in digits. Empty of lists and objects.
std::string scalarText(const GraphJson& json)
{
    if (json.is_string())
        return oneLineOf(json.get_ref<const std::string&>());
    if (json.is_boolean())
        return json.get<bool>() ? "true" : "false";
    constexpr double kExact = 9007199254740992; // whole numbers up to here have all their digits
    if (json.is_number_float() && std::nearbyint(json.get<double>()) == json.get<double>() &&
        std::abs(json.get<double>()) <= kExact)
        return fmt::format("{:.0f}", json.get<double>());
    return json.is_number() ? json.dump() : std::string();
}

/// What is said of an item: by itself, or in an object within it.
template <class Take>
void forEachMember(const GraphJson& item, Take&& take)
{
    for (const auto& [name, value] : item.items())
        if (value.is_object() && (name == "data" || name == "attributes"))
            for (const auto& [inner, text] : value.items())
                take(inner, text);
        else
            take(name, value);
}

const GraphJson* memberNamed(const GraphJson& item, const std::string& name)
{
    if (const auto found = item.find(name); found != item.end())
        return &*found;
    for (const char* within : {"data", "attributes"})
        if (const auto inner = item.find(within); inner != item.end() && inner->is_object())
            if (const auto found = inner->find(name); found != inner->end())
                return &*found;
    return nullptr;
}

/// Puts a graph together from a document.
class JsonReader {
public:
    [[nodiscard]] GraphReading read(std::string_view text) &&;

private:
    void readGraph(const GraphJson& root);
    void readNode(const GraphJson& item, std::size_t index);
    void readLink(const GraphJson& item, GraphPlace place);
    [[nodiscard]] std::optional<std::size_t> endOf(const GraphJson& item, const char* name, const GraphPlace& place);
    void fault(GraphPlace place, Sentence sentence)
    {
        m_reading.faults.push_back({std::move(place), std::move(sentence)});
    }

    GraphReading m_reading;
    std::unordered_map<std::string, std::size_t> m_byId;
    std::unordered_map<std::string, std::size_t> m_byName; ///< of nodes without an id
    bool m_hasNumbers = false;                             ///< ids are numbers
    bool m_numbersAreIndices = true;                       ///< each of them is the place of its node
};

GraphReading JsonReader::read(std::string_view text) &&
{
    if (bracketsNestTooDeep(text)) {
        fault({}, {QT_TRANSLATE_NOOP("Sentence", "its brackets nest deeper than {0}; a graph needs four"),
                   {std::to_string(kMaxJsonDepth)}});
        return std::move(m_reading);
    }
    try {
        const GraphJson json = GraphJson::parse(text);
        readGraph(json.is_object() && json.contains("elements") ? json["elements"] : json);
        if (json.is_object() && json.contains("directed") && json["directed"] == false)
            m_reading.graph.isUndirected = true;
    } catch (const GraphJson::exception& problem) {
        const std::string_view what = problem.what();
        const std::size_t end = what.find("] "); // the library's own name and number
        fault({}, {QT_TRANSLATE_NOOP("Sentence", "the file is no proper JSON ({0}); save it anew"),
                   {std::string(what.substr(end == std::string_view::npos ? 0 : end + 2))}});
    }
    return std::move(m_reading);
}

const GraphJson* listIn(const GraphJson& root, const char* name)
{
    if (!root.is_object())
        return nullptr;
    const auto found = root.find(name);
    return found != root.end() && found->is_array() ? &*found : nullptr;
}

void JsonReader::readGraph(const GraphJson& root)
{
    const char* linksName = listIn(root, "links") != nullptr ? "links" : "edges";
    const GraphJson* nodes = listIn(root, "nodes");
    const GraphJson* links = listIn(root, linksName);
    if (nodes == nullptr || links == nullptr) {
        fault({}, {QT_TRANSLATE_NOOP("Sentence", "there are no lists “nodes” and “links” (or “edges”) in it; write "
                                                 "both into one object"),
                   {}});
        return;
    }
    for (std::size_t i = 0; i < nodes->size() && m_reading.faults.size() < kMaxGraphFaults; ++i)
        readNode((*nodes)[i], i);
    for (std::size_t i = 0; i < links->size() && m_reading.faults.size() < kMaxGraphFaults; ++i)
        readLink((*links)[i], {0, fmt::format("{}[{}]", linksName, i)});
}

void JsonReader::readNode(const GraphJson& item, std::size_t index)
{
    GraphNode node;
    node.place.entry = fmt::format("nodes[{}]", index);
    if (item.is_object()) {
        const GraphJson* id = memberNamed(item, "id") != nullptr ? memberNamed(item, "id") : memberNamed(item, "key");
        node.id = id != nullptr ? scalarText(*id) : std::string();
        if (id != nullptr && id->is_number()) {
            m_hasNumbers = true;
            m_numbersAreIndices = m_numbersAreIndices && node.id == std::to_string(index);
        }
        forEachMember(item, [&](const std::string& name, const GraphJson& value) {
            if (name != "id" && name != "key")
                takeAttribute(m_reading.graph, node, name, scalarText(value));
        });
    } else
        node.label = scalarText(item);
    if (node.id.empty() && node.label.empty())
        fault(node.place,
              {QT_TRANSLATE_NOOP("Sentence", "the node has neither an “id” nor a “name”; give it one"), {}});
    std::unordered_map<std::string, std::size_t>& names = node.id.empty() ? m_byName : m_byId;
    const std::string& called = node.id.empty() ? node.label : node.id;
    if (!called.empty() && !names.try_emplace(called, index).second)
        fault(node.place, {QT_TRANSLATE_NOOP("Sentence", "a second node has the id “{0}”; give it another"), {called}});
    m_reading.graph.nodes.push_back(std::move(node));
}

std::optional<std::size_t> JsonReader::endOf(const GraphJson& item, const char* name, const GraphPlace& place)
{
    const GraphJson* end = memberNamed(item, name);
    if (end != nullptr && end->is_object()) // as d3 leaves links that it has drawn
        end = memberNamed(*end, "id");
    const std::string text = end != nullptr ? scalarText(*end) : std::string();
    if (end != nullptr && end->is_number() && m_hasNumbers && !m_numbersAreIndices && m_reading.graph.notes.empty())
        m_reading.graph.notes.push_back(
            {QT_TRANSLATE_NOOP("Sentence",
                               "numbers at the ends of links were read as ids of nodes, not as their places in "
                               "the list, which are others"),
             {}});
    if (const auto found = m_byId.find(text); found != m_byId.end())
        return found->second;
    if (const auto found = m_byName.find(text); found != m_byName.end() && end != nullptr && end->is_string())
        return found->second;
    if (end != nullptr && end->is_number_unsigned() && !m_hasNumbers &&
        end->get<std::uint64_t>() < m_reading.graph.nodes.size())
        return static_cast<std::size_t>(end->get<std::uint64_t>());
    fault(place,
          {text.empty() ? QT_TRANSLATE_NOOP("Sentence", "the edge has no {0}; name the node by its id")
                        : QT_TRANSLATE_NOOP("Sentence", "the {0} of the edge is “{1}”, and no node has this id; add "
                                                        "the node or correct the id"),
           {name, text}});
    return std::nullopt;
}

void JsonReader::readLink(const GraphJson& item, GraphPlace place)
{
    if (!item.is_object()) {
        fault(std::move(place), {QT_TRANSLATE_NOOP("Sentence", "this is no object with “source” and “target”"), {}});
        return;
    }
    static const std::string kIdName = "id";
    GraphEdge edge;
    const std::optional<std::size_t> source = endOf(item, "source", place);
    const std::optional<std::size_t> target = endOf(item, "target", place);
    forEachMember(item, [&](const std::string& name, const GraphJson& value) {
        if (name == "source" || name == "target" || name == "index")
            return;
        const std::string& known = name == "key" ? kIdName : name; // as others call it
        if (std::optional<Sentence> wrong = takeAttribute(m_reading.graph, edge, known, scalarText(value)))
            fault(place, std::move(*wrong));
    });
    if (!source || !target)
        return;
    edge.place = std::move(place);
    edge.source = *source;
    edge.target = *target;
    m_reading.graph.edges.push_back(std::move(edge));
}

} // namespace

GraphReading readGraphJson(std::string_view text)
{
    std::string storage;
    const tl::expected<std::string_view, CsvFault> utf8 = csvAsUtf8(text, storage);
    if (utf8)
        return JsonReader().read(*utf8);
    GraphReading unreadable;
    unreadable.faults.push_back({{utf8.error().line, {}}, utf8.error().sentence});
    return unreadable;
}

} // namespace ochain
