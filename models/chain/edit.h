// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/problem.h"
#include "chain/table.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ochain {

/// One field from its old to its new text, both in the canonical form of the CSV files; "" is an empty field.
struct FieldChange {
    Field field = 0;
    std::string before;
    std::string after;
    bool operator==(const FieldChange&) const = default;
};

enum class Op : std::uint8_t { Insert, Erase, Update };

/// What an edit does to one row. An insert lists every non-empty field with an empty `before`, an erase every non-empty
/// one with an empty `after`, so that each is the other's inverse.
struct RowChange {
    Table table = Table::Deals;
    Op op = Op::Update;
    std::string key;        ///< of an update: the key before it
    std::int64_t rowid = 0; ///< the row's number in the file; 0 in an insert that has not got one yet
    std::vector<FieldChange> fields;
    /// Of an update without fields: the number that the row gets instead of `rowid`, and so its place in the order of
    /// entry; 0: none. All that one edit moves change places at once, in one run behind its inserts and erases.
    std::int64_t movedTo = 0;
    bool operator==(const RowChange&) const = default;
};

/// Where an edit stands in the history: a change of its own, the undoing of another, the doing again, or that somebody
/// accepted what another program had changed in the file: its changes, as far as they are known, stand there already.
enum class EditKind : std::uint8_t { Change, Undo, Redo, Accept };

/// The one way anything changes: a list of row changes that holds as a whole or not at all.
struct Edit {
    std::vector<RowChange> changes;
    std::string author;
    std::string why;
    std::int64_t timeMs = 0; ///< milliseconds since 1970 UTC; 0 until the store takes the edit
    std::int64_t seq = 0;    ///< number in the journal, 0 until the store takes the edit
    EditKind kind = EditKind::Change;
    std::int64_t of = 0; ///< of Undo and Redo: the seq of the edit that is undone or done again
};

/// The edit that takes another back: changes reversed and turned round. Applying both leaves a chain as it was.
[[nodiscard]] Edit inverse(const Edit& edit);

} // namespace ochain
