// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commands.h"
#include "commands/edit_echo.h"
#include "commands/open_chain.h"

#include "chain/text_form.h"
#include "store/csv.h"

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
};

int import(const ImportOptions& options, CommandState& state)
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
        import.edit.why = fmt::format("Import of {}", shown(options.folder));
        return std::move(import.edit);
    };
    const int status = commitEdit(*open, make, committed);
    if (status == kDone && !committed.changes.empty())
        state.made = fmt::format("Edit {} was made", committed.seq);
    if (status == kDone)
        fmt::print("{}\n", committed.changes.empty() ? "nothing changed: the file says all of this already"
                                                     : fmt::format("edit {}: {}", committed.seq, summaryOf(committed)));
    return status;
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

int exportTo(const std::string& file, const std::string& folder, CommandState& state)
{
    if (isNameOfFile(folder))
        return complain(fmt::format(
            "{}: “export” writes CSV files into a folder, the only format there is; give the name of a folder",
            folder));
    const Result<OpenChain> open = openChain(file, Store::Access::ReadOnly);
    if (!open)
        return complain(open.error());
    const std::vector<CsvText> texts = exportCsv(open->loaded.chain);
    if (const Result<void> written = writeCsvFolder(folder, texts); !written)
        return complain(written.error());
    state.made = fmt::format("{} files were written", texts.size());
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
    command->callback([options, &state] { state.status = import(*options, state); });
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
    command->callback([options, &state] { state.status = exportTo(options->file, options->folder, state); });
}

} // namespace ochain
