// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/csv.h"

#include "store/file_check.h"
#include "store/safe_file.h"

#include <string>
#include <utility>

namespace ochain {

namespace {

namespace fs = std::filesystem;

/// A field as RFC 4180 has it, in quotation marks only where it must be.
void append(std::string& csv, std::string_view field)
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

std::string tableAsCsv(const Chain& chain, const TableSpec& spec)
{
    std::string csv;
    for (std::size_t i = 0; i < spec.fields.size(); ++i)
        csv.append(i == 0 ? "" : ",").append(spec.fields[i].name);
    csv += '\n';
    for (const std::uint32_t row : chain.inOrder(spec.table)) {
        for (Field field = 0; field < spec.fieldCount(); ++field) {
            if (field > 0)
                csv += ',';
            append(csv, chain.value({spec.table, row}, field));
        }
        csv += '\n';
    }
    return csv;
}

} // namespace

std::vector<CsvText> exportCsv(const Chain& chain)
{
    std::vector<CsvText> texts;
    for (const TableSpec& spec : allTables()) {
        const bool isOptional = spec.table == Table::Scenarios || spec.table == Table::Overrides;
        if (!isOptional || chain.size(spec.table) > 0)
            texts.push_back({std::string(spec.name), tableAsCsv(chain, spec)});
    }
    return texts;
}

Result<void> writeCsvFolder(const fs::path& folder, const std::vector<CsvText>& texts)
{
    std::error_code problem;
    fs::create_directories(folder, problem);
    if (fs::exists(folder, problem) && !fs::is_directory(folder, problem))
        return failure(ErrorKind::InvalidInput,
                       QT_TRANSLATE_NOOP("Sentence", "“{0}” is not a folder; choose the name of a folder"),
                       folder.string());
    if (!fs::is_directory(folder, problem))
        return failure(ErrorKind::Io,
                       QT_TRANSLATE_NOOP("Sentence", "the folder “{0}” cannot be made; choose another place"),
                       folder.string());
    if (!mayWrite(folder))
        return failure(
            ErrorKind::ReadOnly,
            QT_TRANSLATE_NOOP("Sentence",
                              "nothing can be written in “{0}”; choose another folder, or allow writing to it"),
            folder.string());
    for (const CsvText& text : texts)
        if (Result<void> written = writeWhole(folder / (text.name + ".csv"), text.text); !written)
            return written;
    return {};
}

} // namespace ochain
