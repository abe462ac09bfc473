// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit.h"
#include "store/digest.h"

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ochain {

/// What somebody changed in a row although no edit of the journal did: from what the journal last wrote to what stands
/// there.
struct Difference {
    RowChange change;
    std::int64_t seq = 0; ///< the edit that wrote the row or field last

    [[nodiscard]] Problems problems() const;
};

/// Finds them by going through the journal from its last edit to the first: what is met first of a row's field is what
/// must stand there. Rows and fields that no edit ever wrote are unknown to it. Numbers and keys that rows had at the
/// time of an edit are followed to those they have now.
class Differences {
public:
    /// @param tables  those to look at
    Differences(const Chain& chain, const DigestSet& tables);

    /// The edits, newest first.
    void take(const Edit& edit);
    /// By table and row.
    [[nodiscard]] std::vector<Difference> finish() &&;

private:
    /// What is decided of a row by later edits than the one at hand.
    struct Row {
        std::uint64_t fields = 0; ///< a bit for each
        bool isClosed = false;
    };
    using Numbers = std::unordered_map<std::int64_t, std::int64_t>;

    void takeMoves(const RowChange* first, const RowChange* last);
    void takeChange(const RowChange& change, std::int64_t seq);
    void compareFields(const RowChange& change, RowRef ref, Row& row, std::int64_t seq);
    void compareField(RowRef ref, Field field, const std::string& expected, Row& row, std::int64_t seq);
    void reportGone(const RowChange& change, std::int64_t number, std::int64_t seq);
    void reportBack(const RowChange& change, RowRef ref, std::int64_t seq);
    [[nodiscard]] std::int64_t numberNow(Table table, std::int64_t number) const;
    [[nodiscard]] std::string nameNow(Table table, const std::string& key) const;
    [[nodiscard]] std::string textNow(RowRef ref, Field field, const std::string& text) const;
    [[nodiscard]] bool isAskedFor(Table table) const;

    const Chain& m_chain;
    DigestSet m_tables;
    std::array<Numbers, kTableCount> m_rowOf;   ///< the row in the chain, by its number
    std::array<Numbers, kTableCount> m_numbers; ///< from what a row had to what it has
    std::map<std::pair<Table, std::string>, std::string> m_names;
    std::array<std::unordered_map<std::int64_t, Row>, kTableCount> m_rows;
    std::vector<Difference> m_found;
};

} // namespace ochain
