// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/edit_json.h"

namespace ochain {

nlohmann::ordered_json changesAsJson(const Edit& edit)
{
    nlohmann::ordered_json changes = nlohmann::ordered_json::array();
    for (const RowChange& change : edit.changes)
        for (const FieldChange& field : change.fields) {
            nlohmann::ordered_json line{{"table", tableSpec(change.table).name},
                                        {"row", change.key},
                                        {"field", fieldSpec(change.table, field.field).name},
                                        {"old", field.before},
                                        {"new", field.after}};
            // A row that was not there has no old values, one that is gone no new ones.
            if (change.op == Op::Insert)
                line["old"] = nullptr;
            if (change.op == Op::Erase)
                line["new"] = nullptr;
            changes.push_back(std::move(line));
        }
    for (const RowChange& change : edit.changes)
        if (change.movedTo != 0) // the place of a row in the order of entry
            changes.push_back({{"table", tableSpec(change.table).name},
                               {"row", change.key},
                               {"field", "id"},
                               {"old", std::to_string(change.rowid)},
                               {"new", std::to_string(change.movedTo)}});
    return changes;
}

} // namespace ochain
