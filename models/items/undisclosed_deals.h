// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <cstdint>
#include <vector>

namespace ochain {

/// How many deals of a money kind count under the lens without any amount of money. Counted when first asked, in one
/// walk over the deals, then kept up to date edit by edit.
class UndisclosedDeals {
public:
    explicit UndisclosedDeals(const Document& document) : m_document(document) {}

    [[nodiscard]] std::int64_t count();
    /// Takes in an edit.
    void follow(const Changed& changed);
    /// After another lens other deals count.
    void forget() { m_isCounted = false; }

private:
    [[nodiscard]] bool isUndisclosed(DealId deal) const;

    const Document& m_document;
    bool m_isCounted = false;
    std::int64_t m_count = 0;
    std::vector<bool> m_deals; ///< by row
};

} // namespace ochain
