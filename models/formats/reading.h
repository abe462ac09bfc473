// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"

#include <QString>

#include <string>

#include <tl/expected.hpp>

namespace ochain {

/// What a person's text was taken for.
struct Reading {
    std::string canonical; ///< as the CSV field has it: "7000", "300000000000", "27", "2026-07"; "" for an empty field
    QString echo;          ///< how it reads: "7.0 GW", "$300B", "27 %", "2026-07"; empty for an empty field
    bool operator==(const Reading&) const = default;
};

/// Why a text cannot be read, as a sentence for a person that says how to mend it (translate with sentenceText()).
using ReadResult = tl::expected<Reading, Sentence>;

} // namespace ochain
