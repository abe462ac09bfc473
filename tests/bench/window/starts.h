// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace ochain::bench {

/// How long one run of a program took.
struct Start {
    double wallMs = 0;      ///< from its first instruction to what it was waited for
    double processorMs = 0; ///< of all its threads, until it was ended then
};

/// Runs a program until it has painted its first chart, and ends it then.
/// @param arguments  the program first
/// @param plugins  the folder with the plug-in that tells of the first chart
/// @param home  for the settings and data of the program
/// @throws std::runtime_error  if it ends before, or shows none within ten minutes
[[nodiscard]] Start startToFirstChart(const std::vector<std::string>& arguments, const std::filesystem::path& plugins,
                                      const std::filesystem::path& home);

/// Runs a program to its end.
/// @throws std::runtime_error  if it fails
[[nodiscard]] Start startToEnd(const std::vector<std::string>& arguments);

} // namespace ochain::bench
