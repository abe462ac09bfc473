// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commands.h"
#include "commands/edit_echo.h"
#include "commands/edit_json.h"
#include "commands/interruption.h"
#include "commands/open_chain.h"

#include "chain/text_form.h"
#include "editing/cell_reader.h"
#include "editing/workbook_about.h"
#include "exchange/csv_encoding.h"
#include "exchange/csv_export.h"
#include "exchange/csv_folder.h"
#include "exchange/import_source.h"
#include "exchange/table_import.h"
#include "exchange/xlsx_export.h"
#include "files/safe_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>

namespace ochain {

namespace {

struct ImportOptions {
    std::string file;
    std::string folder;
    bool replaces = false;
    bool isDryRun = false;
    std::string format = "text";
};

/// The edit that an import makes.
/// @param reads  gets the cells that were read otherwise than they were written
tl::expected<Edit, Refused> makeEdit(const Chain& chain, const TableSources& tables, const ImportOptions& options,
                                     std::vector<CsvRead>& reads)
{
    CsvImport import = importTables(chain, tables, options.replaces, goesOn, cellReader(chain));
    reads = std::move(import.reads);
    if (import.isCancelled)
        return tl::unexpected(
            Refused{{}, Error{ErrorKind::Cancelled, Sentence{"interrupted; nothing was changed", {}}, {}}});
    if (!import.problems.empty())
        return tl::unexpected(Refused{std::move(import.problems), {}});
    import.edit.why = fmt::format("Import of {}", shown(options.folder));
    return std::move(import.edit);
}

/// "edit 7: 3 fields in 2 rows", and what went: nobody should have to look for that.
void printSummary(const std::string& what, const Edit& edit)
{
    fmt::print("{}: {}\n", what, summaryOf(edit));
    if (const std::string cleared = clearedText(edit); !cleared.empty())
        fmt::print("{}\n", cleared);
}

nlohmann::ordered_json readsAsJson(const std::vector<CsvRead>& reads)
{
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (const CsvRead& read : reads) {
        all.push_back({{"table", tableSpec(read.table).name},
                       {"line", read.line},
                       {"row", read.row},
                       {"field", fieldSpec(read.table, read.field).name},
                       {"typed", read.typed},
                       {"read", read.canonical}});
        if (!read.cell.empty())
            all.back()["cell"] = read.cell;
    }
    return all;
}

constexpr const char* kNothingToDo = "the file says all of this already";

/// Says what an import would change, or why it would be refused.
int showPlan(const ImportOptions& options, const TableSources& tables)
{
    const Result<std::unique_ptr<Session>> session = openChain(options.file, Store::Access::ReadOnly);
    if (!session)
        return complain(session.error());
    if (!(*session)->loadProblems().empty())
        return refuseFaulty(**session);
    const Chain& chain = (*session)->chain();
    std::vector<CsvRead> reads;
    const tl::expected<Edit, Refused> edit = makeEdit(chain, tables, options, reads);
    if (!edit)
        return complain(edit.error());
    if (const Problems problems = (*session)->validate(*edit); !problems.empty())
        return complain(problems);
    if (options.format == "json") {
        nlohmann::ordered_json plan{{"changes", changesAsJson(*edit)}};
        if (!reads.empty())
            plan["reads"] = readsAsJson(reads);
        fmt::print("{}\n", plan.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
        return kDone;
    }
    printReads(reads);
    if (edit->changes.empty()) {
        fmt::print("nothing would change: {}\n", kNothingToDo);
        return kDone;
    }
    printSummary("would change", *edit);
    printPlan(*edit, chain);
    return kDone;
}

int import(const ImportOptions& options, CommandState& state)
{
    const Result<ImportSource> source = readImportSource(options.folder);
    if (!source)
        return complain(source.error());
    for (const std::string& name : source->notRead)
        complain(fmt::format("{} was not read: no table has this name", name));
    if (options.isDryRun)
        return showPlan(options, source->tables);
    const Result<std::unique_ptr<Session>> session = openChain(options.file, Store::Access::ReadWrite);
    if (!session)
        return complain(session.error());
    std::vector<CsvRead> reads;
    const tl::expected<Edit, int> committed = commitEdit(**session, [&](Session& now) {
        return now.apply([&](const Chain& chain) { return makeEdit(chain, source->tables, options, reads); });
    });
    if (!committed)
        return committed.error();
    printReads(reads);
    if (committed->changes.empty()) {
        fmt::print("nothing changed: {}\n", kNothingToDo);
        return kDone;
    }
    state.made = fmt::format("Edit {} was made", committed->seq);
    printSummary(fmt::format("edit {}", committed->seq), *committed);
    return kDone;
}

/// Whether a name is that of a file in one of the formats people export to.
bool isNameOfFile(const std::string& name)
{
    std::string ending = std::filesystem::path(name).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    constexpr std::array<std::string_view, 14> kEndings{".xlsx", ".xls", ".ods",    ".graphml", ".gexf",
                                                        ".json", ".csv", ".tsv",    ".xml",     ".png",
                                                        ".svg",  ".pdf", ".ochain", ".zip"};
    return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

struct CsvExportOptions {
    std::string file;
    std::string folder;
    bool isForExcel = false;
};

/// All tables into a folder. @return whether it was written; else it was said why not
bool exportFolder(const Chain& chain, const CsvExportOptions& options, CommandState& state)
{
    const std::string& folder = options.folder;
    std::vector<CsvText> texts = exportCsv(chain);
    if (options.isForExcel)
        for (CsvText& text : texts)
            text.text.insert(0, kByteOrderMark);
    const Result<CsvOthers> others = writeCsvFolder(folder, texts);
    if (!others) {
        complain(others.error());
        return false;
    }
    state.made = fmt::format("{} files were written", texts.size());
    fmt::print("{}: {} files\n", folder, texts.size());
    for (const std::filesystem::path& gone : others->removed)
        fmt::print("{}: removed, the chain has no such rows; an import of this folder would bring them back\n",
                   shown(gone.string()));
    for (const std::filesystem::path& other : others->left)
        complain(fmt::format("{} is of no export and was left as it is; an import of this folder would read it too",
                             other.string()));
    return true;
}

/// One table.
bool exportCsvFile(const Chain& chain, const CsvExportOptions& options, CommandState& state)
{
    const Result<Table> table = tableOfCsvFile(options.folder);
    if (!table) {
        complain(table.error());
        return false;
    }
    const std::string text = std::string(options.isForExcel ? kByteOrderMark : "") + exportCsv(chain, *table);
    if (const Result<void> written = writeWhole(options.folder, text); !written) {
        complain(written.error());
        return false;
    }
    state.made = "The file was written";
    fmt::print("{}: {} rows\n", options.folder, chain.size(*table));
    return true;
}

/// All tables, a sheet each.
bool exportWorkbook(const Chain& chain, const CsvExportOptions& options, CommandState& state)
{
    const std::string name = std::filesystem::path(options.file).filename().string();
    const Result<std::size_t> tables =
        exportXlsx(chain, options.folder, workbookAbout(QStringLiteral(OCHAIN_VERSION), QString::fromStdString(name)));
    if (!tables) {
        complain(tables.error());
        return false;
    }
    state.made = "The file was written";
    fmt::print("{}: {} tables\n", options.folder, *tables);
    return true;
}

using Export = bool (*)(const Chain&, const CsvExportOptions&, CommandState&);
/// What is written, by the ending of the name.
constexpr std::array<std::pair<std::string_view, Export>, 2> kExports{
    {{".xlsx", exportWorkbook}, {".csv", exportCsvFile}}};

/// How a name is exported to; null: by none of the forms of files there are.
Export exportFor(const std::string& name)
{
    for (const auto& [ending, run] : kExports)
        if (hasEnding(name, ending))
            return run;
    return isNameOfFile(name) ? nullptr : exportFolder;
}

int exportTo(const CsvExportOptions& options, CommandState& state)
{
    std::error_code ignored;
    const bool isFolder = std::filesystem::is_directory(options.folder, ignored);
    const Export run = isFolder ? exportFolder : exportFor(options.folder);
    if (run == nullptr)
        return complain(fmt::format("{}: “export” writes CSV files into a folder, one table as X.csv, or all as "
                                    "X.xlsx; give such a name",
                                    options.folder));
    const Result<std::unique_ptr<Session>> session = openChain(options.file, Store::Access::ReadOnly);
    if (!session)
        return complain(session.error());
    if (!run((*session)->chain(), options, state))
        return kBadUse;
    if ((*session)->loadProblems().empty())
        return kDone;
    complain((*session)->loadProblems());
    complain("only what could be read was exported");
    return kProblemsFound;
}

} // namespace

void addImportCommand(CLI::App& app, CommandState& state)
{
    const auto options = std::make_shared<ImportOptions>();
    CLI::App* command = app.add_subcommand(
        "import",
        "update rows by key from CSV files or a workbook and add new ones, as one edit: a column that is not there "
        "leaves its fields alone, an empty cell clears");
    command->add_option("FILE", options->file, "a chain file")->required();
    command
        ->add_option("DIR", options->folder, "a folder of CSV files, one of them (deals.csv), or a workbook (X.xlsx)")
        ->required();
    command->add_flag(
        "--replace", options->replaces,
        "make the file equal to what is imported: erase rows it does not have; an absent table or column is left alone");
    CLI::Option* dryRun =
        command->add_flag("--dry-run", options->isDryRun, "say field by field what would change, and change nothing");
    command->add_option("--format", options->format, "of what --dry-run says")
        ->check(CLI::IsMember({"text", "json"}))
        ->needs(dryRun);
    command->callback([options, &state] { state.status = import(*options, state); });
}

void addExportCommand(CLI::App& app, CommandState& state)
{
    const auto options = std::make_shared<CsvExportOptions>();
    CLI::App* command =
        app.add_subcommand("export", "write all tables as CSV files, one as a file, or all as a workbook");
    command->add_option("FILE", options->file, "a chain file")->required();
    command
        ->add_option(
            "DIR", options->folder,
            "the folder to write to, made if it is missing; or one table, deals.csv; or all as a workbook, X.xlsx")
        ->required();
    command->add_flag("--for-excel", options->isForExcel,
                      "begin each CSV file with a byte order mark, by which Excel knows that it is UTF-8");
    command->callback([options, &state] { state.status = exportTo(*options, state); });
}

} // namespace ochain
