// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/csv_target.h"

#include "editing/cell_reader.h"
#include "exchange/csv_export.h"
#include "exchange/csv_import.h"
#include "fuzz/base_chain.h"
#include "fuzz/expect.h"

#include <algorithm>
#include <string>
#include <vector>

namespace ochain::fuzz {

namespace {

bool isSame(const std::vector<CsvText>& some, const std::vector<CsvText>& others)
{
    return std::equal(some.begin(), some.end(), others.begin(), others.end(),
                      [](const CsvText& a, const CsvText& b) { return a.name == b.name && a.text == b.text; });
}

/// Out and in again nothing changes.
void roundTrip(const Chain& chain)
{
    const std::vector<CsvText> texts = exportCsv(chain);
    CsvImport again = importCsv(chain, texts, true);
    expect(again.problems.empty(), "what was exported can be imported");
    expect(again.edit.changes.empty(), "what was exported changes nothing when it is imported");
    CsvImport anew = importCsv(Chain(), texts, true);
    Chain copy;
    expect(anew.problems.empty() && copy.apply(anew.edit).empty(), "what was exported makes a new chain");
    expect(isSame(texts, exportCsv(copy)), "the same bytes come out again");
}

} // namespace

void readCsvText(std::string_view input)
{
    if (input.empty())
        return;
    const auto choice = static_cast<unsigned char>(input.front());
    const TableSpec& spec = allTables()[choice % allTables().size()];
    const bool replaces = choice >= 128;
    CsvImport import = importCsv(baseChain(), {{std::string(spec.name), std::string(input.substr(1))}}, replaces, {},
                                 cellReader(baseChain()));
    if (!import.problems.empty())
        return;
    Chain chain = baseChain();
    if (!chain.apply(import.edit).empty())
        return;
    expect(chain.errors().empty(), "an edit that was taken leaves no errors");
    roundTrip(chain);
    Edit back = inverse(import.edit);
    expect(chain.apply(back).empty(), "an edit that was taken can be taken back");
    expect(isSame(exportCsv(chain), exportCsv(baseChain())), "taken back it leaves what was there");
}

} // namespace ochain::fuzz
