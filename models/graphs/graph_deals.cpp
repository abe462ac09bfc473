// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphs/graph_deals.h"

#include <algorithm>

namespace ochain {

namespace {

constexpr std::string_view kStatusOfNew = "announced"; // as forms begin with
constexpr std::string_view kBasisOfNew = "reported";

const std::string* textOf(const GraphEdge& edge, Field field)
{
    const auto found =
        std::find_if(edge.fields.begin(), edge.fields.end(), [field](const auto& each) { return each.first == field; });
    return found == edge.fields.end() ? nullptr : &found->second;
}

} // namespace

GraphDeals::GraphDeals(const Chain& chain, const Graph& graph, const std::vector<std::string>& nodes,
                       const GraphOptions& options, const GraphWords& words, GraphProblems& problems)
    : m_chain(chain), m_graph(graph), m_nodes(nodes), m_options(options), m_words(words), m_problems(problems),
      m_kinds(chain, Table::DealKinds, words), m_newKeys(chain, Table::Deals, words)
{
    if (const std::vector<std::uint32_t> rows = m_kinds.called(options.kind); rows.size() == 1)
        m_kind = chain.key({Table::DealKinds, rows.front()});
    else if (!options.kind.empty())
        problems.add({QT_TRANSLATE_NOOP("Sentence", "no kind of deal is called “{0}”; there are {1}"),
                      {options.kind, m_kinds.keys()}});
}

bool GraphDeals::addTo(EditBuilder& builder, std::vector<Sentence>& notes, const Progress& progress)
{
    constexpr std::size_t kOften = 1024;
    reserveIds();
    for (std::size_t i = 0; i < m_graph.edges.size() && !m_problems.isFull(); ++i) {
        if (progress && i % kOften == 0 &&
            !progress(static_cast<double>(i) / static_cast<double>(m_graph.edges.size())))
            return false;
        put(builder, m_graph.edges[i], notes);
    }
    if (m_withoutKind > 0 && m_options.kind.empty())
        m_problems.add(
            {QT_TRANSLATE_NOOP("Sentence", "edges of no kind that the chain has: {0}; name the kind of deal for "
                                           "them (on the command line --kind KEY). There are {1}"),
             {std::to_string(m_withoutKind), m_kinds.keys()}});
    noteRest(notes);
    return true;
}

/// Ids that are keys are kept for their edges before keys are made for others.
void GraphDeals::reserveIds()
{
    for (std::size_t i = 0; i < m_graph.edges.size(); ++i) {
        const GraphEdge& edge = m_graph.edges[i];
        if (!canBeKey(Table::Deals, edge.id))
            continue;
        if (m_newKeys.reserve(edge.id))
            m_ids.emplace(edge.id, i);
        else
            m_problems.add(
                edge.place,
                {QT_TRANSLATE_NOOP("Sentence", "a second edge has the id “{0}”; give it another"), {edge.id}},
                Rule::DuplicateKey);
    }
}

void GraphDeals::put(EditBuilder& builder, const GraphEdge& edge, std::vector<Sentence>& notes)
{
    Course course{m_nodes[edge.source], m_nodes[edge.target], kindOf(edge)};
    if (course.supplier.empty() || course.customer.empty()) // that was said
        return;
    if (course.supplier == course.customer) {
        m_problems.add(
            edge.place,
            {QT_TRANSLATE_NOOP("Sentence", "the edge runs from “{0}” to itself; a deal has two parties, so remove it "
                                           "or correct an end"),
             {course.supplier}},
            Rule::SelfDeal);
        return;
    }
    if (course.kind.empty() || !isIdUsable(edge, course))
        return;
    const std::string key = keyOf(edge, course);
    if (m_chain.find(Table::Deals, key) == kNoRow)
        putStandard(builder, edge, key, course);
    putFields(builder, edge, key, notes);
    if (!edge.label.empty() && m_kinds.called(edge.label).empty())
        ++m_labels;
}

/// The kind in the file, by key or name; empty if there is none, or none that the chain has.
std::string GraphDeals::kindSaid(const GraphEdge& edge) const
{
    const std::string* said = textOf(edge, deal_field::Kind);
    const std::vector<std::uint32_t> rows = said == nullptr ? std::vector<std::uint32_t>() : m_kinds.called(*said);
    return rows.size() == 1 ? std::string(m_chain.key({Table::DealKinds, rows.front()})) : std::string();
}

std::string GraphDeals::kindOf(const GraphEdge& edge)
{
    if (std::string said = kindSaid(edge); !said.empty())
        return said;
    const std::uint32_t deal = m_ids.contains(edge.id) ? m_chain.find(Table::Deals, edge.id) : kNoRow;
    if (deal != kNoRow) // it has one
        return m_chain.value({Table::Deals, deal}, deal_field::Kind);
    if (m_kind.empty())
        ++m_withoutKind;
    else if (const std::string* said = textOf(edge, deal_field::Kind); said != nullptr && m_otherKinds++ == 0)
        m_otherKind = *said;
    return m_kind;
}

bool GraphDeals::isOn(std::uint32_t deal, const Course& course) const
{
    const Deal& row = m_chain.deals()[DealId{deal}];
    return m_chain.key({Table::Nodes, row.supplier.value}) == course.supplier &&
           m_chain.key({Table::Nodes, row.customer.value}) == course.customer;
}

/// An id that is the key of a deal with other parties is a mistake, or an edge that was moved.
bool GraphDeals::isIdUsable(const GraphEdge& edge, const Course& course)
{
    const std::uint32_t deal = edge.id.empty() ? kNoRow : m_chain.find(Table::Deals, edge.id);
    if (deal == kNoRow || !m_ids.contains(edge.id) || isOn(deal, course))
        return true;
    const Deal& row = m_chain.deals()[DealId{deal}];
    m_problems.add(
        edge.place,
        {QT_TRANSLATE_NOOP("Sentence", "the id “{0}” is the key of a deal from {1} to {2}, and the edge runs from {3} "
                                       "to {4}; give the edge another id, or change the deal itself"),
         {edge.id, std::string(m_chain.key({Table::Nodes, row.supplier.value})),
          std::string(m_chain.key({Table::Nodes, row.customer.value})), course.supplier, course.customer}},
        Rule::DuplicateKey);
    return false;
}

std::string GraphDeals::keyOf(const GraphEdge& edge, const Course& course)
{
    const auto found = m_ids.find(edge.id);
    return found != m_ids.end() ? edge.id : madeKey(course);
}

/// supplier-customer-kind as forms make it, for the next of parallel edges with -2, -3 …; a deal of this key that runs
/// so and is of this kind is that edge, any other keeps its key.
std::string GraphDeals::madeKey(const Course& course)
{
    std::string base;
    for (const std::string& part : {course.supplier, course.customer, course.kind})
        base.append(base.empty() ? "" : "-").append(m_newKeys.partOf(part));
    for (int& number = m_parallel[base];;) {
        ++number;
        std::string key = number == 1 ? base : base + '-' + std::to_string(number);
        const std::uint32_t deal = m_chain.find(Table::Deals, key);
        const bool isThis = deal == kNoRow || (isOn(deal, course) &&
                                               m_chain.value({Table::Deals, deal}, deal_field::Kind) == course.kind);
        if (isThis && m_newKeys.reserve(key))
            return key;
    }
}

/// What a new deal must have, where the file does not say it.
void GraphDeals::putStandard(EditBuilder& builder, const GraphEdge& edge, const std::string& key, const Course& course)
{
    std::optional<Problem> problem = builder.add(Table::Deals, key);
    const auto set = [&](Field field, std::string_view text) {
        if (!problem)
            problem = builder.set(Table::Deals, key, field, text);
    };
    set(deal_field::Supplier, course.supplier);
    set(deal_field::Customer, course.customer);
    set(deal_field::Kind, course.kind);
    if (textOf(edge, deal_field::Status) == nullptr && isThere(edge, deal_field::Status, std::string(kStatusOfNew)))
        set(deal_field::Status, kStatusOfNew);
    if (textOf(edge, deal_field::Basis) == nullptr)
        set(deal_field::Basis, kBasisOfNew);
    if (problem)
        m_problems.add(edge.place, std::move(*problem));
}

/// What a field refers to is in the chain; else it is said.
bool GraphDeals::isThere(const GraphEdge& edge, Field field, const std::string& text)
{
    const FieldSpec& spec = fieldSpec(Table::Deals, field);
    if (spec.type != FieldType::Reference || spec.target == Table::Deals || m_chain.find(spec.target, text) != kNoRow)
        return true;
    std::string keys;
    for (const std::uint32_t row : m_chain.inOrder(spec.target))
        keys.append(keys.empty() ? "" : ", ").append(m_chain.key({spec.target, row}));
    m_problems.add(edge.place,
                   {QT_TRANSLATE_NOOP("Sentence", "{0} “{1}” is not in the chain; there are {2}"),
                    {std::string(spec.name), text, keys}},
                   Rule::DanglingReference);
    return false;
}

/// The fields of an edge as a row of deals: what it says by name, and the weight as the field that it is.
CsvHeader GraphDeals::headerOf(const GraphEdge& edge, CsvRecord& record)
{
    CsvHeader header;
    record.line = edge.place.line;
    for (const auto& [field, text] : edge.fields) {
        header.columns.push_back(field);
        record.fields.push_back(text);
    }
    const std::string* said = textOf(edge, m_options.weight);
    if (!edge.weight.empty() && said == nullptr) {
        header.columns.push_back(m_options.weight);
        record.fields.push_back(edge.weight);
    } else if (!edge.weight.empty() &&
               canonical(Table::Deals, {}, m_options.weight, *said).value_or(*said) !=
                   canonical(Table::Deals, {}, m_options.weight, edge.weight).value_or(edge.weight))
        m_problems.add(
            edge.place,
            {QT_TRANSLATE_NOOP("Sentence", "the weight is {0} and {1} is {2}; the weight stands for {1}, so make both "
                                           "the same or leave one of them out"),
             {edge.weight, std::string(fieldSpec(Table::Deals, m_options.weight).name), *said}});
    return header;
}

void GraphDeals::putFields(EditBuilder& builder, const GraphEdge& edge, const std::string& key,
                           std::vector<Sentence>& notes)
{
    CsvRecord record;
    const CsvHeader header = headerOf(edge, record);
    const CsvCells cells(m_chain, Table::Deals, header, m_graph.separator, m_words.cells);
    std::vector<CsvRead> reads;
    std::vector<std::pair<Field, std::string>> values;
    const std::vector<CsvCells::Refused> refused = cells.read(record, key, reads, values);
    for (const CsvCells::Refused& each : refused)
        m_problems.add(edge.place, each.sentence);
    if (!refused.empty())
        return;
    for (std::size_t i = 0; i < header.columns.size(); ++i)
        values.emplace_back(header.columns[i], record.fields[i]);
    for (const CsvRead& read : reads)
        notes.push_back(
            sentenceAt(m_problems.file(), edge.place,
                       {QT_TRANSLATE_NOOP("Sentence", "{0} “{1}” was read as {2}"),
                        {std::string(fieldSpec(Table::Deals, read.field).name), read.typed, read.canonical}}));
    for (const auto& [field, text] : values) {
        const std::string value = field == deal_field::Kind ? kindSaid(edge) : text;
        if (value.empty() || !isThere(edge, field, value))
            continue;
        if (std::optional<Problem> problem = builder.set(Table::Deals, key, field, value))
            m_problems.add(edge.place, std::move(*problem));
    }
}

void GraphDeals::noteRest(std::vector<Sentence>& notes)
{
    if (m_otherKinds > 0)
        notes.push_back(
            {QT_TRANSLATE_NOOP("Sentence", "edges of a kind that the chain does not have, such as “{0}”, are taken "
                                           "for {1}: {2}"),
             {m_otherKind, m_kind, std::to_string(m_otherKinds)}});
    if (m_labels > 0)
        notes.push_back(
            {QT_TRANSLATE_NOOP("Sentence", "labels of edges were not taken over, since deals have no names: {0}"),
             {std::to_string(m_labels)}});
}

} // namespace ochain
