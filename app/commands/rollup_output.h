// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commands/rollup_rows.h"

#include "commands/lens_options.h"

#include <memory>
#include <string>

namespace ochain {

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
