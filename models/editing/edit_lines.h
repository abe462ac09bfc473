// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <QString>

#include <functional>
#include <string>
#include <vector>

namespace ochain {

// What an edit does, for whoever looks at it before it is made or after.

/// One row that comes or goes, or one field that changes.
struct EditLine {
    enum class Kind : std::uint8_t {
        Added,   ///< a row; its fields follow as lines of their own
        Erased,  ///< a row
        Changed, ///< a field
        Cleared, ///< a field that had something and has nothing any more
    };
    Kind kind = Kind::Changed;
    Table table = Table::Deals;
    std::string row; ///< key
    Field field = 0; ///< of Changed and Cleared
    QString before;  ///< see valueText()
    QString after;
    bool operator==(const EditLine&) const = default;
};

/// Calls take(line, the change it is of) for each line of an edit, in its order, until that is false: an edit may have
/// millions.
/// @param chain  as it was before the edit
void forEachLine(const Edit& edit, const Chain& chain,
                 const std::function<bool(const EditLine&, const RowChange&)>& take);

/// How many fields of one kind an edit clears.
struct ClearedField {
    Table table = Table::Deals;
    Field field = 0;
    std::size_t count = 0;
    bool operator==(const ClearedField&) const = default;
};

struct EditCounts {
    std::size_t added = 0; ///< rows
    std::size_t erased = 0;
    std::size_t changed = 0; ///< rows that stay
    std::size_t moved = 0;   ///< rows put in another place
    std::size_t fields = 0;  ///< of rows that stay, cleared ones included
    std::size_t cleared = 0;
    std::size_t lines = 0;                   ///< as forEachLine() has
    std::vector<ClearedField> clearedFields; ///< by table and field
};
[[nodiscard]] EditCounts countsOf(const Edit& edit);

} // namespace ochain
