// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commands.h"
#include "commands/open_chain.h"

#include "store/csv.h"

#include <fmt/format.h>

#include <memory>

namespace ochain {

namespace {

struct ImportOptions {
    std::string file;
    std::string folder;
    bool replaces = false;
};

int import(const ImportOptions& options)
{
    const Result<std::vector<CsvText>> texts = readCsvFolder(options.folder);
    if (!texts)
        return complain(texts.error());
    Result<OpenChain> open = openChain(options.file, Store::Access::ReadWrite);
    if (!open)
        return complain(open.error());
    Edit committed;
    const auto make = [&](OpenChain& now) -> std::optional<Edit> {
        CsvImport import = importCsv(now.loaded.chain, *texts, options.replaces);
        if (!import.problems.empty()) {
            complain(import.problems);
            return std::nullopt;
        }
        import.edit.author = userName();
        import.edit.why = fmt::format("Import of {}", options.folder);
        return std::move(import.edit);
    };
    const int status = commitEdit(*open, make, committed);
    if (status == kDone)
        fmt::print("{}\n", committed.changes.empty() ? "nothing changed: the file says all of this already"
                                                     : fmt::format("edit {}: {}", committed.seq, summaryOf(committed)));
    return status;
}

int exportTo(const std::string& file, const std::string& folder)
{
    for (const char* suffix : {".xlsx", ".graphml", ".json", ".csv"})
        if (folder.ends_with(suffix))
            return complain(
                fmt::format("{}: this version exports CSV into a folder; give the name of a folder", folder));
    const Result<OpenChain> open = openChain(file, Store::Access::ReadOnly);
    if (!open)
        return complain(open.error());
    const std::vector<CsvText> texts = exportCsv(open->loaded.chain);
    if (const Result<void> written = writeCsvFolder(folder, texts); !written)
        return complain(written.error());
    fmt::print("{}: {} files\n", folder, texts.size());
    if (open->loaded.problems.empty())
        return kDone;
    complain(open->loaded.problems);
    complain("only what could be read was exported");
    return kProblemsFound;
}

} // namespace

void addImportCommand(CLI::App& app, CommandState& state)
{
    const auto options = std::make_shared<ImportOptions>();
    CLI::App* command = app.add_subcommand("import", "update rows by key from CSV files and add new ones, as one edit");
    command->add_option("FILE", options->file, "a chain file")->required();
    command->add_option("DIR", options->folder, "a folder of CSV files")->required();
    command->add_flag("--replace", options->replaces, "make the file equal to the folder: erase what it does not have");
    command->callback([options, &state] { state.status = import(*options); });
}

void addExportCommand(CLI::App& app, CommandState& state)
{
    struct Options {
        std::string file;
        std::string folder;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("export", "write all tables as CSV files");
    command->add_option("FILE", options->file, "a chain file")->required();
    command->add_option("DIR", options->folder, "the folder to write to; made if it is missing")->required();
    command->callback([options, &state] { state.status = exportTo(options->file, options->folder); });
}

} // namespace ochain
