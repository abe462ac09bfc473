// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commands/run_command.h"

#include "chain/date.h"
#include "chain/error.h"
#include "chain/problem.h"

#include <CLI/CLI.hpp>

#include <string>

namespace ochain {

/// What a command leaves to be returned by the program.
struct CommandState {
    int status = kDone;
    std::string made; ///< what stands even if standard output cannot be written: "edit 7 was made"
    int argc = 0;
    char** argv = nullptr;
};

// Each adds one command with its options to the program and sets state.status when it has run.
void addInitCommand(CLI::App& app, CommandState& state);
void addCheckCommand(CLI::App& app, CommandState& state);
void addRollupCommand(CLI::App& app, CommandState& state);
void addChartCommand(CLI::App& app, CommandState& state);
void addExplainCommand(CLI::App& app, CommandState& state);
void addCompareCommand(CLI::App& app, CommandState& state);
void addExposureCommand(CLI::App& app, CommandState& state);
void addCircularCommand(CLI::App& app, CommandState& state);
void addOwnershipCommand(CLI::App& app, CommandState& state);
void addDeliverableCommand(CLI::App& app, CommandState& state);
void addImportanceCommand(CLI::App& app, CommandState& state);
void addReconcileCommand(CLI::App& app, CommandState& state);
void addLayoutCommand(CLI::App& app, CommandState& state);
void addEditCommand(CLI::App& app, CommandState& state);
void addUndoCommand(CLI::App& app, CommandState& state);
void addRedoCommand(CLI::App& app, CommandState& state);
void addLogCommand(CLI::App& app, CommandState& state);
void addImportCommand(CLI::App& app, CommandState& state);
void addExportCommand(CLI::App& app, CommandState& state);
void addDiffCommand(CLI::App& app, CommandState& state);
void addRestoreCommand(CLI::App& app, CommandState& state);

/// The day it is, in UTC.
[[nodiscard]] Day todayUtc();

/// Says on standard error what went wrong; control characters in it are written out. @return kBadUse
int complain(const Error& error);
int complain(const Problems& problems);
int complain(std::string_view sentence);

} // namespace ochain
