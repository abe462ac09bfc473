// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commands.h"
#include "commands/open_chain.h"

#include "chain/text_form.h"
#include "rollups/notes.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>
#include <optional>
#include <string>

namespace ochain {

namespace {

struct CheckOptions {
    std::string file;
    std::string format = "text";
    std::string why;
    bool isStrict = false;
    bool accepts = false;
};

std::string_view severityName(Severity severity)
{
    return severity == Severity::Error ? "error" : "note";
}

/// @param accepted  the edit that accepts them
void printJson(const Problems& problems, std::optional<std::int64_t> accepted = std::nullopt)
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
    nlohmann::ordered_json whole{{"problems", std::move(list)}};
    if (accepted)
        whole["accepted_by"] = *accepted;
    fmt::print("{}\n", whole.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
}

void printText(const Problems& problems)
{
    for (const Problem& problem : problems)
        fmt::print("{}: {} [{}]\n", severityName(problem.severity()), shown(problem.text()), ruleName(problem.rule));
}

/// Takes what another program changed for good, and says what that was.
int accept(Session& session, const CheckOptions& options, CommandState& state)
{
    const Result<Edit> accepted = session.accept(options.why);
    if (!accepted) {
        complain(session.loadProblems());
        return complain(accepted.error());
    }
    state.made = fmt::format("Edit {} was made", accepted->seq);
    if (options.format == "json") {
        printJson(session.loadProblems(), accepted->seq);
        return kDone;
    }
    for (const Problem& problem : session.loadProblems())
        fmt::print("accepted: {}\n", shown(problem.text()));
    fmt::print("edit {}: accepted what another program changed\n", accepted->seq);
    return kDone;
}

int check(const CheckOptions& options, CommandState& state)
{
    const Store::Access access = options.accepts ? Store::Access::ReadWrite : Store::Access::ReadOnly;
    const Result<std::unique_ptr<Session>> session = openChain(options.file, access, Look::Whole);
    if (!session)
        return complain(session.error());
    if (options.accepts)
        return accept(**session, options, state);
    Problems problems = (*session)->loadProblems();
    const std::size_t errors = problems.size();
    Problems notes = notesOf((*session)->chain(), todayUtc());
    problems.insert(problems.end(), std::make_move_iterator(notes.begin()), std::make_move_iterator(notes.end()));
    if (options.format == "json") {
        printJson(problems);
    } else {
        printText(problems);
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
    CLI::Option* accepts = command->add_flag(
        "--accept", options->accepts,
        "take what another program changed in the file for what it says from now on, and note that in the journal");
    command->add_option("--why", options->why, "the reason for accepting it, for the journal")->needs(accepts);
    command->callback([options, &state] { state.status = check(*options, state); });
}

} // namespace ochain
