// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/deal_filter.h"

#include "document/names.h"
#include "editing/field_names.h"

#include <algorithm>

namespace ochain {

namespace {

using DealFilterColumn = DealsModel::Column;

constexpr std::uint32_t kRowsAtOnce = 2'048; ///< between two questions whether to go on

/// Which rows of a table a word is found in: in a name of either language, or in the key.
template <class Row, class RowId>
std::vector<bool> rowsFound(const Chain& chain, const RowSet<Row, RowId>& rows, const WordTest& test, bool inKey,
                            const GoesOn& goesOn)
{
    std::vector<bool> found(rows.slotCount(), false);
    for (std::uint32_t at = 0; at < rows.slotCount() && (at % kRowsAtOnce != 0 || goesOn()); ++at) {
        const RowId id{at};
        if (!rows.isAlive(id))
            continue;
        const Row& row = rows[id];
        const std::string_view english = chain.text(row.nameEn);
        const std::string_view chinese = chain.text(row.nameZh);
        const bool isKeyShown = english.empty() && chinese.empty();
        found[at] = inKey || isKeyShown ? test(chain.text(row.head.key)) : test(english) || test(chinese);
    }
    return found;
}

/// Deals that have parts and are called so.
std::vector<bool> wholesFound(const Chain& chain, const WordTest& test, const GoesOn& goesOn)
{
    std::vector<bool> found(chain.slotCount(Table::Deals), false);
    for (std::uint32_t at = 0; at < found.size() && (at % kRowsAtOnce != 0 || goesOn()); ++at) {
        const RowRef row{Table::Deals, at};
        if (chain.isAlive(row) && chain.deals()[DealId{at}].firstPart != kNoRow)
            found[at] = test(nameIn(Language::English, chain, row)) || test(nameIn(Language::Chinese, chain, row));
    }
    return found;
}

/// Which choices of a field are called so, in either language, by their place among them.
std::vector<bool> choicesFound(Field field, const WordTest& test)
{
    std::vector<bool> found;
    for (const std::string_view choice : fieldSpec(Table::Deals, field).choices) {
        const QStringList names = choiceNames(choice);
        found.push_back(!choice.empty() && std::any_of(names.cbegin(), names.cend(), test));
    }
    return found;
}

bool isAmong(const std::vector<bool>& rows, std::size_t row)
{
    return row < rows.size() && rows[row];
}

} // namespace

DealFilter::DealFilter(const DealKeys& keys, const std::vector<FilterTerm>& terms, const GoesOn& goesOn)
    : m_keys(&keys), m_chain(&keys.chain())
{
    for (const FilterTerm& asked : terms)
        m_terms.push_back(prepared(asked, goesOn));
}

DealFilter::Term DealFilter::prepared(const FilterTerm& asked, const GoesOn& goesOn) const
{
    Term term{asked, WordTest(asked.text, asked.test == FilterTerm::Test::Equals), {}, {}, {}, {}};
    if (asked.test != FilterTerm::Test::Contains && asked.test != FilterTerm::Test::Equals)
        return term;
    const bool isKey = asked.column == kKeyColumn;
    const bool isAny = asked.column == kAnyColumn || isKey;
    const auto column = static_cast<DealFilterColumn>(asked.column);
    if (isAny || column == DealFilterColumn::Supplier || column == DealFilterColumn::Customer)
        term.nodes = rowsFound(*m_chain, m_chain->nodes(), term.test, isKey, goesOn);
    if (isAny || column == DealFilterColumn::Kind)
        term.kinds = rowsFound(*m_chain, m_chain->kinds(), term.test, isKey, goesOn);
    if (isAny || column == DealFilterColumn::Status)
        term.statuses = rowsFound(*m_chain, m_chain->statuses(), term.test, isKey, goesOn);
    if (column == DealFilterColumn::PartOf)
        term.others = wholesFound(*m_chain, term.test, goesOn);
    else if (column == DealFilterColumn::Boundary)
        term.others = rowsFound(*m_chain, m_chain->boundaries(), term.test, false, goesOn);
    else if (column == DealFilterColumn::Commitment)
        term.others = choicesFound(deal_field::Commitment, term.test);
    else if (column == DealFilterColumn::Basis)
        term.others = choicesFound(deal_field::Basis, term.test);
    return term;
}

bool DealFilter::dependsOn(Table table) const noexcept
{
    const auto namesWholes = [](const Term& term) {
        return term.asked.column == static_cast<int>(DealFilterColumn::PartOf);
    };
    switch (table) {
    case Table::Nodes:
    case Table::DealKinds:
    case Table::Statuses:
    case Table::Boundaries:
        return !m_terms.empty();
    case Table::Deals:
        return std::any_of(m_terms.begin(), m_terms.end(), namesWholes);
    default:
        return false;
    }
}

bool DealFilter::accepts(DealId id, const Deal& deal) const
{
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [&](const Term& term) { return holds(term, id, deal) != term.asked.isNegated; });
}

