// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/csv.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace ochain {

/// An import that is being looked at.
struct ImportPlan {
    QString folder;
    std::vector<CsvText> texts;
    Edit edit;
    std::uint64_t revision = 0; ///< of the chain that it was made from
};

} // namespace ochain
