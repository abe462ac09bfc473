// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/importance_words.h"

#include <string>

namespace ochain {

std::vector<Sentence> assumptionsOf(const Importance& importance)
{
    return {
        {QT_TRANSLATE_NOOP(
             "Sentence",
             "Suppliers of one layer can stand in for one another, outside the layers those of one tier, by their part in all that is sold of it"),
         {}},
        {QT_TRANSLATE_NOOP(
             "Sentence",
             "What a layer supplies is essential: output falls by its part in that layer; by other goods, and where deals of the layer hide their amounts, it falls by their part in all that is bought"),
         {}},
        {importance.wholesKnown() == 0
             ? QT_TRANSLATE_NOOP(
                   "Sentence",
                   "No metric of this period says what a company takes or spends outside the chain, so that losses are of the deals here")
             : QT_TRANSLATE_NOOP(
                   "Sentence",
                   "What metrics say that companies take or spend outside the chain does not fall; figures known: {0}"),
         {std::to_string(importance.wholesKnown())}},
        {QT_TRANSLATE_NOOP(
             "Sentence",
             "Trade counts, capital and guarantees do not; nothing is stored, and nobody finds another supplier or customer"),
         {}},
        {QT_TRANSLATE_NOOP(
             "Sentence",
             "Exposed is what those have left to lose whose deals with who fails have no disclosed amount; unresolved are these deals"),
         {}}};
}

} // namespace ochain
