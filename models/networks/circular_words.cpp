// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/circular_words.h"

#include <string>

namespace ochain {

std::vector<Sentence> assumptionsOf(const CircularMoney& money)
{
    std::vector<Sentence> sentences{
        {QT_TRANSLATE_NOOP(
             "Sentence",
             "A ring is money that comes back to who paid it, by at least one purchase and one investment, over {0} parties at most; what goes round is its least step"),
         {std::to_string(money.length)}},
        {QT_TRANSLATE_NOOP("Sentence", "That money comes back in one period does not say that it is the same money"),
         {}}};
    if (money.isCut)
        sentences.push_back({QT_TRANSLATE_NOOP("Sentence", "Only the {0} largest rings are listed; there are more"),
                             {std::to_string(money.rings.size())}});
    if (money.undisclosed > 0)
        sentences.push_back(
            {QT_TRANSLATE_NOOP("Sentence", "Deals without a disclosed amount, which are in no ring: {0}"),
             {std::to_string(money.undisclosed)}});
    return sentences;
}

std::vector<Sentence> assumptionsOf(const Chance& chance)
{
    std::vector<Sentence> sentences{
        {QT_TRANSLATE_NOOP(
             "Sentence",
             "By chance: within trade and within capital everyone pays as many, is paid by as many and pays the same amounts, but to others; runs: {0}"),
         {std::to_string(chance.runs)}}};
    if (chance.isCut)
        sentences.push_back(
            {QT_TRANSLATE_NOOP("Sentence",
                               "In some runs there were more rings than are counted; of these the largest count"),
             {}});
    return sentences;
}

} // namespace ochain
