// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenarios/switching.h"

#include "chain/edit_builder.h"
#include "chain/field_reader.h"

#include <optional>
#include <string_view>
#include <utility>

namespace ochain {

namespace {

/// Puts the edit together.
class Switch {
public:
    Switch(const Chain& now, const Chain& base) : m_base(base), m_builder(now) {}

    /// Sets a field to its value in the scenario; nobody's claim on it counts.
    void override(const FieldOverride& each)
    {
        if (!canBeOverridden(each.row.table, each.field))
            return refuse(each);
        set(each, each.value);
        setClaims(each, [](const Claim&) { return false; });
    }
    /// Gives a field back to the base.
    void giveBack(const FieldOverride& each)
    {
        set(each, m_base.value(each.row, each.field));
        setClaims(each, [](const Claim& claim) { return claim.isAdopted; });
    }

    [[nodiscard]] tl::expected<Edit, Problem> take()
    {
        if (m_problem)
            return tl::unexpected(std::move(*m_problem));
        return std::move(m_builder).build({}, {});
    }

private:
    void refuse(const FieldOverride& each)
    {
        if (!m_problem)
            m_problem = cannotBeOverridden(m_base, each);
    }
    void set(const FieldOverride& each, std::string_view value)
    {
        if (!m_problem)
            m_problem = m_builder.set(each.row.table, m_base.key(each.row), each.field, value);
    }
    template <class IsAdopted>
    void setClaims(const FieldOverride& each, IsAdopted isAdopted)
    {
        m_base.forEachClaim(each.row, [&](ClaimId id, const Claim& claim) {
            if (claim.field == each.field && claim.isAdopted && !m_problem)
                m_problem = m_builder.set(Table::Claims, m_base.key({Table::Claims, id.value}), claim_field::Adopted,
                                          isAdopted(claim) ? "1" : "0");
        });
    }

    const Chain& m_base;
    EditBuilder m_builder;
    std::optional<Problem> m_problem;
};

} // namespace

Problem cannotBeOverridden(const Chain& chain, const FieldOverride& overriding)
{
    return problemAt(Rule::MalformedValue, overriding.row.table, chain.key(overriding.row), overriding.field,
                     QT_TRANSLATE_NOOP("Sentence",
                                       "a scenario cannot override this field; override an amount, a date, a "
                                       "status, a weight or the like"));
}

tl::expected<Edit, Problem> overriding(const Chain& base, const Overrides& overrides)
{
    return switching(base, base, {}, overrides);
}

tl::expected<Edit, Problem> switching(const Chain& now, const Chain& base, const Overrides& from, const Overrides& to)
{
    Switch change(now, base);
    for (const FieldOverride& each : from)
        if (overrideOf(to, each.row, each.field) == nullptr)
            change.giveBack(each);
    for (const FieldOverride& each : to) {
        const FieldOverride* before = overrideOf(from, each.row, each.field);
        if (before == nullptr || before->value != each.value)
            change.override(each);
    }
    return change.take();
}

} // namespace ochain
