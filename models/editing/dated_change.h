// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit_builder.h"

#include <optional>
#include <string>

namespace ochain {

/// An edit that was no correction: what a field was until a day, and what it became then. Values are in the text form
/// of the field.
struct DatedChange {
    RowRef row;
    Field field = 0;
    std::string before; ///< empty: it was absent
    std::string after;
    Date day;
    std::string source; ///< key of who says so
};

/// Orders the claims of a dated change: the new value is adopted from its day on, and unless the field has a history
/// already the old one from the day on which the row became known, with the source that the row cites for the field if
/// it is just one. The row's own value is left to whoever orders it. Refused is a day before the row became known, and
/// one before a later value of the history: neither could lead to the value of today.
[[nodiscard]] std::optional<Problem> orderDatedChange(EditBuilder& builder, const Chain& chain,
                                                      const DatedChange& change);

} // namespace ochain
