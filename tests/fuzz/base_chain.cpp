// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/base_chain.h"

#include "exchange/csv_import.h"
#include "fuzz/expect.h"

#include <vector>

namespace ochain::fuzz {

const Chain& baseChain()
{
    static const Chain kBase = [] {
        const std::vector<CsvText> texts{
            {"tiers", "key,ordinal,layer\nchips,1,1\ncloud,2,1\n"},
            {"nodes", "key,tier,parent,lat,lon,note_en\na,chips,,1.5,-97.74,=note\nb,cloud,,,,\nc,cloud,b,,,\n"},
            {"deal_kinds", "key,class,profile,money\nhardware,trade,deploy,1\n"},
            {"statuses", "key,weight_bp\nsigned,8000\n"},
            {"deals", "key,supplier,customer,kind,status,starts,ends,capacity_mw,value_usd,basis\n"
                      "d,a,b,hardware,signed,2026,2028,10,1000.5,reported\n"},
            {"metrics", "key,series,node,as_of,value,basis\nm,users,b,2025,10,reported\n"},
            {"sources", "key,publisher,title\ns,P,T\n"}};
        CsvImport import = importCsv(Chain(), texts, true);
        Chain chain;
        expect(import.problems.empty() && chain.apply(import.edit).empty(), "the base can be imported");
        return chain;
    }();
    return kBase;
}

} // namespace ochain::fuzz
