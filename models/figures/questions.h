// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/figure_cell.h"
#include "chain/chain.h"
#include "chain/group.h"
#include "chain/progress.h"
#include "figures/shown_view.h"
#include "rollups/rollups.h"

#include <QString>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ochain {

/// What an answer is worked out from. The lens is that of the rollups.
struct Asking {
    const Chain& chain;
    const Rollups& rollups;
    std::optional<Group> group; ///< none in a chain without nodes and tiers
    Day today = kNoDay;
    const Progress& progress; ///< asked now and then; false: the answer is not wanted any more

    [[nodiscard]] bool isWanted() const { return !progress || progress(0); }
};

struct Answer {
    QString text;                     ///< a line or two, always something
    QString note;                     ///< what could overturn it; empty where nothing could
    Place place;                      ///< the view that shows it
    std::optional<FigureCell> cell{}; ///< the figure that says most of it, to be explained; none where it is of several
};

/// A question that the program answers from the open chain. Whoever can answer another one adds a row to the table in
/// questions.cpp.
struct Question {
    const char* key; ///< a lasting name
    bool isOfGroup;  ///< else of the whole chain
    QString (*words)(const Asking& asking);
    /// Nothing only where it is not wanted any more.
    std::optional<Answer> (*answer)(const Asking& asking);
};
[[nodiscard]] std::span<const Question> questions();

/// A question with its answer; without one it is being worked out.
struct Answered {
    std::string key;
    QString question;
    bool isOfGroup = false;
    std::optional<Answer> answer;
};
struct Answers {
    std::string group; ///< the key of the group they are of; empty if there is none
    QString of;        ///< its name, and what of the lens is not as usual
    std::vector<Answered> all;
};

/// All questions as they read, none answered. Cheap.
[[nodiscard]] Answers asked(const Chain& chain, const Rollups& rollups, const std::string& group);
/// All answers; nothing if `progress` says that they are not wanted any more.
/// @param group  the key of a node or tier; where there is none such, the usual one
/// @param today  the day it is
[[nodiscard]] std::optional<Answers> answered(const Chain& chain, const Rollups& rollups, const std::string& group,
                                              Day today, const Progress& progress);

} // namespace ochain
