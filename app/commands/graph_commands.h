// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commands/commands.h"

#include "graphs/graph_file.h"
#include "graphs/graph_import.h"

#include <string>

namespace ochain {

/// What `import` and `export` do with a file that is a graph.
struct GraphCommand {
    std::string file;  ///< the chain
    std::string graph; ///< the other file
    GraphFormat format = GraphFormat::EdgeList;
    GraphOptions options;
    bool isDryRun = false;
    bool isJson = false; ///< of what a dry run says
    bool isForExcel = false;
};

/// @return the exit status
int importGraphFile(const GraphCommand& command, CommandState& state);
int exportGraphFile(const GraphCommand& command, CommandState& state);

} // namespace ochain
