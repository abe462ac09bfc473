// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commands/commands.h"
#include "commands/edit_json.h"

#include "chain/edit.h"
#include "session/session.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ochain {

/// What an import would do, and how the files were read where that is not plain.
struct ImportPlanned {
    Edit edit;
    std::vector<std::string> notes;
    nlohmann::ordered_json jsonNotes; ///< the same for programs
    const char* jsonName = "reads";   ///< what they are called there
};

/// Why an import comes to nothing: it was interrupted, or its files have problems. Nothing: it can be made.
[[nodiscard]] std::optional<Refused> importRefusal(bool isCancelled, Problems problems);

/// An import of any kind of file.
struct ImportRun {
    std::string file; ///< the chain
    bool isDryRun = false;
    bool isJson = false; ///< of what a dry run says
    /// Made anew whenever others were faster.
    std::function<tl::expected<ImportPlanned, Refused>(const Chain&)> make;
};

/// Makes an import as one edit, or says what it would change, or why it is refused. @return the exit status
int runImport(const ImportRun& run, CommandState& state);

} // namespace ochain
