// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphs/graph_nodes.h"

#include "chain/field_reader.h"

#include <algorithm>

namespace ochain {

namespace {

const std::string& nameIn(const GraphNode& node) noexcept
{
    return node.label.empty() ? node.id : node.label;
}

} // namespace

GraphNodes::GraphNodes(const Chain& chain, const Graph& graph, const std::string& tier, const GraphWords& words,
                       GraphProblems& problems)
    : m_chain(chain), m_graph(graph), m_problems(problems), m_names(chain, Table::Nodes, words),
      m_tiers(chain, Table::Tiers, words), m_newKeys(chain, Table::Nodes, words), m_keys(graph.nodes.size()),
      m_sameAs(graph.nodes.size()), m_saysKinds(std::any_of(graph.nodes.begin(), graph.nodes.end(),
                                                            [](const GraphNode& node) { return !node.kind.empty(); }))
{
    if (const std::vector<std::uint32_t> rows = m_tiers.called(tier); rows.size() == 1)
        m_tier = chain.key({Table::Tiers, rows.front()});
    else if (!tier.empty())
        problems.add({QT_TRANSLATE_NOOP("Sentence", "no tier is called “{0}”; there are {1}"), {tier, m_tiers.keys()}});
    for (std::size_t node = 0; node < graph.nodes.size() && !problems.isFull(); ++node)
        find(node);
    makeKeys();
}

/// The rows of the chain that a node may be; more than one, or none, is said by the caller.
std::vector<std::uint32_t> GraphNodes::rowsMeant(const GraphNode& node)
{
    const std::uint32_t byId = node.id.empty() ? kNoRow : m_chain.find(Table::Nodes, node.id);
    if (node.label.empty())
        return m_names.called(node.id);
    std::vector<std::uint32_t> byLabel = m_names.called(node.label);
    if (byId == kNoRow || std::find(byLabel.begin(), byLabel.end(), byId) != byLabel.end())
        return byId == kNoRow ? byLabel : std::vector<std::uint32_t>{byId};
    byLabel.push_back(byId);
    if (byLabel.size() > 1)
        return byLabel;
    m_problems.add(
        node.place,
        {QT_TRANSLATE_NOOP("Sentence", "the id “{0}” is the key of “{1}”, which is not called “{2}”; write its name, "
                                       "or give the node another id"),
         {node.id, m_names.nameOf(byId), node.label}},
        Rule::DuplicateKey);
    return byLabel;
}

void GraphNodes::find(std::size_t index)
{
    const GraphNode& node = m_graph.nodes[index];
    m_sameAs[index] = index;
    const std::vector<std::uint32_t> rows = rowsMeant(node);
    if (rows.empty()) {
        isNew(index);
        return;
    }
    if (rows.size() > 1) {
        m_problems.add(
            node.place,
            {QT_TRANSLATE_NOOP("Sentence", "“{0}” may be any of several nodes ({1}); write the key of the one "
                                           "that is meant"),
             {nameIn(node), m_names.keys(rows)}},
            Rule::DanglingReference);
        return;
    }
    m_keys[index] = m_chain.key({Table::Nodes, rows.front()});
    const auto [first, isFirst] = m_found.try_emplace(m_keys[index], index);
    if (!isFirst && !m_graph.isListOfEdges)
        m_problems.add(
            node.place,
            {QT_TRANSLATE_NOOP("Sentence", "“{0}” is there twice: this is the node “{1}” too; remove one of them"),
             {nameIn(node), m_keys[index]}},
            Rule::DuplicateKey);
}

void GraphNodes::isNew(std::size_t index)
{
    const GraphNode& node = m_graph.nodes[index];
    const auto [first, isFirst] = m_newNamed.try_emplace(m_names.folded(nameIn(node)), index);
    // Two of one name are found again by their keys, so both must have such; a name in a list of edges is one node.
    const auto isKeyed = [this](std::size_t each) { return canBeKey(Table::Nodes, m_graph.nodes[each].id); };
    if (isFirst || (!m_graph.isListOfEdges && isKeyed(index) && isKeyed(first->second))) {
        m_new.push_back(index);
        return;
    }
    m_sameAs[index] = first->second;
    if (!m_graph.isListOfEdges)
        m_problems.add(node.place,
                       {QT_TRANSLATE_NOOP("Sentence", "a second node is called “{0}”; give one of them another label"),
                        {nameIn(node)}},
                       Rule::DuplicateKey);
}

void GraphNodes::makeKeys()
{
    for (const std::size_t index : m_new)
        if (const GraphNode& node = m_graph.nodes[index]; canBeKey(Table::Nodes, node.id) && m_newKeys.reserve(node.id))
            m_keys[index] = node.id;
    for (const std::size_t index : m_new)
        if (m_keys[index].empty())
            m_keys[index] = m_newKeys.fresh(nameIn(m_graph.nodes[index]), "node");
    for (std::size_t index = 0; index < m_keys.size(); ++index)
        if (m_keys[index].empty())
            m_keys[index] = m_keys[m_sameAs[index]];
}

void GraphNodes::addTo(EditBuilder& builder, std::vector<Sentence>& notes)
{
    for (const std::size_t index : m_new)
        add(builder, m_graph.nodes[index], m_keys[index]);
    complainOfTiers();
    if (m_otherTiers > 0)
        notes.push_back(
            {QT_TRANSLATE_NOOP("Sentence", "new nodes of a tier or group that the chain does not have, such as "
                                           "“{0}”, go into {1}: {2}"),
             {m_otherTier, m_tier, std::to_string(m_otherTiers)}});
}

void GraphNodes::add(EditBuilder& builder, const GraphNode& node, const std::string& key)
{
    const std::string tier = tierOf(node);
    const std::string kind = node.kind.empty() && !m_saysKinds ? "company" : node.kind; // as forms begin with
    std::optional<Problem> problem = builder.add(Table::Nodes, key);
    for (const auto& [field, text] : {std::pair<Field, const std::string&>(node_field::Tier, tier),
                                      std::pair<Field, const std::string&>(node_field::Kind, kind),
                                      std::pair<Field, const std::string&>(node_field::NameEn, nameIn(node))})
        if (!problem && !text.empty())
            problem = builder.set(Table::Nodes, key, field, text);
    if (problem)
        m_problems.add(node.place, std::move(*problem));
}

std::string GraphNodes::tierOf(const GraphNode& node)
{
    if (!node.tier.empty())
        if (const std::vector<std::uint32_t> rows = m_tiers.called(node.tier); rows.size() == 1)
            return std::string(m_chain.key({Table::Tiers, rows.front()}));
    if (m_tier.empty())
        m_withoutTier.push_back(nameIn(node));
    else if (!node.tier.empty() && m_otherTiers++ == 0)
        m_otherTier = node.tier;
    return m_tier;
}

void GraphNodes::complainOfTiers()
{
    if (m_withoutTier.empty() || !m_problems.isEmpty())
        return;
    constexpr std::size_t kMost = 5;
    std::string names;
    for (std::size_t i = 0; i < m_withoutTier.size() && i < kMost; ++i)
        names.append(i == 0 ? "" : ", ").append(excerptOf(m_withoutTier[i]));
    if (m_withoutTier.size() > kMost)
        names += ", …";
    m_problems.add(
        {QT_TRANSLATE_NOOP("Sentence", "not in the chain yet, and of no tier that it has: {0} ({1}); name the tier "
                                       "for new nodes (on the command line --tier KEY). There are {2}"),
         {std::to_string(m_withoutTier.size()), names, m_tiers.keys()}});
}

} // namespace ochain
