// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphs/graph_attributes.h"

#include "exchange/csv_form.h"

#include <algorithm>

namespace ochain {

namespace {

constexpr std::size_t kMostUntaken = 30; // names; a hostile file may have any number

/// Fields that an edge has otherwise: its ends, and its id.
bool isOfTheEdgeItself(Field field) noexcept
{
    return field == deal_field::Key || field == deal_field::Supplier || field == deal_field::Customer;
}

Sentence saidTwice(std::string_view name, const std::string& before, std::string_view text)
{
    return {QT_TRANSLATE_NOOP("Sentence", "“{0}” says {2}, and {1} was said before; keep the one that is meant"),
            {std::string(name), before, std::string(text)}};
}

} // namespace

std::string oneLineOf(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\r\n";
    std::string line;
    while (!text.empty()) {
        text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
        const std::string_view word = text.substr(0, text.find_first_of(kBlanks));
        if (!word.empty() && !line.empty())
            line += ' ';
        line += word;
        text.remove_prefix(word.size());
    }
    return line;
}

void leaveAttribute(Graph& graph, std::string_view name)
{
    if (graph.untaken.size() < kMostUntaken &&
        std::find(graph.untaken.begin(), graph.untaken.end(), name) == graph.untaken.end())
        graph.untaken.emplace_back(name);
}

void takeAttribute(Graph& graph, GraphNode& node, std::string_view name, std::string_view text)
{
    const std::string folded = foldedName(name);
    std::string line = oneLineOf(text);
    if (line.empty())
        return;
    if (folded == "label" || (folded == "name" && node.label.empty()))
        node.label = std::move(line);
    else if (folded == "tier" || (folded == "group" && node.tier.empty()))
        node.tier = std::move(line);
    else if (folded == "kind")
        node.kind = std::move(line);
    else if (folded != "name" && folded != "group")
        leaveAttribute(graph, name);
}

std::optional<Sentence> takeAttribute(Graph& graph, GraphEdge& edge, std::string_view name, std::string_view text)
{
    const std::string folded = foldedName(name);
    std::string line = oneLineOf(text);
    if (line.empty())
        return std::nullopt;
    if (folded == "id")
        edge.id = std::move(line);
    else if (folded == "label" || folded == "name")
        edge.label = std::move(line);
    else if (folded == "type" || folded == "directed")
        graph.isUndirected = graph.isUndirected || foldedName(line) == "undirected" || foldedName(line) == "false";
    else if (folded == "weight" || folded == "value") {
        if (!edge.weight.empty() && edge.weight != line)
            return saidTwice(name, edge.weight, line);
        edge.weight = std::move(line);
    } else if (const std::optional<Field> field = fieldNamed(Table::Deals, folded);
               field && !isOfTheEdgeItself(*field)) {
        const bool mayHaveLines = *field == deal_field::NoteEn;
        edge.fields.emplace_back(*field, mayHaveLines ? std::string(text) : std::move(line));
    } else
        leaveAttribute(graph, name);
    return std::nullopt;
}

} // namespace ochain
