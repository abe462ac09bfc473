// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/exposure_words.h"

#include <algorithm>

#include <fmt/format.h>

namespace ochain {

namespace {

/// What a side is shares of, and what of it has no share.
void addSide(const Chain& chain, const ExposureSide& side, bool isRevenue, std::vector<Sentence>& sentences)
{
    if (side.whole) {
        const std::string metric(chain.key({Table::Metrics, side.whole->metric.value}));
        if (side.isAboveWhole())
            sentences.push_back(
                {isRevenue
                     ? QT_TRANSLATE_NOOP(
                           "Sentence",
                           "The deals of this chain come to more revenue than {0} says; nothing is taken to be outside")
                     : QT_TRANSLATE_NOOP(
                           "Sentence",
                           "The deals of this chain come to more cost than {0} says; nothing is taken to be outside"),
                 {metric}});
        else
            sentences.push_back(
                {isRevenue
                     ? QT_TRANSLATE_NOOP(
                           "Sentence",
                           "Shares of revenue are of all that the company takes by {0}; what no deal here explains is outside the chain")
                     : QT_TRANSLATE_NOOP(
                           "Sentence",
                           "Shares of cost are of all that the company spends by {0}; what no deal here explains is outside the chain"),
                 {metric}});
    } else {
        sentences.push_back(
            {isRevenue
                 ? QT_TRANSLATE_NOOP(
                       "Sentence",
                       "Shares of revenue are of what the deals of this chain hold: no metric says what the company takes in all")
                 : QT_TRANSLATE_NOOP(
                       "Sentence",
                       "Shares of spend are of what the deals of this chain hold: no metric says what the company spends in all"),
             {}});
    }
    if (side.undisclosed > 0)
        sentences.push_back(
            {isRevenue
                 ? QT_TRANSLATE_NOOP("Sentence", "Sales without a disclosed amount, which have no share: {0}")
                 : QT_TRANSLATE_NOOP("Sentence", "Purchases without a disclosed amount, which have no share: {0}"),
             {std::to_string(side.undisclosed)}});
}

} // namespace

std::string namesInWords(const std::vector<NodeId>& nodes, const NodeWords& nameOf)
{
    constexpr std::size_t kMostNames = 8;
    std::string names;
    for (std::size_t i = 0; i < std::min(nodes.size(), kMostNames); ++i)
        names += (i == 0 ? "" : ", ") + nameOf(nodes[i]);
    return nodes.size() > kMostNames ? fmt::format("{} … +{}", names, nodes.size() - kMostNames) : names;
}

std::vector<Sentence> assumptionsOf(const Chain& chain, const Exposure& exposure)
{
    std::vector<Sentence> sentences;
    addSide(chain, exposure.suppliers, false, sentences);
    addSide(chain, exposure.customers, true, sentences);
    return sentences;
}

std::vector<Sentence> assumptionsOf(const LookThrough& through, const NodeWords& nameOf)
{
    std::vector<Sentence> sentences{
        {QT_TRANSLATE_NOOP(
             "Sentence",
             "Each company passes on to its suppliers what it spends on them, by the larger of what it takes (revenue and capital) and what it spends; the rest leaves the chain"),
         {}}};
    for (const std::vector<NodeId>& group : through.closedGroups)
        sentences.push_back(
            {QT_TRANSLATE_NOOP(
                 "Sentence",
                 "What gets to {0} goes round there for ever, as they pay nobody else; only what arrives from others is told"),
             {namesInWords(group, nameOf)}});
    if (through.isClosed())
        sentences.push_back(
            {QT_TRANSLATE_NOOP(
                 "Sentence",
                 "{0} is one of them: to the end its money reaches no end, so that no sums are told; ask for a number of tiers"),
             {nameOf(through.node)}});
    if (through.undisclosed > 0)
        sentences.push_back(
            {QT_TRANSLATE_NOOP("Sentence",
                               "Purchases without a disclosed amount on the way, over which nothing is passed on: {0}"),
             {std::to_string(through.undisclosed)}});
    return sentences;
}

} // namespace ochain
