// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commands.h"
#include "commands/graph_commands.h"
#include "commands/import_run.h"
#include "commands/interruption.h"
#include "commands/open_chain.h"

#include "chain/text_form.h"
#include "editing/cell_reader.h"
#include "editing/workbook_about.h"
#include "exchange/csv_encoding.h"
#include "exchange/csv_export.h"
#include "exchange/csv_folder.h"
#include "exchange/table_import.h"
#include "files/safe_file.h"
#include "workbooks/import_source.h"
#include "workbooks/xlsx_export.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <optional>

namespace ochain {

namespace {

struct ImportOptions {
    std::string file;
    std::string from; ///< a folder or a file
    GraphOptions graph;
    bool isForGraphs = false; ///< an option is there that only graphs take
    bool replaces = false;
    bool isDryRun = false;
    std::string format = "text";
};

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

tl::expected<ImportPlanned, Refused> planTables(const Chain& chain, const TableSources& tables,
                                                const ImportOptions& options)
{
    CsvImport import = importTables(chain, tables, options.replaces, goesOn, cellReader(chain));
    if (std::optional<Refused> refused = importRefusal(import.isCancelled, std::move(import.problems)))
        return tl::unexpected(std::move(*refused));
    ImportPlanned planned;
    planned.edit = std::move(import.edit);
    planned.edit.why = fmt::format("Import of {}", shown(options.from));
    planned.jsonNotes = readsAsJson(import.reads);
    for (const CsvRead& read : import.reads)
        planned.notes.push_back(shown(sentenceOn(read).text()));
    return planned;
}

/// Tables: a folder of CSV files, one of them, or a workbook.
int importTablesFrom(const ImportOptions& options, CommandState& state)
{
    const Result<ImportSource> source = readImportSource(options.from);
    if (!source)
        return complain(source.error());
    for (const std::string& name : source->notRead)
        complain(fmt::format("{} was not read: no table has this name", name));
    ImportRun run;
    run.file = options.file;
    run.isDryRun = options.isDryRun;
    run.isJson = options.format == "json";
    run.make = [&](const Chain& chain) { return planTables(chain, source->tables, options); };
    return runImport(run, state);
}

int importFrom(const ImportOptions& options, CommandState& state)
{
    std::error_code ignored;
    const std::optional<GraphFormat> graph = graphFormatOf(options.from);
    if (!graph || std::filesystem::is_directory(options.from, ignored)) {
        if (options.isForGraphs)
            return complain(
                fmt::format("{}: “--kind”, “--tier” and “--weight” are for graphs (.graphml, .json or a list of "
                            "edges in .csv); leave them out",
                            options.from));
        return importTablesFrom(options, state);
    }
    if (options.replaces)
        return complain(
            fmt::format("{}: “--replace” is not for graphs, which do not say all that a chain has; import it "
                        "without, and erase what is too much by “edit --erase”",
                        options.from));
    return importGraphFile(
        {options.file, options.from, *graph, options.graph, options.isDryRun, options.format == "json", false}, state);
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
    if (const std::optional<GraphFormat> graph = graphFormatOf(options.folder); graph && !isFolder)
        return exportGraphFile({options.file, options.folder, *graph, {}, false, false, options.isForExcel}, state);
    const Export run = isFolder ? exportFolder : exportFor(options.folder);
    if (run == nullptr)
        return complain(
            fmt::format("{}: “export” writes CSV files into a folder, one table as deals.csv, all as X.xlsx, "
                        "or a graph as X.graphml, X.json or X.csv, a list of edges; give such a name",
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

/// Options that only a graph takes.
void addGraphOptions(CLI::App& command, ImportOptions& options)
{
    const auto note = [&options](const std::string&) { options.isForGraphs = true; };
    command
        .add_option("--kind", options.graph.kind, "of a graph: the kind of deals for edges that say none of the chain")
        ->each(note);
    command.add_option("--tier", options.graph.tier, "of a graph: the tier for new nodes that say none of the chain")
        ->each(note);
    command
        .add_option_function<std::string>(
            "--weight",
            [&options](const std::string& field) {
                options.graph.weight = fieldNamed(Table::Deals, field).value_or(deal_field::ValueUsd);
            },
            "of a graph: what weights are, value_usd (dollars, the default) or capacity_mw (megawatts)")
        ->check(CLI::IsMember({"value_usd", "capacity_mw"}))
        ->each(note);
}

} // namespace

void addImportCommand(CLI::App& app, CommandState& state)
{
    const auto options = std::make_shared<ImportOptions>();
    CLI::App* command = app.add_subcommand(
        "import",
        "update rows by key from CSV files or a workbook and add new ones, as one edit: a column that is not there leaves "
        "its fields alone, an empty cell clears. A graph adds nodes and deals, and clears nothing: its edges run from supplier "
        "(source) to customer (target)");
    command->add_option("FILE", options->file, "a chain file")->required();
    command
        ->add_option(
            "FROM", options->from,
            "a folder of CSV files, one of them (deals.csv), a workbook (X.xlsx), or a graph: X.graphml, X.json (d3), "
            "or X.csv with the columns Source and Target")
        ->required();
    addGraphOptions(*command, *options);
    command->add_flag(
        "--replace", options->replaces,
        "make the file equal to what is imported: erase rows it does not have; an absent table or column is left alone");
    CLI::Option* dryRun =
        command->add_flag("--dry-run", options->isDryRun, "say field by field what would change, and change nothing");
    command->add_option("--format", options->format, "of what --dry-run says")
        ->check(CLI::IsMember({"text", "json"}))
        ->needs(dryRun);
    command->callback([options, &state] { state.status = importFrom(*options, state); });
}

void addExportCommand(CLI::App& app, CommandState& state)
{
    const auto options = std::make_shared<CsvExportOptions>();
    CLI::App* command = app.add_subcommand(
        "export", "write all tables as CSV files, one as a file, all as a workbook, or nodes and deals as a graph");
    command->add_option("FILE", options->file, "a chain file")->required();
    command
        ->add_option(
            "TO", options->folder,
            "the folder to write to, made if it is missing; or one table, deals.csv; or all as a workbook, X.xlsx; or a "
            "graph: X.graphml, X.json (d3), or X.csv, a list of edges")
        ->required();
    command->add_flag("--for-excel", options->isForExcel,
                      "begin each CSV file with a byte order mark, by which Excel knows that it is UTF-8");
    command->callback([options, &state] { state.status = exportTo(*options, state); });
}

} // namespace ochain
