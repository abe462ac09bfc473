// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/edit_builder.h"

#include "chain/checks.h"
#include "chain/field_reader.h"

#include <algorithm>

namespace ochain {

namespace {

std::string mapKey(Table table, std::string_view key)
{
    return std::string(tableSpec(table).name).append(":").append(key);
}

/// The canonical form of text that passed checkForm().
std::string canonicalText(const FieldSpec& spec, std::string_view text)
{
    switch (spec.type) {
    case FieldType::Usd:
        return formatUsd(parseUsd(text).value_or(Cents{}));
    case FieldType::Megawatts:
        return formatMegawatts(parseMegawatts(text).value_or(Kilowatts{}));
    case FieldType::Percent:
        return formatPercent(parsePercent(text).value_or(BasisPoints{}));
    case FieldType::Decimal:
        return formatDecimal(parseDecimal(text).value_or(kNoNumber));
    case FieldType::Integer:
    case FieldType::Weight:
        return std::to_string(parseInteger(text).value_or(0));
    default:
        return std::string(text);
    }
}

/// Every non-empty field of a row, as an erase lists them.
RowChange wholeRow(const Chain& chain, RowRef ref)
{
    RowChange change{ref.table, Op::Erase, std::string(chain.key(ref)), chain.rowid(ref), {}};
    for (Field field = 0; field < tableSpec(ref.table).fieldCount(); ++field)
        if (std::string value = chain.value(ref, field); !value.empty())
            change.fields.push_back({field, std::move(value), {}});
    return change;
}

} // namespace

tl::expected<std::string, Problem> canonical(Table table, std::string_view key, Field field, std::string_view text)
{
    if (std::optional<Problem> problem = checkForm(table, key, field, text))
        return tl::unexpected(std::move(*problem));
    return text.empty() ? std::string() : canonicalText(fieldSpec(table, field), text);
}

RowChange* EditBuilder::changeOf(Table table, std::string_view key)
{
    const auto found = m_byRow.find(mapKey(table, key));
    return found == m_byRow.end() ? nullptr : &m_changes[found->second];
}

void EditBuilder::append(RowChange change)
{
    m_byRow[mapKey(change.table, change.key)] = m_changes.size();
    m_changes.push_back(std::move(change));
}

std::optional<Problem> EditBuilder::add(Table table, std::string_view key)
{
    if (!tableSpec(table).isKeyed)
        return addJoined(table, key);
    if (std::optional<Problem> problem = checkForm(table, key, 0, key))
        return problem;
    const RowChange* before = changeOf(table, key);
    const bool isThere = before != nullptr ? before->op != Op::Erase : m_chain.find(table, key) != kNoRow;
    if (isThere)
        return problemAt(Rule::DuplicateKey, table, key, Field{0},
                         QT_TRANSLATE_NOOP("Sentence", "there is a row “{0}” already; give the new one another key"),
                         key);
    append({table, Op::Insert, std::string(key), 0, {{0, {}, std::string(key)}}});
    return std::nullopt;
}

std::optional<Problem> EditBuilder::addJoined(Table table, std::string_view key)
{
    // "deals/amd-openai-6gw/nasdaq-amd": the parts of the joined key in the order of the fields that make it.
    std::vector<std::pair<Field, std::string>> fields;
    std::string_view rest = key;
    for (const Field field : joinedKeyFields(table)) {
        const bool isLast = field == joinedKeyFields(table).back();
        const std::size_t end = isLast ? rest.size() : std::min(rest.find('/'), rest.size());
        fields.emplace_back(field, std::string(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (table == Table::Claims)
        fields.emplace_back(claim_field::Adopted, "0");
    return addRow(table, fields);
}

std::optional<Problem> EditBuilder::addRow(Table table, const std::vector<std::pair<Field, std::string>>& fields)
{
    RowChange change{table, Op::Insert, {}, 0, {}};
    for (const auto& [field, text] : fields) {
        if (tableSpec(table).isKeyed && field == 0)
            change.key = text;
    }
    if (!tableSpec(table).isKeyed)
        change.key = joinedKey(table, fields);
    for (const auto& [field, text] : fields) {
        tl::expected<std::string, Problem> value = canonical(table, change.key, field, text);
        if (!value)
            return std::move(value.error());
        if (!value->empty())
            change.fields.push_back({field, {}, std::move(*value)});
    }
    const RowChange* before = changeOf(table, change.key);
    const bool isThere = before != nullptr ? before->op != Op::Erase : m_chain.find(table, change.key) != kNoRow;
    if (isThere)
        return problemAt(Rule::DuplicateKey, table, change.key, std::nullopt,
                         QT_TRANSLATE_NOOP("Sentence", "there is such a row already; change that one instead"));
    append(std::move(change));
    return std::nullopt;
}

std::optional<Problem> EditBuilder::set(Table table, std::string_view key, Field field, std::string_view text)
{
    tl::expected<std::string, Problem> value = canonical(table, key, field, text);
    if (!value)
        return std::move(value.error());
    RowChange* change = changeOf(table, key);
    const RowRef ref{table, m_chain.find(table, key)};
    if (change == nullptr || change->op == Op::Erase) {
        if (change != nullptr || ref.row == kNoRow)
            return problemAt(Rule::UnknownRow, table, key, std::nullopt,
                             QT_TRANSLATE_NOOP("Sentence", "there is no row “{0}”"), key);
        if (!tableSpec(table).isKeyed && isPartOfJoinedKey(table, field))
            return replaceJoined(ref, field, std::move(*value));
        append({table, Op::Update, std::string(key), m_chain.rowid(ref), {}});
        change = &m_changes.back();
    }
    const auto given = std::find_if(change->fields.begin(), change->fields.end(),
                                    [&](const FieldChange& f) { return f.field == field; });
    if (given != change->fields.end())
        given->after = std::move(*value);
    else
        change->fields.push_back(
            {field, change->op == Op::Update ? m_chain.value(ref, field) : std::string(), std::move(*value)});
    return std::nullopt;
}

std::optional<Problem> EditBuilder::replaceJoined(RowRef ref, Field field, std::string value)
{
    // The row is known by this field: it goes and comes again in its old place, so that the edit can be turned round.
    RowChange gone = wholeRow(m_chain, ref);
    std::vector<std::pair<Field, std::string>> fields;
    for (const FieldChange& old : gone.fields)
        if (old.field != field)
            fields.emplace_back(old.field, old.before);
    fields.emplace_back(field, std::move(value));
    std::sort(fields.begin(), fields.end());
    const std::int64_t rowid = gone.rowid;
    append(std::move(gone));
    if (std::optional<Problem> problem = addRow(ref.table, fields))
        return problem;
    m_changes.back().rowid = rowid;
    return std::nullopt;
}

std::optional<Problem> EditBuilder::checkErasable(Table table, std::string_view key, bool& isDone)
{
    if (RowChange* change = changeOf(table, key); change != nullptr && change->op != Op::Update) {
        if (change->op == Op::Insert) {
            change->fields.clear(); // added and erased in one edit: nothing is left of it
            change->op = Op::Update;
            m_byRow.erase(mapKey(table, key));
            isDone = true;
            return std::nullopt;
        }
        return problemAt(Rule::UnknownRow, table, key, std::nullopt,
                         QT_TRANSLATE_NOOP("Sentence", "there is no row “{0}”"), key);
    }
    if (m_chain.find(table, key) == kNoRow)
        return problemAt(Rule::UnknownRow, table, key, std::nullopt,
                         QT_TRANSLATE_NOOP("Sentence", "there is no row “{0}”"), key);
    return std::nullopt;
}

std::optional<Problem> EditBuilder::erase(Table table, std::string_view key)
{
    bool isDone = false;
    std::optional<Problem> problem = checkErasable(table, key, isDone);
    if (!problem && !isDone)
        eraseWithWhatBelongs({table, m_chain.find(table, key)});
    return problem;
}

std::optional<Problem> EditBuilder::eraseAlone(Table table, std::string_view key)
{
    bool isDone = false;
    std::optional<Problem> problem = checkErasable(table, key, isDone);
    if (!problem && !isDone)
        eraseOnce({table, m_chain.find(table, key)});
    return problem;
}

void EditBuilder::eraseOnce(RowRef row)
{
    const std::string key(m_chain.key(row));
    if (RowChange* change = changeOf(row.table, key)) {
        if (change->op == Op::Erase)
            return;
        change->fields.clear(); // an update before the erasing is of no use
    }
    append(wholeRow(m_chain, row));
}

void EditBuilder::eraseWithWhatBelongs(RowRef ref)
{
    const auto eraseNotesOn = [&](RowRef row) {
        m_chain.forEachCitation(row, [&](CitationId id, const Citation&) { eraseOnce({Table::Citations, id.value}); });
        m_chain.forEachClaim(row, [&](ClaimId id, const Claim&) { eraseOnce({Table::Claims, id.value}); });
        m_chain.overrides().forEach([&](OverrideId id, const Override& overriding) {
            if (overriding.of == row)
                eraseOnce({Table::Overrides, id.value});
        });
        m_chain.dismissals().forEach([&](DismissalId id, const Dismissal& dismissal) {
            if (dismissal.of == row)
                eraseOnce({Table::Dismissals, id.value});
        });
    };
    if (ref.table == Table::Deals)
        m_chain.forEachTranche(DealId{ref.row}, [&](TrancheId id, const Tranche&) {
            eraseNotesOn({Table::Tranches, id.value});
            eraseOnce({Table::Tranches, id.value});
        });
    if (ref.table == Table::Scenarios)
        m_chain.overrides().forEach([&](OverrideId id, const Override& overriding) {
            if (overriding.scenario.value == ref.row)
                eraseOnce({Table::Overrides, id.value});
        });
    eraseNotesOn(ref);
    eraseOnce(ref);
}

Edit EditBuilder::build(std::string author, std::string why) &&
{
    for (RowChange& change : m_changes)
        if (change.op == Op::Update)
            std::erase_if(change.fields, [](const FieldChange& field) { return field.before == field.after; });
        else if (change.op == Op::Insert)
            std::erase_if(change.fields, [](const FieldChange& field) { return field.after.empty(); });
    std::erase_if(m_changes, [](const RowChange& change) { return change.op == Op::Update && change.fields.empty(); });
    Edit edit;
    edit.changes = std::move(m_changes);
    edit.author = std::move(author);
    edit.why = std::move(why);
    return edit;
}

std::span<const Field> joinedKeyFields(Table table) noexcept
{
    static constexpr std::array<Field, 3> kCitation{citation_field::Table, citation_field::RowKey,
                                                    citation_field::Source};
    static constexpr std::array<Field, 6> kClaim{claim_field::Table, claim_field::RowKey, claim_field::Field,
                                                 claim_field::AsOf,  claim_field::Source, claim_field::Value};
    static constexpr std::array<Field, 4> kOverride{override_field::Scenario, override_field::Table,
                                                    override_field::RowKey, override_field::Field};
    static constexpr std::array<Field, 3> kDismissal{dismissal_field::Rule, dismissal_field::Table,
                                                     dismissal_field::RowKey};
    switch (table) {
    case Table::Dismissals:
        return kDismissal;
    case Table::Citations:
        return kCitation;
    case Table::Claims:
        return kClaim;
    case Table::Overrides:
        return kOverride;
    default:
        return {};
    }
}

std::string joinedKey(Table table, const std::vector<std::pair<Field, std::string>>& fields)
{
    std::string key;
    for (const Field wanted : joinedKeyFields(table)) {
        const auto found =
            std::find_if(fields.begin(), fields.end(), [&](const auto& given) { return given.first == wanted; });
        if (wanted != joinedKeyFields(table).front())
            key += '/';
        if (found != fields.end())
            key += found->second;
    }
    return key;
}

} // namespace ochain
