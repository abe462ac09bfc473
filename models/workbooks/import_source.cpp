// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbooks/import_source.h"

#include "exchange/csv_folder.h"
#include "exchange/csv_form.h"
#include "exchange/csv_import.h"
#include "files/safe_file.h"
#include "workbooks/xlsx_sheet.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ochain {

namespace {

namespace fs = std::filesystem;

std::string namesOfTables()
{
    std::string names;
    for (const TableSpec& spec : allTables())
        names.append(names.empty() ? "" : ", ").append(spec.name);
    return names;
}

Result<ImportSource> readFolder(const fs::path& folder)
{
    Result<std::vector<CsvText>> texts = readCsvFolder(folder);
    if (!texts)
        return tl::unexpected(std::move(texts.error()));
    ImportSource source;
    source.texts = std::move(*texts);
    source.tables = csvSources(source.texts);
    source.notRead = otherCsvFiles(folder);
    return source;
}

Result<ImportSource> readCsvFile(const fs::path& file)
{
    const Result<Table> table = tableOfCsvFile(file);
    if (!table)
        return tl::unexpected(table.error());
    Result<std::string> text = readWhole(file, kMaxCsvBytes);
    if (!text)
        return tl::unexpected(std::move(text.error()));
    ImportSource source;
    source.texts.push_back({std::string(tableSpec(*table).name), std::move(*text)});
    source.tables = csvSources(source.texts);
    return source;
}

Result<ImportSource> readWorkbook(const fs::path& file)
{
    Result<std::string> bytes = readWhole(file, kMaxXlsxFile);
    if (!bytes)
        return tl::unexpected(std::move(bytes.error()));
    tl::expected<XlsxTables, Sentence> found = tablesOfXlsx(std::move(*bytes));
    if (!found)
        return failure(ErrorKind::InvalidInput, QT_TRANSLATE_NOOP("Sentence", "“{0}” cannot be read: {1}"),
                       file.string(), found.error().text());
    ImportSource source;
    source.tables = std::move(found->tables);
    source.notRead = std::move(found->notRead);
    return source;
}

Result<ImportSource> refuseOtherForm(const fs::path& file)
{
    return failure(ErrorKind::InvalidInput,
                   QT_TRANSLATE_NOOP("Sentence", "files such as “{0}” are not read; save it as .xlsx, or as CSV"),
                   file.string());
}

/// How files of an ending are read.
struct Form {
    std::string_view ending;
    Result<ImportSource> (*read)(const fs::path&);
};
constexpr std::array<Form, 8> kForms{Form{".xlsx", readWorkbook},       Form{".xlsm", readWorkbook},
                                     Form{".csv", readCsvFile},         Form{".xls", refuseOtherForm},
                                     Form{".xlsb", refuseOtherForm},    Form{".ods", refuseOtherForm},
                                     Form{".numbers", refuseOtherForm}, Form{".tsv", refuseOtherForm}};

} // namespace

bool hasEnding(const fs::path& file, std::string_view ending)
{
    return foldedName(file.extension().string()) == ending;
}

Result<Table> tableOfCsvFile(const fs::path& file)
{
    if (const std::optional<Table> table = tableNamed(foldedName(file.stem().string())))
        return *table;
    return failure(ErrorKind::InvalidInput,
                   QT_TRANSLATE_NOOP("Sentence", "“{0}” is named as none of the tables; name the file as the table in "
                                                 "it, with the ending .csv: {1}"),
                   file.string(), namesOfTables());
}

Result<ImportSource> readImportSource(const fs::path& place)
{
    std::error_code ignored;
    if (!fs::is_directory(place, ignored))
        for (const Form& form : kForms)
            if (hasEnding(place, form.ending))
                return form.read(place);
    return readFolder(place);
}

} // namespace ochain
