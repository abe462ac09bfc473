// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace ochain {

/// Exit status of every command.
inline constexpr int kDone = 0;
inline constexpr int kProblemsFound = 1; ///< in the data
inline constexpr int kBadUse = 2;        ///< or bad input

/// Whether the first argument of the program names a command (or asks for help or the version); otherwise it is the
/// dashboard's.
[[nodiscard]] bool isCommand(std::string_view argument);

/// Runs a command: needs no display, prints results to standard output and failures to standard error.
/// @return kDone, kProblemsFound or kBadUse
[[nodiscard]] int runCommand(int argc, char** argv);

} // namespace ochain
