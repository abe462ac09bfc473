// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "scenarios/overrides.h"

#include <QString>

namespace ochain {

/// What is said of an overridden field.
struct OverriddenWords {
    QString row;    ///< "NVIDIA → OpenAI Group PBC"; of a phase which one it is: "…, phase 2 of 5"
    QString field;  ///< "Starts"
    QString base;   ///< "2027-07", absentText() where the base has nothing
    QString source; ///< who says so, "Oracle, 2025-07-22", of the sources that are cited for that field the newest,
                    ///< else of the row's; empty if it cites none
};

/// @param base  the chain that is overridden
[[nodiscard]] OverriddenWords overriddenWords(const Chain& base, RowRef row, Field field);

} // namespace ochain
