// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commands.h"
#include "commands/open_chain.h"

#include "chain/text_form.h"
#include "rollups/notes.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <memory>

namespace ochain {

namespace {

struct CheckOptions {
    std::string file;
    std::string format = "text";
    bool isStrict = false;
};

Day today()
{
    using namespace std::chrono;
    return static_cast<Day>(floor<days>(system_clock::now()).time_since_epoch().count());
}

std::string_view severityName(Severity severity)
{
    return severity == Severity::Error ? "error" : "note";
}

void printJson(const Problems& problems)
{
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    const auto ifOfRow = [](const Problem& problem, std::string_view text) {
        return problem.isOfFile ? std::string_view() : text;
    };
    for (const Problem& problem : problems)
        list.push_back({{"severity", severityName(problem.severity())},
                        {"rule", ruleName(problem.rule)},
                        {"table", ifOfRow(problem, tableSpec(problem.table).name)},
                        {"row", problem.row},
                        {"field", problem.field ? fieldSpec(problem.table, *problem.field).name : std::string_view()},
                        {"message", problem.sentence.text()}});
    const nlohmann::ordered_json whole{{"problems", std::move(list)}};
    fmt::print("{}\n", whole.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
}

int check(const CheckOptions& options)
{
    const Result<std::unique_ptr<Session>> session = openChain(options.file, Store::Access::ReadOnly);
    if (!session)
        return complain(session.error());
    Problems problems = (*session)->loadProblems();
    const std::size_t errors = problems.size();
    Problems notes = notesOf((*session)->chain(), today());
    problems.insert(problems.end(), std::make_move_iterator(notes.begin()), std::make_move_iterator(notes.end()));
    if (options.format == "json") {
        printJson(problems);
    } else {
        for (const Problem& problem : problems)
            fmt::print("{}: {} [{}]\n", severityName(problem.severity()), shown(problem.text()),
                       ruleName(problem.rule));
        fmt::print("{} errors, {} notes\n", errors, problems.size() - errors);
    }
    return errors > 0 || (options.isStrict && !problems.empty()) ? kProblemsFound : kDone;
}

} // namespace

void addCheckCommand(CLI::App& app, CommandState& state)
{
    const auto options = std::make_shared<CheckOptions>();
    CLI::App* command = app.add_subcommand("check", "say what is wrong in a chain file, and what should be looked at");
    command->add_option("FILE", options->file, "a chain file")->required();
    command->add_option("--format", options->format)->check(CLI::IsMember({"text", "json"}));
    command->add_flag("--strict", options->isStrict, "exit with 1 for notes too");
    command->callback([options, &state] { state.status = check(*options); });
}

} // namespace ochain
