// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

namespace ochain::bench {

class RepaintClock;

/// What pasting a block into the table of deals took, each time from the key to the edit being in the file and on the
/// screen, and how long of that at most the window stood still, in milliseconds.
struct Pastes {
    std::vector<double> milliseconds;
    std::vector<double> longestStill;
};

/// Opens the real window on a chain and pastes rows with a header into its deals by Ctrl+V, over deals that are there
/// already: an amount and a date of each.
/// @param file  a chain with so many deals; it is edited
/// @throws std::runtime_error  if the window does not do what it is asked
[[nodiscard]] Pastes measurePastes(RepaintClock& clock, const QString& file, const QString& settings, int rows,
                                   int times);

} // namespace ochain::bench
