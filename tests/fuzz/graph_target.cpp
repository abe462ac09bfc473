// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/graph_target.h"

#include "editing/graph_terms.h"
#include "exchange/csv_import.h"
#include "fuzz/expect.h"
#include "graphs/graph_file.h"
#include "graphs/graph_import.h"

#include <string>
#include <vector>

namespace ochain::fuzz {

namespace {

const Chain& parties()
{
    static const Chain kParties = [] {
        const std::vector<CsvText> texts{
            {"tiers", "key,ordinal,layer\nchips,1,1\n"},
            {"nodes", "key,tier,name_en\na,chips,A\nb,chips,B\n"},
            {"deal_kinds", "key,class,profile,money\nhardware,trade,deploy,1\n"},
            {"statuses", "key,weight_bp\nannounced,5000\n"},
            {"deals", "key,supplier,customer,kind,status,value_usd,basis\nd-1,a,b,hardware,announced,7,reported\n"}};
        CsvImport import = importCsv(Chain(), texts, true);
        Chain chain;
        expect(import.problems.empty() && chain.apply(import.edit).empty(), "the parties can be imported");
        return chain;
    }();
    return kParties;
}

GraphImport imported(const Chain& chain, std::string_view text, GraphFormat format)
{
    return importGraph(chain, readGraphText(text, format), "x", {"hardware", "chips", deal_field::ValueUsd},
                       graphTerms(chain));
}

} // namespace

void readGraphFileText(std::string_view input)
{
    if (input.empty())
        return;
    const auto format = static_cast<GraphFormat>(static_cast<unsigned char>(input.front()) % 3);
    GraphImport import = imported(parties(), input.substr(1), format);
    if (!import.problems.empty())
        return;
    Chain chain = parties();
    if (!chain.apply(import.edit).empty())
        return;
    expect(imported(chain, input.substr(1), format).edit.changes.empty(), "the same graph once more changes nothing");
    for (const GraphFormat out : {GraphFormat::EdgeList, GraphFormat::GraphMl, GraphFormat::Json}) {
        const GraphImport again = imported(chain, graphTextOf(chain, out, graphTerms(chain)), out);
        expect(again.problems.empty(), "what was exported can be imported");
        expect(again.edit.changes.empty(), "what was exported changes nothing when it is imported");
    }
}

} // namespace ochain::fuzz
