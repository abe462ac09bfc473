// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphs/graph_list_reader.h"

#include "chain/spreadsheet_guard.h"
#include "exchange/csv_form.h"
#include "exchange/csv_reader.h"
#include "graphs/graph_attributes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

namespace ochain {

namespace {

constexpr std::size_t kMostListColumns = 1000;

bool isListColumn(std::string_view name)
{
    constexpr std::array<std::string_view, 6> kNames{"source", "target", "weight", "type", "id", "label"};
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end() || fieldNamed(Table::Deals, name);
}

bool isEmptyRow(const CsvRecord& record)
{
    return std::all_of(record.fields.begin(), record.fields.end(),
                       [](const std::string& cell) { return oneLineOf(cell).empty(); });
}

/// Puts a graph together row by row.
class ListReader {
public:
    [[nodiscard]] GraphReading read(std::string_view text) &&;

private:
    [[nodiscard]] bool take(CsvRecord& record);
    void readNames(const CsvRecord& record);
    void readEdge(CsvRecord& record);
    [[nodiscard]] std::optional<std::size_t> nodeIn(const CsvRecord& record, std::size_t column);
    void fault(std::size_t line, Sentence sentence) { m_reading.faults.push_back({{line, {}}, std::move(sentence)}); }

    GraphReading m_reading;
    std::vector<std::string> m_names; ///< of the columns, as they are written
    std::size_t m_source = 0;
    std::size_t m_target = 0;
    std::unordered_map<std::string, std::size_t> m_nodes;
    bool m_hasHeader = false;
};

GraphReading ListReader::read(std::string_view text) &&
{
    m_reading.graph.isListOfEdges = true;
    const auto formOf = [this](std::string_view utf8) {
        const CsvForm form = csvFormOf(isListColumn, utf8);
        m_reading.graph.separator = form.separator;
        return form;
    };
    const std::optional<CsvFault> unreadable = readCsv(
        text, [this](CsvRecord& record) { return take(record); }, formOf);
    if (unreadable)
        fault(unreadable->line, unreadable->sentence);
    else if (!m_hasHeader)
        fault(1,
              {QT_TRANSLATE_NOOP("Sentence", "the header row is missing; begin the file with the names of its columns"),
               {}});
    return std::move(m_reading);
}

bool ListReader::take(CsvRecord& record)
{
    if (isEmptyRow(record))
        return true;
    if (!m_hasHeader)
        readNames(record);
    else
        readEdge(record);
    const bool isUsable = m_source < m_names.size() && m_target < m_names.size();
    return isUsable && m_reading.faults.size() < kMaxGraphFaults;
}

void ListReader::readNames(const CsvRecord& record)
{
    m_hasHeader = true;
    std::vector<std::string> folded;
    for (const std::string& name : record.fields) {
        folded.push_back(foldedName(name));
        if (!folded.back().empty() && std::count(folded.begin(), folded.end(), folded.back()) == 2)
            fault(record.line,
                  {QT_TRANSLATE_NOOP("Sentence", "the column “{0}” is there twice; remove one"), {folded.back()}});
    }
    const auto placeOf = [&folded](std::string_view name) {
        return static_cast<std::size_t>(std::find(folded.begin(), folded.end(), name) - folded.begin());
    };
    m_source = placeOf("source");
    m_target = placeOf("target");
    if (m_source == folded.size() || m_target == folded.size() || folded.size() > kMostListColumns)
        fault(
            record.line,
            {QT_TRANSLATE_NOOP("Sentence", "a list of edges needs the columns Source and Target in its header row; add "
                                           "them, or name the file as the table that is in it, such as deals.csv"),
             {}});
    else
        m_names = record.fields;
}

std::optional<std::size_t> ListReader::nodeIn(const CsvRecord& record, std::size_t column)
{
    std::string name = oneLineOf(record.fields[column]);
    if (name.empty()) {
        fault(record.line, {QT_TRANSLATE_NOOP("Sentence", "{0} is missing; it must be given"), {m_names[column]}});
        return std::nullopt;
    }
    const auto [found, isNew] = m_nodes.try_emplace(name, m_reading.graph.nodes.size());
    if (isNew) {
        GraphNode node;
        node.place.line = record.line;
        node.id = std::move(name);
        m_reading.graph.nodes.push_back(std::move(node));
    }
    return found->second;
}

void ListReader::readEdge(CsvRecord& record)
{
    while (record.fields.size() > m_names.size() && record.fields.back().empty())
        record.fields.pop_back();
    if (record.fields.size() != m_names.size()) {
        fault(record.line,
              {QT_TRANSLATE_NOOP("Sentence", "the row has {0} fields where the header has {1}; put texts with “{2}” in "
                                             "them in quotation marks"),
               {std::to_string(record.fields.size()), std::to_string(m_names.size()),
                std::string(1, m_reading.graph.separator)}});
        return;
    }
    for (std::string& cell : record.fields)
        cell.erase(0, cell.size() - withoutSpreadsheetGuard(cell).size());
    const std::optional<std::size_t> source = nodeIn(record, m_source);
    const std::optional<std::size_t> target = nodeIn(record, m_target);
    GraphEdge edge;
    edge.place.line = record.line;
    for (std::size_t i = 0; i < m_names.size(); ++i)
        if (i != m_source && i != m_target)
            if (std::optional<Sentence> wrong = takeAttribute(m_reading.graph, edge, m_names[i], record.fields[i]))
                fault(record.line, std::move(*wrong));
    if (!source || !target)
        return;
    edge.source = *source;
    edge.target = *target;
    m_reading.graph.edges.push_back(std::move(edge));
}

} // namespace

GraphReading readEdgeList(std::string_view text)
{
    return ListReader().read(text);
}

} // namespace ochain
