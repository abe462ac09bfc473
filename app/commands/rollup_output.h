// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commands/lens_options.h"
#include "rollups/rollup_rows.h"

#include <memory>
#include <string>

namespace ochain {

/// What JSON says of the lens that rows were asked under, with the periods: an object.
[[nodiscard]] std::string lensJson(const LensOptions& lens, const RollupQuery& query);

/// Prints rollup rows to standard output as they come.
class RollupOutput {
public:
    virtual ~RollupOutput() = default;
    virtual void add(const RollupRow& row) = 0;
    virtual void finish() = 0;

    /// @param format  "table", "csv" or "json"
    /// @param lens    what `lens` of the JSON says
    [[nodiscard]] static std::unique_ptr<RollupOutput> create(const std::string& format, const LensOptions& lens,
                                                              const RollupQuery& query);
};

} // namespace ochain
