// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commands.h"
#include "commands/interruption.h"
#include "commands/lens_options.h"
#include "commands/typed_values.h"

#include "files/safe_file.h"
#include "layout/layout_json.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace ochain {

namespace {

constexpr int kMostBudgetMs = 3'600'000; ///< an hour

struct LayoutOptions {
    std::string graph, out, previous, budgetMs;
};

Result<std::string> readText(const std::string& file)
{
    constexpr std::size_t kMostBytes = 100'000'000;
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        return failure(ErrorKind::NotFound, "{0}: there is no such file", file);
    if (!std::filesystem::is_regular_file(file, error)) // a pipe or device might never end
        return failure(ErrorKind::InvalidInput, "{0}: is not a plain file; save the graph into one first", file);
    return readWhole(file, kMostBytes);
}

int layOut(const LayoutOptions& options)
{
    const Result<std::string> graph = readText(options.graph);
    if (!graph)
        return complain(graph.error());
    layout::JsonOptions json;
    Result<std::string> previous =
        options.previous.empty() ? Result<std::string>(std::string()) : readText(options.previous);
    if (!previous)
        return complain(previous.error());
    if (!options.previous.empty())
        json.previous = *previous;
    if (!options.budgetMs.empty()) {
        const Result<int> budget = readWholeNumber("--budget-ms", options.budgetMs, 0, kMostBudgetMs);
        if (!budget)
            return complain(budget.error());
        json.budget = std::chrono::milliseconds(*budget);
    }
    json.cancelled = isInterrupted;
    const tl::expected<std::string, std::string> laidOut = layout::layoutJson(*graph, json);
    if (!laidOut)
        return complain(fmt::format("{}: {}", options.graph, laidOut.error()));
    if (isInterrupted())
        return complain("interrupted; no layout was written");
    if (const Result<void> written = writeWhole(options.out, *laidOut); !written)
        return complain(written.error());
    return kDone;
}

} // namespace

void addLayoutCommand(CLI::App& app, CommandState& state)
{
    const auto options = std::make_shared<LayoutOptions>();
    CLI::App* command = app.add_subcommand("layout", "lay out a flow graph given as JSON");
    command->add_option("GRAPH.json", options->graph, "columns, nodes and links")->required();
    command->add_option("--out", options->out, "the layout to write")->required();
    command->add_option("--previous", options->previous, "an earlier layout whose order is kept");
    command
        ->add_option("--budget-ms", options->budgetMs,
                     "time for the search, in milliseconds, at most an hour; 0: the best that is found at once")
        ->check(notEmpty());
    command->callback([options, &state] { state.status = layOut(*options); });
}

} // namespace ochain
