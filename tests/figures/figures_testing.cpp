// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures_testing.h"

#include "exchange/csv_folder.h"
#include "exchange/csv_import.h"

#include <cstdio>
#include <cstdlib>

namespace ochain::testing {

Shipped::Shipped(const Lens& lens)
{
    const Result<std::vector<CsvText>> texts = readCsvFolder(OCHAIN_DATASET);
    if (!texts) {
        std::fputs(texts.error().message().c_str(), stderr);
        std::abort();
    }
    CsvImport import = importCsv(chain, *texts, false);
    const Problems problems = import.problems.empty() ? chain.apply(import.edit) : import.problems;
    for (const Problem& problem : problems)
        std::fprintf(stderr, "%s\n", problem.text().c_str());
    if (!problems.empty())
        std::abort();
    rollups.compute(chain, lens);
}

FigureOptions Shipped::at(Period period)
{
    FigureOptions options;
    options.period = period;
    options.today = dayNumber(2026, 11, 30); // pictures name it, and are compared for years
    return options;
}

Group Shipped::group(const std::string& key) const
{
    if (const NodeId node = chain.find<NodeId>(key); node.isSet())
        return Group::of(node);
    return Group::of(chain.find<TierId>(key));
}

LayerNumber Shipped::layer(const std::string& key) const
{
    return chain.layerOf(chain.find<TierId>(key));
}

} // namespace ochain::testing