bool DealFilter::holds(const Term& term, DealId id, const Deal& deal) const
{
    if (term.asked.test == FilterTerm::Test::Within || term.asked.test == FilterTerm::Test::Missing)
        return holdsFor(term.asked, valueOf(static_cast<DealFilterColumn>(term.asked.column), id, deal));
    if (term.asked.column == kAnyColumn)
        return hasWord(term, deal) || term.test(m_chain->text(deal.note));
    if (term.asked.column == kKeyColumn)
        return hasWord(term, deal) || term.test(m_chain->text(deal.head.key));
    return textHolds(term, deal);
}

bool DealFilter::hasWord(const Term& term, const Deal& deal) const
{
    return isAmong(term.nodes, deal.supplier.value) || isAmong(term.nodes, deal.customer.value) ||
           isAmong(term.kinds, deal.kind.value) || isAmong(term.statuses, deal.status.value);
}

bool DealFilter::textHolds(const Term& term, const Deal& deal) const
{
    switch (static_cast<DealFilterColumn>(term.asked.column)) {
    case DealFilterColumn::Supplier:
        return isAmong(term.nodes, deal.supplier.value);
    case DealFilterColumn::Customer:
        return isAmong(term.nodes, deal.customer.value);
    case DealFilterColumn::Kind:
        return isAmong(term.kinds, deal.kind.value);
    case DealFilterColumn::Status:
        return isAmong(term.statuses, deal.status.value);
    case DealFilterColumn::PartOf:
        return isAmong(term.others, deal.partOf.value);
    case DealFilterColumn::Boundary:
        return isAmong(term.others, deal.boundary.value);
    case DealFilterColumn::Commitment:
        return isAmong(term.others, static_cast<std::size_t>(deal.commitment));
    case DealFilterColumn::Basis:
        return isAmong(term.others, static_cast<std::size_t>(deal.basis));
    case DealFilterColumn::Formula:
        return term.test(m_chain->text(deal.formula));
    case DealFilterColumn::Note:
        return term.test(m_chain->text(deal.note));
    default:
        return false; // the rest are amounts, dates and the key
    }
}

std::optional<std::int64_t> DealFilter::valueOf(DealsModel::Column column, DealId id, const Deal& deal) const
{
    const auto asStart = [](Date date) {
        return date.isSet() ? std::optional(std::int64_t{startNumber(date)}) : std::nullopt;
    };
    switch (column) {
    case DealFilterColumn::Announced:
        return asStart(deal.announced);
    case DealFilterColumn::Starts:
        return asStart(deal.starts);
    case DealFilterColumn::Ends:
        return deal.ends.isSet() ? std::optional(std::int64_t{endNumber(deal.ends)}) : std::nullopt;
    default:
        return m_keys->figure(id, column);
    }
}

} // namespace ochain
