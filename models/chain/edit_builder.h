// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit.h"
#include "chain/error.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ochain {

/// A field's text brought into canonical form ("7000.0" to "7000", "$300B" is not for here); what is wrong otherwise.
[[nodiscard]] tl::expected<std::string, Problem> canonical(Table table, std::string_view key, Field field,
                                                           std::string_view text);

/// The fields whose texts, joined by /, name a row of a table without keys; in that order.
[[nodiscard]] std::span<const Field> joinedKeyFields(Table table) noexcept;
/// The joined key of a row that has these fields (in canonical form).
[[nodiscard]] std::string joinedKey(Table table, const std::vector<std::pair<Field, std::string>>& fields);

/// Puts an edit together from orders about a chain, several about the same row becoming one change. The orders see each
/// other: a row added may be set, a row erased is gone. Nothing is checked against the rules yet but the words: tables,
/// rows, fields and the forms of values.
class EditBuilder {
public:
    explicit EditBuilder(const Chain& chain) : m_chain(chain) {}

    /// A new row with its key; set its fields afterwards. Of tables without keys the joined key (see Chain::key) is
    /// taken apart.
    [[nodiscard]] std::optional<Problem> add(Table table, std::string_view key);
    [[nodiscard]] std::optional<Problem> addRow(Table table, const std::vector<std::pair<Field, std::string>>& fields);
    [[nodiscard]] std::optional<Problem> set(Table table, std::string_view key, Field field, std::string_view text);
    /// Erases a row with all that belongs to it alone: a deal's tranches, and the citations, claims and overrides of
    /// the rows erased. What else refers to it makes the edit invalid later.
    [[nodiscard]] std::optional<Problem> erase(Table table, std::string_view key);
    /// Erases a row alone: for who orders about all that belongs to it as well.
    [[nodiscard]] std::optional<Problem> eraseAlone(Table table, std::string_view key);

    /// The edit so far; updates that change nothing are left out.
    [[nodiscard]] Edit build(std::string author, std::string why) &&;

private:
    RowChange* changeOf(Table table, std::string_view key);
    void append(RowChange change);
    std::optional<Problem> addJoined(Table table, std::string_view key);
    std::optional<Problem> checkErasable(Table table, std::string_view key, bool& isDone);
    void eraseOnce(RowRef row);
    std::optional<Problem> replaceJoined(RowRef ref, Field field, std::string value);
    void eraseWithWhatBelongs(RowRef ref);

    const Chain& m_chain;
    std::vector<RowChange> m_changes;
    std::unordered_map<std::string, std::size_t> m_byRow; ///< table and key to place in m_changes
};

} // namespace ochain
