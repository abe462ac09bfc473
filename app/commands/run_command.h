// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace ochain {

/// Exit status of every command.
inline constexpr int kDone = 0;
inline constexpr int kProblemsFound = 1; ///< in the data
inline constexpr int kBadUse = 2;        ///< or bad input

/// Opens what of the three standard streams the caller closed, onto nothing: otherwise the next file to be opened would
/// take its place, and what is printed would be written into it. Comes before anything else; writing still fails.
void keepStandardStreams() noexcept;

/// Whether the program's arguments ask for the dashboard: none, or one chain file, besides Qt's own options. Everything
/// else is a command, or a mistake that runCommand() explains.
[[nodiscard]] bool opensDashboard(int argc, char** argv);

/// Runs a command: needs no display, prints results to standard output and failures to standard error.
/// @return kDone, kProblemsFound or kBadUse
[[nodiscard]] int runCommand(int argc, char** argv);

} // namespace ochain
