// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/deal_keys.h"
#include "items/filter_query.h"
#include "items/word_test.h"

#include <vector>

namespace ochain {

/// A filter made ready for many deals: which nodes, kinds and statuses have each word is looked up once, so that a deal
/// is judged by numbers and, where a word is in none of its names, by its note. A word alone is looked for in names (in
/// both languages) and notes; keys only behind key:.
class DealFilter {
public:
    /// @param keys  must outlive it; it stands for the names of the moment
    /// @param goesOn  false from it: the filter is not going to be asked
    DealFilter(const DealKeys& keys, const std::vector<FilterTerm>& terms, const GoesOn& goesOn);

    [[nodiscard]] bool isEmpty() const noexcept { return m_terms.empty(); }
    /// Whether an edit of these tables may change more than the deals it touches.
    [[nodiscard]] bool dependsOn(Table table) const noexcept;
    [[nodiscard]] bool accepts(DealId id, const Deal& deal) const;

private:
    struct Term {
        FilterTerm asked;
        WordTest test;
        std::vector<bool> nodes, kinds, statuses;
        std::vector<bool> others; ///< wholes, boundaries or choices, by the column asked for
    };
    [[nodiscard]] Term prepared(const FilterTerm& asked, const GoesOn& goesOn) const;
    [[nodiscard]] bool holds(const Term& term, DealId id, const Deal& deal) const;
    [[nodiscard]] bool hasWord(const Term& term, const Deal& deal) const;
    [[nodiscard]] bool textHolds(const Term& term, const Deal& deal) const;
    [[nodiscard]] std::optional<std::int64_t> valueOf(DealsModel::Column column, DealId id, const Deal& deal) const;

    const DealKeys* m_keys;
    const Chain* m_chain;
    std::vector<Term> m_terms;
};

} // namespace ochain
