// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/comparison.h"
#include "commands/lens_options.h"

#include <memory>
#include <string>

namespace ochain {

/// Prints the rows of a comparison to standard output as they come.
class CompareOutput {
public:
    virtual ~CompareOutput() = default;
    virtual void add(const ComparedRow& row) = 0;
    virtual void finish() = 0;

    struct Lenses {
        const LensOptions& a;
        const LensOptions& b;
    };
    /// @param format    "table", "csv" or "json"
    /// @param lenses    what the JSON says of them
    /// @param withSame  of the table: rows that do not differ too
    [[nodiscard]] static std::unique_ptr<CompareOutput> create(const std::string& format, const Lenses& lenses,
                                                               const RollupQuery& query, bool withSame);
};

} // namespace ochain
