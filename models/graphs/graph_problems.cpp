// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphs/graph_problems.h"

#include "chain/field_reader.h"

namespace ochain {

Sentence sentenceAt(const std::string& file, const GraphPlace& place, const Sentence& sentence)
{
    if (place.line > 0)
        return {QT_TRANSLATE_NOOP("Sentence", "{0}, line {1}: {2}"),
                {file, std::to_string(place.line), sentence.text()}};
    if (!place.entry.empty())
        return {QT_TRANSLATE_NOOP("Sentence", "{0}, {1}: {2}"), {file, place.entry, sentence.text()}};
    return {QT_TRANSLATE_NOOP("Sentence", "{0}: {1}"), {file, sentence.text()}};
}

void GraphProblems::add(const GraphPlace& place, const Sentence& sentence, Rule rule)
{
    Problem problem;
    problem.rule = rule;
    problem.isOfFile = true;
    problem.sentence = sentence;
    add(place, std::move(problem));
}

void GraphProblems::add(const GraphPlace& place, Problem problem)
{
    if (isFull())
        return;
    constexpr std::size_t kLongest = 1500; // of what a message quotes: all tiers have room
    for (std::string& arg : problem.sentence.args)
        if (arg.size() > kLongest)
            arg = excerptOf(arg);
    problem.sentence = sentenceAt(m_file, place, problem.sentence);
    problem.isOfFile = true; // the row may be what is wrong
    m_problems.push_back(std::move(problem));
}

} // namespace ochain
