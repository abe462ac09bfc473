// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit.h"

#include <tl/expected.hpp>

#include <string>
#include <vector>

namespace ochain {

/// Whether what sources give for a field can stand side by side as claims: figures and dates of deals, tranches and
/// metrics, and how far, how firmly and at what boundary a deal stands; not what holds the graph together, and no name
/// or note.
[[nodiscard]] bool canHaveClaims(Table table, Field field) noexcept;

/// A value that somebody gave, in the text form of the field, and who says so.
struct Rival {
    std::string value;
    std::string note;
};
/// The edit that keeps values of a field as rivals, none of them adopted: the row keeps its own. What is claimed
/// already without a date or a source stays as it is.
[[nodiscard]] tl::expected<Edit, Problem> rivalsOf(const Chain& chain, RowRef row, Field field,
                                                   const std::vector<Rival>& rivals);

} // namespace ochain
