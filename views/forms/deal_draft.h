// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit_builder.h"
#include "figures/parse_input.h"

#include <QString>

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

/// What somebody has typed about one deal and not committed: values and keys, no widgets. A new deal is a draft until
/// it has what a deal needs.
class DealDraft {
public:
    DealDraft() = default;
    /// A draft about an existing deal.
    explicit DealDraft(std::string key) : m_key(std::move(key)) {}
    /// A draft of a new deal with what deals usually begin with.
    [[nodiscard]] static DealDraft newDeal();

    [[nodiscard]] bool isNew() const noexcept { return m_key.empty(); }
    [[nodiscard]] const std::string& key() const noexcept { return m_key; }
    [[nodiscard]] const std::map<Field, QString>& typed() const noexcept { return m_typed; }
    [[nodiscard]] bool has(Field field) const { return m_typed.contains(field); }
    void type(Field field, const QString& text) { m_typed[field] = text; }
    /// Forgets what was typed into a field, and a node that was to be made for it.
    void drop(Field field);
    void setNewNode(Field field, NewNode node) { m_newNodes[field] = std::move(node); }

    /// What a field's text stands for: for references the key of the row of that name. The field must have been typed.
    [[nodiscard]] ReadResult read(const Chain& chain, Field field, Language language) const;
    /// Whether a new deal has all that a deal must have.
    [[nodiscard]] bool isComplete(const Chain& chain, Language language) const;

    /// The edit that takes over these fields; fields that cannot be read are left out.
    /// @param why  reason for the journal; empty for the usual one
    [[nodiscard]] tl::expected<Edit, Problem> edit(const Chain& chain, const std::vector<Field>& fields,
                                                   Language language, const std::string& why = {}) const;
    /// The key a new deal gets: supplier-customer-kind, made unique.
    [[nodiscard]] std::string keyOfNew(const Chain& chain, Language language) const;

private:
    std::string m_key; ///< empty: a new deal
    std::map<Field, QString> m_typed;
    std::map<Field, NewNode> m_newNodes;
};

/// A key made from a name: lower-case letters and digits, everything else a hyphen; `fallback` if nothing is left.
[[nodiscard]] std::string keyFrom(const QString& name, std::string_view fallback);
/// The same with -2, -3 … appended until no row of the table has it.
[[nodiscard]] std::string freeKey(const Chain& chain, Table table, std::string key);
/// The row of that key or name (in either language, whatever the case); a name borne by two is none.
[[nodiscard]] std::optional<std::uint32_t> rowCalled(const Chain& chain, Table table, const QString& text);
/// The text of a field as a form shows it: what people would type for it; names of rows, not keys.
[[nodiscard]] QString shownText(const Chain& chain, RowRef row, Field field, Language language);

/// A copy of a deal with its phases and citations under new keys.
[[nodiscard]] tl::expected<Edit, Problem> duplicateOf(const Chain& chain, DealId deal, std::string* newKey);

} // namespace ochain
