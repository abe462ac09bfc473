// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphs/graph_xml_reader.h"

#include "exchange/csv_encoding.h"
#include "exchange/csv_form.h"
#include "graphs/graph_attributes.h"

#include <algorithm>
#include <map>
#include <optional>
#include <type_traits>
#include <unordered_map>

#include <pugixml.hpp>

namespace ochain {

namespace {

constexpr std::size_t kMostXmlKeys = 200; // each is looked through at each node

/// What a <key> declares.
struct XmlKey {
    std::string name;
    std::string of; ///< node, edge, graph or all
    std::string fallback;
    bool hasFallback = false;
};

std::string_view localName(std::string_view name) noexcept
{
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view nameOfElement(const pugi::xml_node& element)
{
    return localName(element.name());
}

/// Puts a graph together from a document.
class XmlReader {
public:
    explicit XmlReader(std::string_view text) : m_text(text) {}
    [[nodiscard]] GraphReading read() &&;

private:
    [[nodiscard]] pugi::xml_node graphIn(const pugi::xml_document& document);
    void readKeys(const pugi::xml_node& root);
    void readElements(const pugi::xml_node& graph);
    void readNode(const pugi::xml_node& element);
    void readEdge(const pugi::xml_node& element);
    [[nodiscard]] std::optional<std::size_t> endOf(const pugi::xml_node& element, const char* name);
    template <class Item>
    void readData(const pugi::xml_node& element, std::string_view kind, Item& item);
    template <class Item>
    void take(const pugi::xml_node& element, Item& item, std::string_view name, std::string_view text);
    [[nodiscard]] bool goesOn() const noexcept { return m_reading.faults.size() < kMaxGraphFaults; }
    void fault(std::size_t line, Sentence sentence) { m_reading.faults.push_back({{line, {}}, std::move(sentence)}); }
    /// Elements are asked for in the order of the text, so that it is gone through once.
    [[nodiscard]] std::size_t lineOf(const pugi::xml_node& element)
    {
        return lineAt(static_cast<std::size_t>(std::max<std::ptrdiff_t>(element.offset_debug(), 0)));
    }
    [[nodiscard]] std::size_t lineAt(std::size_t offset);

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    GraphReading m_reading;
    std::map<std::string, XmlKey> m_keys;
    std::unordered_map<std::string, std::size_t> m_nodes;
};

std::size_t XmlReader::lineAt(std::size_t offset)
{
    offset = std::min(offset, m_text.size());
    if (offset < m_at) {
        m_at = 0;
        m_line = 1;
    }
    m_line += static_cast<std::size_t>(std::count(m_text.begin() + static_cast<std::ptrdiff_t>(m_at),
                                                  m_text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
    m_at = offset;
    return m_line;
}

GraphReading XmlReader::read() &&
{
    pugi::xml_document document;
    const pugi::xml_parse_result parsed = document.load_buffer(
        m_text.data(), m_text.size(), pugi::parse_default | pugi::parse_doctype, pugi::encoding_utf8);
    if (!parsed) {
        fault(lineAt(static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0))),
              {QT_TRANSLATE_NOOP("Sentence", "the file is no proper XML ({0}); save it anew as GraphML"),
               {parsed.description()}});
        return std::move(m_reading);
    }
    const pugi::xml_node graph = graphIn(document);
    if (!graph)
        return std::move(m_reading);
    readKeys(graph.parent());
    m_reading.graph.isUndirected = std::string_view(graph.attribute("edgedefault").value()) == "undirected";
    if (m_reading.faults.empty())
        readElements(graph);
    return std::move(m_reading);
}

/// The one graph of a document; none if it has another number, which is said.
pugi::xml_node XmlReader::graphIn(const pugi::xml_document& document)
{
    pugi::xml_node found;
    for (const pugi::xml_node& top : document.children()) {
        if (top.type() == pugi::node_doctype) {
            fault(lineOf(top), {QT_TRANSLATE_NOOP("Sentence", "the file has a document type (<!DOCTYPE), which is not "
                                                              "read; remove it, GraphML needs none"),
                                {}});
            return {};
        }
        for (const pugi::xml_node& child : top.children()) {
            if (nameOfElement(top) != "graphml" || nameOfElement(child) != "graph")
                continue;
            if (found) {
                fault(lineOf(child),
                      {QT_TRANSLATE_NOOP("Sentence", "a second graph begins here; one is read from a file, "
                                                     "so move it into a file of its own"),
                       {}});
                return {};
            }
            found = child;
        }
    }
    if (!found)
        fault(1,
              {QT_TRANSLATE_NOOP("Sentence", "there is no <graph> within a <graphml>; save the graph as GraphML"), {}});
    return found;
}

void XmlReader::readKeys(const pugi::xml_node& root)
{
    for (const pugi::xml_node& element : root.children()) {
        if (nameOfElement(element) != "key")
            continue;
        XmlKey key{element.attribute("attr.name").value(), element.attribute("for").value(), {}, false};
        if (key.name.empty()) // drawing programs declare such for their own data
            key.name = element.attribute("id").value();
        for (const pugi::xml_node& child : element.children())
            if (nameOfElement(child) == "default") {
                key.fallback = child.text().get();
                key.hasFallback = true;
            }
        if (m_keys.size() == kMostXmlKeys) {
            fault(lineOf(element),
                  {QT_TRANSLATE_NOOP("Sentence", "the file declares more than {0} keys; remove those that "
                                                 "a chain has no use for"),
                   {std::to_string(kMostXmlKeys)}});
            return;
        }
        if (!m_keys.try_emplace(element.attribute("id").value(), std::move(key)).second)
            fault(lineOf(element), {QT_TRANSLATE_NOOP("Sentence", "the key “{0}” is declared twice; remove one"),
                                    {element.attribute("id").value()}});
    }
}

void XmlReader::readElements(const pugi::xml_node& graph)
{
    for (const pugi::xml_node& element : graph.children()) // an edge may stand before its nodes
        if (nameOfElement(element) == "node" && goesOn())
            readNode(element);
    for (const pugi::xml_node& element : graph.children()) {
        if (!goesOn())
            return;
        if (nameOfElement(element) == "edge")
            readEdge(element);
        else if (nameOfElement(element) == "hyperedge")
            fault(
                lineOf(element),
                {QT_TRANSLATE_NOOP(
                     "Sentence", "a hyperedge joins any number of nodes, and a deal two; write an edge for each deal"),
                 {}});
    }
}

void XmlReader::readNode(const pugi::xml_node& element)
{
    GraphNode node;
    node.place.line = lineOf(element);
    node.id = oneLineOf(element.attribute("id").value());
    for (const pugi::xml_node& child : element.children()) {
        if (nameOfElement(child) == "graph")
            fault(node.place.line,
                  {QT_TRANSLATE_NOOP("Sentence", "the node “{0}” has a graph within it, which is not read; "
                                                 "move its nodes and edges out into the graph itself"),
                   {node.id}});
        else if (nameOfElement(child) == "port")
            fault(node.place.line,
                  {QT_TRANSLATE_NOOP("Sentence", "the node “{0}” has ports, which deals have not; let its "
                                                 "edges end at the node and remove the ports"),
                   {node.id}});
    }
    if (node.id.empty())
        fault(node.place.line,
              {QT_TRANSLATE_NOOP("Sentence", "a node has no id, by which edges name it; give it one"), {}});
    else if (!m_nodes.try_emplace(node.id, m_reading.graph.nodes.size()).second)
        fault(node.place.line,
              {QT_TRANSLATE_NOOP("Sentence", "a second node has the id “{0}”; give it another"), {node.id}});
    readData(element, "node", node);
    m_reading.graph.nodes.push_back(std::move(node));
}

std::optional<std::size_t> XmlReader::endOf(const pugi::xml_node& element, const char* name)
{
    const std::string id = oneLineOf(element.attribute(name).value());
    const auto found = m_nodes.find(id);
    if (found != m_nodes.end())
        return found->second;
    fault(lineOf(element), {id.empty() ? QT_TRANSLATE_NOOP("Sentence", "the edge has no {0}; name the node by its id")
                                       : QT_TRANSLATE_NOOP("Sentence", "the {0} of the edge is “{1}”, and no node has "
                                                                       "this id; add the node or correct the id"),
                            {name, id}});
    return std::nullopt;
}

void XmlReader::readEdge(const pugi::xml_node& element)
{
    GraphEdge edge;
    edge.place.line = lineOf(element);
    edge.id = oneLineOf(element.attribute("id").value());
    if (std::string_view(element.attribute("directed").value()) == "false")
        m_reading.graph.isUndirected = true;
    if (element.attribute("sourceport") || element.attribute("targetport"))
        fault(edge.place.line,
              {QT_TRANSLATE_NOOP("Sentence", "the edge ends at ports, which deals have not; let it end at its nodes"),
               {}});
    const std::optional<std::size_t> source = endOf(element, "source");
    const std::optional<std::size_t> target = endOf(element, "target");
    readData(element, "edge", edge);
    if (!source || !target)
        return;
    edge.source = *source;
    edge.target = *target;
    m_reading.graph.edges.push_back(std::move(edge));
}

/// The label that yEd draws: <data><y:ShapeNode><y:NodeLabel>.
std::string drawnLabel(const pugi::xml_node& data)
{
    for (const pugi::xml_node& shape : data.children())
        for (const pugi::xml_node& part : shape.children())
            if (nameOfElement(part) == "NodeLabel")
                return part.text().get();
    return {};
}

template <class Item>
void XmlReader::readData(const pugi::xml_node& element, std::string_view kind, Item& item)
{
    std::vector<std::string> given;
    for (const pugi::xml_node& data : element.children()) {
        if (nameOfElement(data) != "data")
            continue;
        const std::string id = data.attribute("key").value();
        const auto key = m_keys.find(id);
        if (key == m_keys.end()) {
            fault(lineOf(data), {QT_TRANSLATE_NOOP("Sentence", "data has the key “{0}”, which no <key> of the file "
                                                               "declares; declare it or remove the data"),
                                 {id}});
            continue;
        }
        given.push_back(id);
        if (const std::string drawn = drawnLabel(data); !drawn.empty())
            take(element, item, "name", drawn);
        else if (data.find_child([](const pugi::xml_node& child) { return child.type() == pugi::node_element; }))
            leaveAttribute(m_reading.graph, key->second.name);
        else
            take(element, item, key->second.name, data.text().get());
    }
    for (const auto& [id, key] : m_keys)
        if (key.hasFallback && (key.of == kind || key.of == "all") &&
            std::find(given.begin(), given.end(), id) == given.end())
            take(element, item, key.name, key.fallback);
}

template <class Item>
void XmlReader::take(const pugi::xml_node& element, Item& item, std::string_view name, std::string_view text)
{
    if constexpr (std::is_same_v<Item, GraphNode>)
        takeAttribute(m_reading.graph, item, name, text);
    else if (std::optional<Sentence> wrong = takeAttribute(m_reading.graph, item, name, text))
        fault(lineOf(element), std::move(*wrong));
}

} // namespace

GraphReading readGraphMl(std::string_view text)
{
    std::string storage;
    const tl::expected<std::string_view, CsvFault> utf8 = csvAsUtf8(text, storage);
    if (utf8)
        return XmlReader(*utf8).read();
    GraphReading unreadable;
    unreadable.faults.push_back({{utf8.error().line, {}}, utf8.error().sentence});
    return unreadable;
}

} // namespace ochain
