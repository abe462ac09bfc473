// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchange/csv_cells.h"
#include "exchange/import_source.h"

#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace ochain {

/// An import that is being looked at.
struct ImportPlan {
    QString place; ///< the folder, or the file
    ImportSource source;
    std::vector<CsvRead> reads; ///< cells that were read otherwise than they were written
    Edit edit;
    std::uint64_t revision = 0; ///< of the chain that it was made from
    bool isAnew = false;        ///< the chain has changed since it was shown first
};

} // namespace ochain
