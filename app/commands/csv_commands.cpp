// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commands.h"
#include "commands/graph_commands.h"
#include "commands/import_run.h"
#include "commands/interruption.h"
#include "commands/open_chain.h"

#include "chain/text_form.h"
#include "editing/cell_reader.h"
#include "exchange/csv_encoding.h"
#include "exchange/csv_export.h"
#include "exchange/csv_folder.h"
#include "exchange/csv_import.h"

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
    for (const CsvRead& read : reads)
        all.push_back({{"table", tableSpec(read.table).name},
                       {"line", read.line},
                       {"row", read.row},
                       {"field", fieldSpec(read.table, read.field).name},
                       {"typed", read.typed},
                       {"read", read.canonical}});
    return all;
}

tl::expected<ImportPlanned, Refused> planCsv(const Chain& chain, const std::vector<CsvText>& texts,
                                             const ImportOptions& options)
{
    CsvImport import = importCsv(chain, texts, options.replaces, goesOn, cellReader(chain));
    if (import.isCancelled)
        return tl::unexpected(
            Refused{{}, Error{ErrorKind::Cancelled, Sentence{"interrupted; nothing was changed", {}}, {}}});
    if (!import.problems.empty())
        return tl::unexpected(Refused{std::move(import.problems), {}});
    ImportPlanned planned;
    planned.edit = std::move(import.edit);
    planned.edit.why = fmt::format("Import of {}", shown(options.from));
    planned.jsonNotes = readsAsJson(import.reads);
    for (const CsvRead& read : import.reads)
        planned.notes.push_back(shown(sentenceOn(read).text()));
    return planned;
}

int importFolder(const ImportOptions& options, CommandState& state)
{
    const Result<std::vector<CsvText>> texts = readCsvFolder(options.from);
    if (!texts)
        return complain(texts.error());
    for (const std::string& name : otherCsvFiles(options.from))
        complain(fmt::format("{} was not read: no table has this name", name));
    ImportRun run;
    run.file = options.file;
    run.isDryRun = options.isDryRun;
    run.isJson = options.format == "json";
    run.make = [&](const Chain& chain) { return planCsv(chain, *texts, options); };
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
        return importFolder(options, state);
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

int exportTo(const CsvExportOptions& options, CommandState& state)
{
    const auto& [file, folder, isForExcel] = options;
    std::error_code ignored;
    if (const std::optional<GraphFormat> graph = graphFormatOf(folder);
        graph && !std::filesystem::is_directory(folder, ignored))
        return exportGraphFile({file, folder, *graph, {}, false, false, isForExcel}, state);
    if (isNameOfFile(folder))
        return complain(fmt::format(
            "{}: “export” writes CSV files into a folder, or a graph into X.graphml, X.json or X.csv, a list of edges; give "
            "such a name, or that of a folder",
            folder));
    const Result<std::unique_ptr<Session>> session = openChain(file, Store::Access::ReadOnly);
    if (!session)
        return complain(session.error());
    std::vector<CsvText> texts = exportCsv((*session)->chain());
    if (isForExcel)
        for (CsvText& text : texts)
            text.text.insert(0, kByteOrderMark);
    const Result<CsvOthers> others = writeCsvFolder(folder, texts);
    if (!others)
        return complain(others.error());
    state.made = fmt::format("{} files were written", texts.size());
    fmt::print("{}: {} files\n", folder, texts.size());
    for (const std::filesystem::path& gone : others->removed)
        fmt::print("{}: removed, the chain has no such rows; an import of this folder would bring them back\n",
                   shown(gone.string()));
    for (const std::filesystem::path& other : others->left)
        complain(fmt::format("{} is of no export and was left as it is; an import of this folder would read it too",
                             other.string()));
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
        "update rows by key from CSV files and add new ones, as one edit: a column that is not there leaves its "
        "fields alone, an empty cell clears. A graph adds nodes and deals, and clears nothing: its edges run from supplier "
        "(source) to customer (target)");
    command->add_option("FILE", options->file, "a chain file")->required();
    command
        ->add_option(
            "FROM", options->from,
            "a folder of CSV files, or a graph: X.graphml, X.json (d3), or X.csv with the columns Source and Target")
        ->required();
    addGraphOptions(*command, *options);
    command->add_flag(
        "--replace", options->replaces,
        "make the file equal to the folder: erase rows it does not have; an absent file or column is left alone");
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
    CLI::App* command = app.add_subcommand("export", "write all tables as CSV files, or nodes and deals as a graph");
    command->add_option("FILE", options->file, "a chain file")->required();
    command
        ->add_option(
            "TO", options->folder,
            "the folder to write to, made if it is missing; or X.graphml, X.json (d3), or X.csv, a list of edges")
        ->required();
    command->add_flag("--for-excel", options->isForExcel,
                      "begin each file with a byte order mark, by which Excel knows that it is UTF-8");
    command->callback([options, &state] { state.status = exportTo(*options, state); });
}

} // namespace ochain
