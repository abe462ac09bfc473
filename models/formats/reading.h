// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "chain/table.h"

#include <QString>

#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace ochain {

/// Another field of the row that a text fills: "~5%" is an estimate, "$38B over seven years" has an end.
struct FilledField {
    Field field = 0;
    std::string canonical;
    bool operator==(const FilledField&) const = default;
};

/// What a person's text was taken for.
struct Reading {
    std::string canonical; ///< as the CSV field has it: "7000", "300000000000", "27", "2026-07"; "" for an empty field
    QString echo;          ///< how it reads: "7.0 GW", "$300B", "27 %", "2026-07"; empty for an empty field
    std::vector<FilledField> also{}; ///< what it says of other fields of the row
    bool operator==(const Reading&) const = default;
};

/// Why a text cannot be read, as a sentence for a person that says how to mend it (translate with sentenceText()).
using ReadResult = tl::expected<Reading, Sentence>;

} // namespace ochain
