// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/deliverable_words.h"

#include "chain/amount.h"

#include <string>

namespace ochain {

std::vector<Sentence> assumptionsOf(const DeliverableCapacity& capacity, NodeId node)
{
    std::vector<Sentence> sentences{
        {QT_TRANSLATE_NOOP(
             "Sentence",
             "A node needs as much of each layer that supplies it as of the others; a layer in which nothing stands limits nothing"),
         {}},
        {QT_TRANSLATE_NOOP("Sentence",
                           "Who cannot support all that is contracted out of them delivers to everybody in proportion"),
         {}}};
    MissingSupply all;
    for (const NodeId each : capacity.upstreamOf(node))
        for (const MissingSupply& line : capacity.missingOf(each)) {
            all.undisclosed += line.undisclosed;
            all.unscheduled += line.unscheduled;
        }
    if (all.undisclosed > 0)
        sentences.push_back(
            {QT_TRANSLATE_NOOP("Sentence", "Supplies without a disclosed capacity, which limit nothing: {0}"),
             {std::to_string(all.undisclosed)}});
    if (all.unscheduled.value > 0)
        sentences.push_back(
            {QT_TRANSLATE_NOOP("Sentence", "Supplies without dates, which stand in no period: {0} MW in all layers"),
             {formatMegawatts(all.unscheduled)}});
    if (capacity.sweeps() > 1)
        sentences.push_back(
            {QT_TRANSLATE_NOOP(
                 "Sentence",
                 "Suppliers that supply one another in rings were gone through until they settled, {0} times"),
             {std::to_string(capacity.sweeps())}});
    return sentences;
}

} // namespace ochain
