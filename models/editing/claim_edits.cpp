// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/claim_edits.h"

#include "chain/edit_builder.h"
#include "editing/claim_history.h"

#include <algorithm>

namespace ochain {

tl::expected<Edit, Problem> adoptionOf(const Chain& chain, ClaimId rival)
{
    const Claim& claim = chain.claims()[rival];
    const ClaimHistory history = claimsOn(chain, claim.of, claim.field);
    EditBuilder builder(chain);
    std::optional<Problem> problem;
    const auto set = [&](Table table, std::string_view key, Field field, std::string_view text) {
        if (!problem)
            problem = builder.set(table, key, field, text);
    };
    set(Table::Claims, chain.key({Table::Claims, rival.value}), claim_field::Adopted, "1");
    for (const ClaimId other : history.adopted)
        if (dayOf(chain.claims()[other]) == dayOf(claim))
            set(Table::Claims, chain.key({Table::Claims, other.value}), claim_field::Adopted, "0");
    const bool isLast = std::none_of(history.adopted.begin(), history.adopted.end(),
                                     [&](ClaimId other) { return dayOf(chain.claims()[other]) > dayOf(claim); });
    if (isLast)
        set(claim.of.table, chain.key(claim.of), claim.field, chain.text(claim.value));
    if (problem)
        return tl::unexpected(std::move(*problem));
    return std::move(builder).build({}, {});
}

tl::expected<Edit, Problem> erasureOf(const Chain& chain, ClaimId claim)
{
    EditBuilder builder(chain);
    if (std::optional<Problem> problem = builder.erase(Table::Claims, chain.key({Table::Claims, claim.value})))
        return tl::unexpected(std::move(*problem));
    return std::move(builder).build({}, {});
}

} // namespace ochain
