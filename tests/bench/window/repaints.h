// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <string>
#include <vector>

namespace ochain::bench {

class RepaintClock;

/// What one kind of step in the window took: each time from the key to the end of the last painting, in milliseconds.
struct Repaints {
    std::string name; ///< as in JSON
    std::string text; ///< for the table
    std::vector<double> milliseconds;
};

/// Which steps are done.
enum class Steps { All, Slider };

/// Opens the real window on a chain and does by real keys, with each chart in turn: an edit in a form, a selection in
/// the tree, a step to the next year, one to the next day of news, a comparison begun or ended and a step of a slider
/// of What if.
/// @param file  a chain; it is edited
/// @param settings  a file for those of the window
/// @param times  how often each is done
/// @throws std::runtime_error  if the window does not do what it is asked
[[nodiscard]] std::vector<Repaints> measureRepaints(RepaintClock& clock, const QString& file, const QString& settings,
                                                    int times, Steps which);

} // namespace ochain::bench
