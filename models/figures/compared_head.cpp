// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/compared_head.h"

#include "figures/figure_words.h"

#include <algorithm>

namespace ochain {

std::vector<int> addHeadOf(ChartHead& head, const ChartHead& against, const ComparedWords& lenses)
{
    std::vector<int> numbers;
    for (const SourceLine& source : against.sources) {
        const auto known = std::find_if(head.sources.begin(), head.sources.end(),
                                        [&source](const SourceLine& each) { return each.key == source.key; });
        if (known != head.sources.end()) {
            numbers.push_back(known->number);
            continue;
        }
        numbers.push_back(static_cast<int>(head.sources.size()) + 1);
        head.sources.push_back(source);
        head.sources.back().number = numbers.back();
    }
    for (const QString& note : against.notes)
        if (!head.notes.contains(note))
            head.notes << FigureWords::tr("%1: %2", "which lens, a note").arg(lenses.against, note);
    return numbers;
}

} // namespace ochain
