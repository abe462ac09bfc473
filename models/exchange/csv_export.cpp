// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/csv_export.h"

#include "chain/spreadsheet_guard.h"

#include <string>
#include <string_view>

namespace ochain {

namespace {

std::string tableAsCsv(const Chain& chain, const TableSpec& spec)
{
    std::string csv = csvHeaderOf(spec) + '\n';
    for (const std::uint32_t row : chain.inOrder(spec.table)) {
        for (Field field = 0; field < spec.fieldCount(); ++field) {
            if (field > 0)
                csv += ',';
            appendCsvField(csv, guardedForSpreadsheet(chain.value({spec.table, row}, field)));
        }
        csv += '\n';
    }
    return csv;
}

} // namespace

void appendCsvField(std::string& csv, std::string_view field)
{
    if (field.find_first_of(",\"\n\r") == std::string_view::npos) {
        csv += field;
        return;
    }
    csv += '"';
    for (const char c : field) {
        if (c == '"')
            csv += '"';
        csv += c;
    }
    csv += '"';
}

std::string csvHeaderOf(const TableSpec& spec)
{
    std::string header;
    for (const FieldSpec& field : spec.fields)
        header.append(header.empty() ? "" : ",").append(field.name);
    return header;
}

std::string exportCsv(const Chain& chain, Table table)
{
    return tableAsCsv(chain, tableSpec(table));
}

std::vector<const TableSpec*> exportedTables(const Chain& chain)
{
    std::vector<const TableSpec*> tables;
    for (const TableSpec& spec : allTables()) {
        // Tables that came with later versions are written when something is in them.
        const bool isOptional = spec.table >= Table::Scenarios || spec.table == Table::Boundaries;
        if (!isOptional || chain.size(spec.table) > 0)
            tables.push_back(&spec);
    }
    return tables;
}

std::vector<CsvText> exportCsv(const Chain& chain)
{
    std::vector<CsvText> texts;
    for (const TableSpec* spec : exportedTables(chain))
        texts.push_back({std::string(spec->name), tableAsCsv(chain, *spec)});
    return texts;
}

} // namespace ochain
