// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphs/graph_writers.h"

#include "chain/spreadsheet_guard.h"
#include "exchange/csv_export.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ochain {

namespace {

/// The fields of deals that have a column or an attribute of their own, and whether they are numbers.
struct EdgeField {
    Field field;
    bool isNumber;
};
constexpr std::array kEdgeFields{EdgeField{deal_field::Kind, false},    EdgeField{deal_field::Status, false},
                                 EdgeField{deal_field::ValueUsd, true}, EdgeField{deal_field::CapacityMw, true},
                                 EdgeField{deal_field::Starts, false},  EdgeField{deal_field::Ends, false}};

std::string_view nameOfField(Field field)
{
    return fieldSpec(Table::Deals, field).name;
}

std::string_view textOfField(const GraphEdge& edge, Field field)
{
    const auto found =
        std::find_if(edge.fields.begin(), edge.fields.end(), [field](const auto& each) { return each.first == field; });
    return found == edge.fields.end() ? std::string_view() : std::string_view(found->second);
}

/// A text between tags or quotation marks.
std::string escaped(std::string_view text)
{
    std::string xml;
    for (const char c : text)
        switch (c) {
        case '&':
            xml += "&amp;";
            break;
        case '<':
            xml += "&lt;";
            break;
        case '>':
            xml += "&gt;";
            break;
        case '"':
            xml += "&quot;";
            break;
        default:
            xml += c;
        }
    return xml;
}

void appendKey(std::string& xml, std::string_view of, std::string_view name, bool isNumber)
{
    xml += fmt::format("  <key id=\"{0}_{1}\" for=\"{0}\" attr.name=\"{1}\" attr.type=\"{2}\"/>\n", of, name,
                       isNumber ? "double" : "string");
}

void appendData(std::string& xml, std::string_view of, std::string_view name, std::string_view text)
{
    if (!text.empty())
        xml += fmt::format("<data key=\"{}_{}\">{}</data>", of, name, escaped(text));
}

std::string jsonText(std::string_view text)
{
    return nlohmann::json(std::string(text)).dump();
}

/// Whether programs that have numbers of 64 bits only keep every digit of a plain decimal.
bool isExact(std::string_view decimal)
{
    constexpr std::ptrdiff_t kExactDigits = 15;
    return std::count_if(decimal.begin(), decimal.end(), [](char c) { return c >= '0' && c <= '9'; }) <= kExactDigits;
}

/// @param isNumber  the text is a plain decimal, which is a number of JSON as it is
void appendMember(std::string& json, std::string_view name, std::string_view text, bool isNumber = false)
{
    if (!text.empty())
        json += fmt::format(", \"{}\": {}", name, isNumber && isExact(text) ? std::string(text) : jsonText(text));
}

} // namespace

std::string edgeListText(const Graph& graph)
{
    std::string csv = "Source,Target,Type,Id,Label,Weight";
    for (const EdgeField& each : kEdgeFields)
        if (each.field != deal_field::ValueUsd) // it is the weight
            csv.append(",").append(nameOfField(each.field));
    for (const GraphEdge& edge : graph.edges) {
        csv += '\n';
        appendCsvField(csv, guardedForSpreadsheet(graph.nodes[edge.source].id));
        csv += ',';
        appendCsvField(csv, guardedForSpreadsheet(graph.nodes[edge.target].id));
        csv.append(",Directed,").append(edge.id) += ',';
        appendCsvField(csv, guardedForSpreadsheet(edge.label));
        csv.append(",").append(edge.weight);
        for (const EdgeField& each : kEdgeFields)
            if (each.field != deal_field::ValueUsd)
                csv.append(",").append(textOfField(edge, each.field));
    }
    return csv + '\n';
}

std::string graphMlText(const Graph& graph)
{
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    for (const char* name : {"label", "tier", "kind"})
        appendKey(xml, "node", name, false);
    appendKey(xml, "edge", "label", false);
    appendKey(xml, "edge", "weight", true);
    for (const EdgeField& each : kEdgeFields)
        appendKey(xml, "edge", nameOfField(each.field), each.isNumber);
    xml += "  <graph edgedefault=\"directed\">\n";
    for (const GraphNode& node : graph.nodes) {
        xml += fmt::format("    <node id=\"{}\">", escaped(node.id));
        appendData(xml, "node", "label", node.label);
        appendData(xml, "node", "tier", node.tier);
        appendData(xml, "node", "kind", node.kind);
        xml += "</node>\n";
    }
    for (const GraphEdge& edge : graph.edges) {
        xml += fmt::format("    <edge id=\"{}\" source=\"{}\" target=\"{}\">", escaped(edge.id),
                           escaped(graph.nodes[edge.source].id), escaped(graph.nodes[edge.target].id));
        appendData(xml, "edge", "label", edge.label);
        appendData(xml, "edge", "weight", edge.weight);
        for (const EdgeField& each : kEdgeFields)
            appendData(xml, "edge", nameOfField(each.field), textOfField(edge, each.field));
        xml += "</edge>\n";
    }
    return xml + "  </graph>\n</graphml>\n";
}

std::string graphJsonText(const Graph& graph)
{
    std::string json = "{\"nodes\": [";
    for (const GraphNode& node : graph.nodes) {
        json += fmt::format("{}\n  {{\"id\": {}", &node == graph.nodes.data() ? "" : ",", jsonText(node.id));
        appendMember(json, "name", node.label);
        appendMember(json, "group", node.tier);
        appendMember(json, "kind", node.kind);
        json += '}';
    }
    json += "\n], \"links\": [";
    for (const GraphEdge& edge : graph.edges) {
        json += fmt::format("{}\n  {{\"source\": {}, \"target\": {}", &edge == graph.edges.data() ? "" : ",",
                            jsonText(graph.nodes[edge.source].id), jsonText(graph.nodes[edge.target].id));
        appendMember(json, "value", edge.weight, true);
        appendMember(json, "id", edge.id);
        appendMember(json, "label", edge.label);
        for (const EdgeField& each : kEdgeFields)
            appendMember(json, nameOfField(each.field), textOfField(edge, each.field), each.isNumber);
        json += '}';
    }
    return json + "\n]}\n";
}

} // namespace ochain
