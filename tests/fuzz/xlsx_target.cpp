// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/xlsx_target.h"

#include "editing/cell_reader.h"
#include "exchange/table_import.h"
#include "fuzz/base_chain.h"
#include "fuzz/expect.h"
#include "workbooks/import_source.h"
#include "workbooks/xlsx_export.h"
#include "workbooks/xlsx_sheet.h"
#include "workbooks/xlsx_testing.h"

#include <algorithm>
#include <string>

#include <unistd.h>

namespace ochain::fuzz {

namespace {

constexpr unsigned char kWholeFile = 192;

std::string inAttribute(std::string_view text)
{
    std::string escaped;
    for (const char c : text)
        if (c == '"' || c == '<' || c == '&')
            escaped.append("&#").append(std::to_string(c)).append(";");
        else
            escaped += c;
    return escaped;
}

/// A workbook with one sheet, whose XML is the rest of the input.
std::string packedSheet(unsigned char choice, std::string_view rest)
{
    const std::size_t line = std::min(rest.find('\n'), rest.size());
    testing::Book book;
    book.sheet = allTables()[choice % allTables().size()].name;
    book.texts = "<si><t>deals</t></si><si><r><t>up to </t></r><r><t>$7B</t></r></si>";
    book.formats = "<numFmt numFmtId=\"164\" formatCode=\"" + inAttribute(rest.substr(0, line)) + "\"/>";
    book.styles = {"0", "164", "14", "17", "9", "22"};
    testing::Parts parts = testing::partsOf(book);
    parts.back().second = rest.substr(std::min(line + 1, rest.size()));
    return testing::packed(parts);
}

/// Out and in again nothing changes.
void throughAFile(const Chain& chain)
{
    const std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("ochain-fuzz-" + std::to_string(::getpid()) + ".xlsx");
    const Result<std::size_t> written = exportXlsx(chain, file, {});
    expect(written.has_value(), "what was imported can be exported");
    const Result<ImportSource> source = readImportSource(file);
    expect(source.has_value(), "what was exported can be read");
    const CsvImport again = importTables(chain, source->tables, true);
    expect(again.problems.empty(), "what was exported can be imported");
    expect(again.edit.changes.empty(), "what was exported changes nothing when it is imported");
    std::filesystem::remove(file);
}

} // namespace

void readXlsx(std::string_view input)
{
    if (input.empty())
        return;
    const auto choice = static_cast<unsigned char>(input.front());
    const std::string_view rest = input.substr(1);
    const tl::expected<XlsxTables, Sentence> found =
        tablesOfXlsx(choice >= kWholeFile ? std::string(rest) : packedSheet(choice, rest));
    if (!found)
        return;
    CsvImport import = importTables(baseChain(), found->tables, choice % 2 == 1, {}, cellReader(baseChain()));
    Chain chain = baseChain();
    if (!import.problems.empty() || !chain.apply(import.edit).empty())
        return;
    expect(chain.errors().empty(), "an edit that was taken leaves no errors");
    throughAFile(chain);
}

} // namespace ochain::fuzz
