// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/ownership_words.h"

#include "chain/amount.h"

#include <algorithm>

namespace ochain {

std::vector<Sentence> assumptionsOf(const Ownership& ownership, const NodeWords& nameOf)
{
    std::vector<Sentence> sentences;
    const bool isAnyHeld = std::any_of(ownership.rows.begin(), ownership.rows.end(),
                                       [](const OwnershipRow& row) { return row.isHeld && row.economic.value > 0; });
    if (isAnyHeld)
        sentences.push_back(
            {QT_TRANSLATE_NOOP(
                 "Sentence",
                 "What ends with a company that others hold stakes in is that of its owners whom no deal names"),
             {}});
    for (const NodeId entity : ownership.overstated)
        sentences.push_back(
            {QT_TRANSLATE_NOOP("Sentence", "Stakes in {0} add up above 100 % and are scaled down to it"),
             {nameOf(entity)}});
    for (const std::vector<NodeId>& group : ownership.closedGroups)
        sentences.push_back(
            {QT_TRANSLATE_NOOP("Sentence", "These belong to each other alone, and what reaches them ends there: {0}"),
             {namesInWords(group, nameOf)}});
    for (const Stake& stake : ownership.notHeld)
        sentences.push_back(
            {stake.share.isAbsent()
                 ? QT_TRANSLATE_NOOP("Sentence", "Not held yet, as it hangs on a condition or a choice: control by {0}")
                 : QT_TRANSLATE_NOOP(
                       "Sentence",
                       "Not held yet, as it hangs on a condition or a choice, or is a ceiling: {1} % by {0}"),
             {nameOf(stake.owner), formatPercent(stake.share)}});
    return sentences;
}

} // namespace ochain
