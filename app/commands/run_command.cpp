// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/run_command.h"

#include "commands/commands.h"
#include "commands/interruption.h"

#include "chain/text_form.h"
#include "files/file_failures.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <new>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>

#include <fmt/format.h>

namespace ochain {

namespace {

void addCommands(CLI::App& app, CommandState& state)
{
    addInitCommand(app, state);
    addCheckCommand(app, state);
    addRollupCommand(app, state);
    addChartCommand(app, state);
    addExplainCommand(app, state);
    addCompareCommand(app, state);
    addExposureCommand(app, state);
    addCircularCommand(app, state);
    addOwnershipCommand(app, state);
    addDeliverableCommand(app, state);
    addImportanceCommand(app, state);
    addReconcileCommand(app, state);
    addLayoutCommand(app, state);
    addEditCommand(app, state);
    addUndoCommand(app, state);
    addRedoCommand(app, state);
    addLogCommand(app, state);
    addImportCommand(app, state);
    addExportCommand(app, state);
    addDiffCommand(app, state);
    addRestoreCommand(app, state);
}

std::vector<std::string> commandNames()
{
    CommandState state;
    CLI::App app;
    addCommands(app, state);
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(command->get_name());
    return names;
}

bool isCommand(std::string_view argument)
{
    const std::vector<std::string> names = commandNames();
    return std::find(names.begin(), names.end(), argument) != names.end();
}

/// A file may be named before it is there, so that the window says what became of it.
bool isFile(std::string_view argument)
{
    constexpr std::string_view kSuffix = ".ochain";
    const bool hasSuffix =
        argument.size() > kSuffix.size() && argument.substr(argument.size() - kSuffix.size()) == kSuffix;
    std::error_code ignored;
    return !argument.empty() && argument.front() != '-' && !isCommand(argument) &&
           (hasSuffix || argument.find('/') != std::string_view::npos || std::filesystem::exists(argument, ignored));
}

/// Standard output could not be written. What was asked for may have been done all the same, and then that is said.
int complainOfOutput(const CommandState& state)
{
    return complain(fmt::format("standard output could not be written; is the disk full, or its reader gone?{}",
                                state.made.empty() ? "" : fmt::format(" {} all the same.", state.made)));
}

bool isOutputWritten()
{
    std::cout.flush(); // CLI11 writes help there
    return std::cout.good() && std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

/// What was done before the memory ran out stays done.
int complainOfMemory()
{
    complain(noMemory());
    return committedSeq() == 0 ? kBadUse : complain(fmt::format("edit {} was made all the same", committedSeq()));
}

int parseAndRun(CLI::App& app, CommandState& state)
{
    try {
        app.parse(state.argc, state.argv);
        return state.status;
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() != static_cast<int>(CLI::ExitCodes::Success))
            return complain(fmt::format("{}; --help tells what there is", error.what()));
        app.exit(error); // help, or the version
        return kDone;
    } catch (const std::filesystem::filesystem_error& error) {
        return complain(error.what());
    } catch (const std::system_error&) {
        return complainOfOutput(state); // of fmt, which is the only one to throw it: what the store throws ends there
    } catch (const std::bad_alloc&) {
        return complainOfMemory();
    } catch (const std::length_error&) { // a text longer than there can be memory for
        return complainOfMemory();
    } catch (const std::exception& error) {
        return complain(error.what());
    }
}

} // namespace

void keepStandardStreams() noexcept
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(descriptor, F_GETFD) < 0)
            static_cast<void>(::open("/dev/null", O_RDONLY)); // the lowest number that is free: this one
}

bool opensDashboard(int argc, char** argv)
{
    constexpr std::array<std::string_view, 6> kOptionsOfQt{"-platform", "-style",           "-stylesheet",
                                                           "-display",  "-qwindowgeometry", "-qwindowtitle"};
    int files = 0;
    for (int i = 1; i < argc; ++i) {
        if (std::find(kOptionsOfQt.begin(), kOptionsOfQt.end(), argv[i]) != kOptionsOfQt.end() && i + 1 < argc)
            ++i;
        else if (!isFile(argv[i]) || ++files > 1)
            return false;
    }
    return true;
}

int runCommand(int argc, char** argv)
{
    watchForInterruption();
    CommandState state;
    state.argc = argc;
    state.argv = argv;
    if (argc > 1 && argv[1][0] != '-' && !isCommand(argv[1]))
        return complain(
            fmt::format("“{}” is no command; there are {}. For the dashboard give nothing else than one chain file.",
                        argv[1], fmt::join(commandNames(), ", ")));
    CLI::App app(
        "O-chain: the supply chain of OpenAI, recomputed at every edit. Without a command, or with a file, opens the dashboard.",
        "ochain");
    app.set_version_flag("--version", "ochain " OCHAIN_VERSION);
    app.require_subcommand(1);
    addCommands(app, state);
    std::signal(SIGPIPE, SIG_IGN); // a reader that is gone is a failure to write, and a file is closed properly
    int status = parseAndRun(app, state);
    const bool wasSaid = std::ferror(stdout) != 0 && status == kBadUse;
    if (!isOutputWritten() && !wasSaid)
        status = complainOfOutput(state);
    if (status != kDone) // else what was asked for is done, and the signal came too late
        endByInterruption();
    return status;
}

Day todayUtc()
{
    using namespace std::chrono;
    return static_cast<Day>(floor<days>(system_clock::now()).time_since_epoch().count());
}

int complain(std::string_view sentence)
{
    fmt::print(stderr, "ochain: {}\n", shown(sentence));
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

} // namespace ochain
