// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit_builder.h"
#include "document/names.h"
#include "editing/deal_line.h"
#include "formats/reading.h"

#include <QString>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ochain {

/// A node that does not exist yet, to be added by the edit that first refers to it.
struct NewNode {
    std::string key;
    QString name;
    std::string tier;
    std::string kind;
};

/// Who changed what a field holds while somebody was typing into it.
struct Overtaker {
    QString author;
    std::int64_t timeMs = 0; ///< since 1970 UTC
};

/// What somebody has typed about one row and not committed: values and keys, no widgets. A new row is a draft until it
/// has what a row of its table needs.
class RowDraft {
public:
    /// A draft about an existing row, or (with an empty key) of a new one that says nothing yet.
    explicit RowDraft(Table table, std::string key = {}) : m_table(table), m_key(std::move(key)) {}
    /// A draft of a new row with what such rows usually begin with.
    /// @param selected  what is being looked at: a new node stands in its tier, a metric or event concerns it
    [[nodiscard]] static RowDraft newRow(const Chain& chain, Table table, std::optional<RowRef> selected);

    [[nodiscard]] Table table() const noexcept { return m_table; }
    [[nodiscard]] bool isNew() const noexcept { return m_key.empty(); }
    [[nodiscard]] const std::string& key() const noexcept { return m_key; }
    [[nodiscard]] const std::map<Field, QString>& typed() const noexcept { return m_typed; }
    [[nodiscard]] bool has(Field field) const { return m_typed.contains(field); }
    /// Whether a person has typed anything, beyond what a new row began with.
    [[nodiscard]] bool isTouched() const { return m_typed != m_given || !m_newNodes.empty(); }
    /// The same of one field.
    [[nodiscard]] bool isTyped(Field field) const;
    void type(Field field, const QString& text) { m_typed[field] = text; }
    /// What a new row begins with in a field: nobody has typed it.
    void begin(Field field, const QString& text) { m_typed[field] = m_given[field] = text; }
    /// Forgets what was typed into a field, and a node that was to be made for it; a new row has again what it began
    /// with.
    void drop(Field field);
    void setNewNode(Field field, NewNode node) { m_newNodes[field] = std::move(node); }

    /// Fills a new deal from a line of text. Until endLine() it waits to be looked at: whoever commits asks for line().
    void takeLine(DealLine line);
    [[nodiscard]] const std::optional<DealLine>& line() const noexcept { return m_line; }
    /// It was looked at; the source that the line named comes with the deal.
    void endLine() { m_line.reset(); }
    /// Of what was left over of it something has got its place: who may be meant at one end, or (without a field) all.
    void settleRest(std::optional<Field> field = std::nullopt);

    /// Remembers what the chain holds of the fields typed, for those of which that is not remembered yet. To be called
    /// at the first key: what one sees then is what one means to change.
    void rememberStored(const Chain& chain);
    /// What the chain holds now is known and is to be changed all the same.
    void acceptStored(const Chain& chain, Field field);
    /// Whether a field holds something else now than when it began to be typed over, and than what was typed.
    [[nodiscard]] bool isOvertaken(const Chain& chain, Field field) const;
    /// Whether what was typed into a field is what the chain holds, be it by others.
    [[nodiscard]] bool isStored(const Chain& chain, Field field) const;
    /// Takes in who changed fields that are being typed over, and another key of the row.
    void follow(const Edit& edit);
    /// Who changed a field last since it began to be typed over.
    [[nodiscard]] std::optional<Overtaker> overtaker(Field field) const;

    /// What a field's text stands for: for references the key of the row of that name. The field must have been typed.
    /// What it says of other fields (Reading::also) counts for those that nobody has typed into.
    [[nodiscard]] ReadResult read(const Chain& chain, Field field) const;
    /// Of metrics: the unit the row has or is about to have.
    [[nodiscard]] QString unit(const Chain& chain) const;
    /// The fields typed whose texts can be read.
    [[nodiscard]] std::vector<Field> readableFields(const Chain& chain) const;
    /// Whether a new row has all that a row of its table must have, and no name in it is half typed.
    [[nodiscard]] bool isComplete(const Chain& chain) const;

    /// The edit that takes over these fields; fields that cannot be read are left out.
    [[nodiscard]] tl::expected<Edit, Problem> edit(const Chain& chain, const std::vector<Field>& fields) const;
    /// The key a new row gets, made from what it says (a deal's is supplier-customer-kind) and unique.
    [[nodiscard]] std::string keyOfNew(const Chain& chain) const;
    /// What is left of a draft of a new row that has been taken over under this key.
    [[nodiscard]] RowDraft takenOver(const std::string& key, const std::vector<Field>& fields) const;

private:
    [[nodiscard]] bool isThere(const Chain& chain, Field field) const;
    [[nodiscard]] std::string beside(const Chain& chain, Field field) const;
    [[nodiscard]] ReadResult readAlone(const Chain& chain, Field field, const QString& text) const;
    [[nodiscard]] std::string inherited(const Chain& chain, Field field) const;
    [[nodiscard]] std::optional<Problem> citeAddress(EditBuilder& builder, const Chain& chain,
                                                     const std::string& key) const;
    [[nodiscard]] std::optional<Problem> addNewNodes(EditBuilder& builder, const std::vector<Field>& fields) const;

    Table m_table;
    std::string m_key; ///< empty: a new row
    std::map<Field, QString> m_typed;
    std::map<Field, QString> m_given; ///< of a new row: what it began with
    std::map<Field, NewNode> m_newNodes;
    std::optional<DealLine> m_line;        ///< that a new deal was filled from and that waits to be looked at
    QString m_address;                     ///< of the source that the line named
    std::string m_lineFields;              ///< what the line said, as a citation names it
    std::map<Field, std::string> m_stored; ///< what the chain held of the fields typed
    std::map<Field, Overtaker> m_overtakers;
};

/// A key made from a name: lower-case letters and digits, everything else a hyphen; `fallback` if nothing is left.
[[nodiscard]] std::string keyFrom(const QString& name, std::string_view fallback);
/// The same with -2, -3 … appended until no row of the table has it.
[[nodiscard]] std::string freeKey(const Chain& chain, Table table, std::string key);

} // namespace ochain
