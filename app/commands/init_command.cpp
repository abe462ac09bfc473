// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commands.h"
#include "commands/edit_echo.h"
#include "commands/interruption.h"

#include "dataset.h"
#include "editing/cell_reader.h"
#include "exchange/csv_folder.h"
#include "exchange/csv_import.h"
#include "store/store.h"

#include <fmt/format.h>

#include <memory>

namespace ochain {

namespace {

struct InitOptions {
    std::string file;
    std::string from;
    bool isEmpty = false;
};

Result<std::vector<CsvText>> textsFor(const InitOptions& options)
{
    if (!options.from.empty())
        return readCsvFolder(options.from);
    std::vector<CsvText> texts;
    if (!options.isEmpty)
        for (const EmbeddedFile& file : datasetFiles())
            texts.push_back({std::string(file.name.substr(0, file.name.rfind('.'))), std::string(file.text)});
    return texts;
}

int init(const InitOptions& options, CommandState& state)
{
    const Result<std::vector<CsvText>> texts = textsFor(options);
    if (!texts)
        return complain(texts.error());
    Chain chain;
    CsvImport import = importCsv(chain, *texts, true, goesOn, cellReader(chain));
    if (!import.isCancelled && import.problems.empty())
        import.problems = chain.apply(import.edit);
    if (isInterrupted())
        return complain("interrupted; no file was made");
    if (!import.problems.empty())
        return complain(import.problems);
    if (const Result<void> made = Store::create(options.file, chain); !made)
        return complain(made.error());
    state.made = "The file was made";
    printReads(import.reads);
    fmt::print("{}: {} nodes, {} deals, {} sources\n", options.file, chain.size(Table::Nodes), chain.size(Table::Deals),
               chain.size(Table::Sources));
    return kDone;
}

} // namespace

void addInitCommand(CLI::App& app, CommandState& state)
{
    const auto options = std::make_shared<InitOptions>();
    CLI::App* command = app.add_subcommand("init", "make a new chain file, by default with the shipped O-chain");
    command->add_option("FILE", options->file, "the file to make; it must not exist")->required();
    CLI::Option* from = command->add_option("--from", options->from, "a folder of CSV files to fill it from");
    command->add_flag("--empty", options->isEmpty, "without any rows")->excludes(from);
    command->callback([options, &state] { state.status = init(*options, state); });
}

} // namespace ochain
