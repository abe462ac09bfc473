// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/graph_commands.h"

#include "commands/import_run.h"
#include "commands/interruption.h"
#include "commands/open_chain.h"

#include "chain/text_form.h"
#include "editing/graph_terms.h"
#include "exchange/csv_encoding.h"
#include "files/safe_file.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace ochain {

namespace {

tl::expected<ImportPlanned, Refused> planGraph(const Chain& chain, const GraphReading& reading,
                                               const GraphCommand& command)
{
    const std::string name = std::filesystem::path(command.graph).filename().string();
    GraphImport import = importGraph(chain, reading, name, command.options, graphTerms(chain), goesOn);
    if (std::optional<Refused> refused = importRefusal(import.isCancelled, std::move(import.problems)))
        return tl::unexpected(std::move(*refused));
    ImportPlanned planned;
    planned.edit = std::move(import.edit);
    planned.edit.why = fmt::format("Import of {}", shown(command.graph));
    planned.jsonName = "notes";
    for (const Sentence& note : import.notes) {
        planned.notes.push_back(shown(note.text()));
        planned.jsonNotes.push_back(note.text());
    }
    return planned;
}

const char* nameOf(GraphFormat format)
{
    switch (format) {
    case GraphFormat::GraphMl:
        return "GraphML";
    case GraphFormat::Json:
        return "d3 JSON";
    case GraphFormat::EdgeList:
        break;
    }
    return "a list of edges";
}

} // namespace

int importGraphFile(const GraphCommand& command, CommandState& state)
{
    const Result<GraphReading> reading = readGraphFile(command.graph, command.format);
    if (!reading)
        return complain(reading.error());
    ImportRun run;
    run.file = command.file;
    run.isDryRun = command.isDryRun;
    run.isJson = command.isJson;
    run.make = [&](const Chain& chain) { return planGraph(chain, *reading, command); };
    return runImport(run, state);
}

int exportGraphFile(const GraphCommand& command, CommandState& state)
{
    if (command.isForExcel && command.format != GraphFormat::EdgeList)
        return complain(fmt::format("{}: “--for-excel” is for CSV; leave it out", command.graph));
    const Result<std::unique_ptr<Session>> session = openChain(command.file, Store::Access::ReadOnly);
    if (!session)
        return complain(session.error());
    const Chain& chain = (*session)->chain();
    std::string text = graphTextOf(chain, command.format, graphTerms(chain));
    if (command.isForExcel)
        text.insert(0, kByteOrderMark);
    if (const Result<void> written = writeWhole(command.graph, text); !written)
        return complain(written.error());
    state.made = fmt::format("{} was written", command.graph);
    const std::string nodes =
        command.format == GraphFormat::EdgeList ? "" : fmt::format("{} nodes, ", chain.size(Table::Nodes));
    fmt::print("{}: {} ({}{} edges)\n", command.graph, nameOf(command.format), nodes, chain.size(Table::Deals));
    if ((*session)->loadProblems().empty())
        return kDone;
    complain((*session)->loadProblems());
    complain("only what could be read was exported");
    return kProblemsFound;
}

} // namespace ochain
