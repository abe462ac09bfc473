// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/run_command.h"

#include "commands/commands.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <pwd.h>
#include <unistd.h>

#include <fmt/format.h>

namespace ochain {

namespace {

void addCommands(CLI::App& app, CommandState& state)
{
    addInitCommand(app, state);
    addCheckCommand(app, state);
    addRollupCommand(app, state);
    addChartCommand(app, state);
    addLayoutCommand(app, state);
    addEditCommand(app, state);
    addUndoCommand(app, state);
    addRedoCommand(app, state);
    addLogCommand(app, state);
    addImportCommand(app, state);
    addExportCommand(app, state);
}

} // namespace

bool isCommand(std::string_view argument)
{
    if (argument == "-h" || argument == "--help" || argument == "--version")
        return true;
    CommandState state;
    CLI::App app;
    addCommands(app, state);
    const std::vector<CLI::App*> commands = app.get_subcommands([](const CLI::App*) { return true; });
    return std::any_of(commands.begin(), commands.end(),
                       [&](const CLI::App* command) { return command->get_name() == argument; });
}

int runCommand(int argc, char** argv)
{
    CommandState state;
    state.argc = argc;
    state.argv = argv;
    CLI::App app(
        "O-chain: the supply chain of OpenAI, recomputed at every edit. Without a command, or with a file, opens the dashboard.",
        "ochain");
    app.set_version_flag("--version", "ochain " OCHAIN_VERSION);
    app.require_subcommand(1);
    addCommands(app, state);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success))
            return app.exit(error); // help and version
        app.exit(error);
        return kBadUse;
    } catch (const std::exception& error) {
        return complain(error.what());
    }
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
        return complain("standard output could not be written; is the disk full?");
    return state.status;
}

int complain(std::string_view sentence)
{
    fmt::print(stderr, "ochain: {}\n", sentence);
    return kBadUse;
}

int complain(const Error& error)
{
    return complain(error.message());
}

int complain(const Problems& problems)
{
    constexpr std::size_t kMost = 50;
    for (std::size_t i = 0; i < problems.size() && i < kMost; ++i)
        complain(problems[i].text());
    if (problems.size() > kMost)
        complain(fmt::format("and {} more problems", problems.size() - kMost));
    return kBadUse;
}

std::string userName()
{
    if (const char* name = std::getenv("USER"); name != nullptr && *name != '\0')
        return name;
    const passwd* entry = getpwuid(geteuid());
    return entry != nullptr ? entry->pw_name : std::to_string(geteuid());
}

} // namespace ochain
