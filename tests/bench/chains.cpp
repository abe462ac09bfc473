// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/chains.h"

#include "dataset.h"
#include "exchange/csv_import.h"

#include <stdexcept>
#include <string>
#include <vector>

namespace ochain::bench {

Chain shippedChain()
{
    std::vector<CsvText> texts;
    for (const EmbeddedFile& file : datasetFiles())
        texts.push_back({std::string(file.name.substr(0, file.name.rfind('.'))), std::string(file.text)});
    Chain chain;
    CsvImport import = importCsv(chain, texts, true);
    if (!import.problems.empty() || !chain.apply(import.edit).empty())
        throw std::runtime_error("the shipped chain cannot be read");
    return chain;
}

std::int64_t dealsOf(const Rollups& rollups, Group group)
{
    return rollups.figure(group, Measure::Deals, kNoLayer, kTotal).value;
}

Group largestGroup(const Chain& chain, const Rollups& rollups, std::int64_t most)
{
    Group largest;
    std::int64_t deals = -1;
    const auto consider = [&](Group group) {
        if (const std::int64_t count = dealsOf(rollups, group); count <= most && count > deals) {
            largest = group;
            deals = count;
        }
    };
    chain.tiers().forEach([&](TierId id, const Tier&) { consider(Group::of(id)); });
    chain.nodes().forEach([&](NodeId id, const Node&) { consider(Group::of(id)); });
    return largest;
}

} // namespace ochain::bench
