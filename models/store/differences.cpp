// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/differences.h"

#include "chain/checks.h"
#include "chain/text_form.h"

#include <algorithm>
#include <tuple>

namespace ochain {

namespace {

std::uint64_t bit(Field field) noexcept
{
    return std::uint64_t{1} << field;
}

Problem problemOf(const RowChange& change, std::optional<Field> field, Sentence sentence)
{
    return Problem{Rule::ChangedElsewhere, change.table, shown(change.key), field, std::move(sentence)};
}

} // namespace

Problems Difference::problems() const
{
    const std::string edit = std::to_string(seq);
    if (change.op == Op::Erase)
        return {problemOf(
            change, std::nullopt,
            {QT_TRANSLATE_NOOP("Sentence", "the row is gone, which edit {0} of the journal had left here"), {edit}})};
    if (change.op == Op::Insert)
        return {problemOf(
            change, std::nullopt,
            {QT_TRANSLATE_NOOP("Sentence", "the row is here, which edit {0} of the journal had erased"), {edit}})};
    Problems problems;
    for (const FieldChange& field : change.fields)
        problems.push_back(
            problemOf(change, field.field,
                      {QT_TRANSLATE_NOOP("Sentence", "is “{0}”, where edit {1} of the journal had written “{2}”"),
                       {shown(field.after), edit, shown(field.before)}}));
    return problems;
}

Differences::Differences(const Chain& chain, const DigestSet& tables) : m_chain(chain), m_tables(tables)
{
    if (m_tables[kEventNodes])
        m_tables.set(placeOf(Table::Events));
    for (const TableSpec& spec : allTables()) {
        if (!isAskedFor(spec.table))
            continue;
        Numbers& rows = m_rowOf[static_cast<std::size_t>(spec.table)];
        for (const std::uint32_t row : m_chain.inOrder(spec.table))
            rows[m_chain.rowid({spec.table, row})] = row;
    }
}

bool Differences::isAskedFor(Table table) const
{
    return m_tables[placeOf(table)];
}

std::int64_t Differences::numberNow(Table table, std::int64_t number) const
{
    const Numbers& numbers = m_numbers[static_cast<std::size_t>(table)];
    const auto found = numbers.find(number);
    return found == numbers.end() ? number : found->second;
}

std::string Differences::nameNow(Table table, const std::string& key) const
{
    const auto found = m_names.find({table, key});
    return found == m_names.end() ? key : found->second;
}

void Differences::take(const Edit& edit)
{
    const RowChange* const begin = edit.changes.data();
    for (const RowChange* end = begin + edit.changes.size(); end != begin;) {
        const RowChange* first = end - 1;
        if (first->movedTo == 0) {
            takeChange(*first, edit.seq);
            end = first;
            continue;
        }
        while (first != begin && (first - 1)->movedTo != 0)
            --first;
        takeMoves(first, end);
        end = first;
    }
}

/// All rows of a run change places at once.
void Differences::takeMoves(const RowChange* first, const RowChange* last)
{
    std::vector<std::tuple<Table, std::int64_t, std::int64_t>> moves;
    for (const RowChange* move = first; move != last; ++move)
        moves.emplace_back(move->table, move->rowid, numberNow(move->table, move->movedTo));
    for (const auto& [table, before, now] : moves)
        m_numbers[static_cast<std::size_t>(table)][before] = now;
}

void Differences::takeChange(const RowChange& change, std::int64_t seq)
{
    const auto place = static_cast<std::size_t>(change.table);
    const std::int64_t number = numberNow(change.table, change.rowid);
    if (isAskedFor(change.table) && m_found.size() < kMaxProblems) {
        Row& row = m_rows[place][number];
        const auto found = m_rowOf[place].find(number);
        const bool isThere = found != m_rowOf[place].end();
        const RowRef ref{change.table, isThere ? static_cast<std::uint32_t>(found->second) : kNoRow};
        const bool isMeant = change.op != Op::Erase;
        // What was decided before is of a later time, when the row was there as it is now.
        if (!row.isClosed && isMeant && isThere)
            compareFields(change, ref, row, seq);
        else if (!row.isClosed && isMeant)
            reportGone(change, number, seq);
        else if (!row.isClosed && isThere && row.fields == 0)
            reportBack(change, ref, seq);
        row.isClosed = row.isClosed || change.op != Op::Update || !isThere;
    }
    if (change.op == Op::Update && tableSpec(change.table).isKeyed)
        for (const FieldChange& field : change.fields)
            if (field.field == 0) {
                m_names[{change.table, field.before}] = nameNow(change.table, field.after);
                if (field.after != field.before)
                    m_names.erase({change.table, field.after}); // before, that key was nobody's or another's
            }
}

void Differences::compareFields(const RowChange& change, RowRef ref, Row& row, std::int64_t seq)
{
    for (const FieldChange& field : change.fields)
        compareField(ref, field.field, field.after, row, seq);
    if (change.op != Op::Insert)
        return;
    for (Field field = 0; field < tableSpec(change.table).fieldCount(); ++field)
        if (!(tableSpec(change.table).isKeyed && field == 0))
            compareField(ref, field, {}, row, seq); // it was brought without
}

void Differences::compareField(RowRef ref, Field field, const std::string& expected, Row& row, std::int64_t seq)
{
    if ((row.fields & bit(field)) != 0)
        return;
    row.fields |= bit(field);
    std::string now = m_chain.value(ref, field);
    std::string then = textNow(ref, field, expected);
    if (now == then)
        return;
    RowChange change{ref.table, Op::Update, std::string(m_chain.key(ref)), m_chain.rowid(ref), {}, 0};
    change.fields.push_back({field, std::move(then), std::move(now)});
    m_found.push_back({std::move(change), seq});
}

/// A text as the journal has it, with the keys that the rows it names have now.
std::string Differences::textNow(RowRef ref, Field field, const std::string& text) const
{
    const FieldSpec& spec = fieldSpec(ref.table, field);
    if (spec.type == FieldType::Reference)
        return nameNow(spec.target, text);
    if (spec.type == FieldType::RowKey) {
        for (Field other = 0; other < tableSpec(ref.table).fieldCount(); ++other)
            if (fieldSpec(ref.table, other).type == FieldType::TableName)
                return nameNow(tableNamed(m_chain.value(ref, other)).value_or(Table::Tiers), text);
        return text;
    }
    if (spec.type != FieldType::References)
        return text;
    std::string now;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(';', at), text.size());
        now.append(now.empty() ? "" : ";").append(nameNow(spec.target, text.substr(at, end - at)));
        at = end + 1;
    }
    return now;
}

void Differences::reportGone(const RowChange& change, std::int64_t number, std::int64_t seq)
{
    RowChange gone{change.table, Op::Erase, change.key, number, {}, 0};
    for (const FieldChange& field : change.fields) {
        if (field.field == 0 && tableSpec(change.table).isKeyed)
            gone.key = field.after;
        if (!field.after.empty())
            gone.fields.push_back({field.field, field.after, {}});
    }
    if (gone.fields.empty()) // the journal has a row for each field
        gone.fields.push_back({Field{0}, gone.key, {}});
    m_found.push_back({std::move(gone), seq});
}

void Differences::reportBack(const RowChange& change, RowRef ref, std::int64_t seq)
{
    RowChange back{change.table, Op::Insert, std::string(m_chain.key(ref)), m_chain.rowid(ref), {}, 0};
    for (Field field = 0; field < tableSpec(ref.table).fieldCount(); ++field)
        if (std::string text = m_chain.value(ref, field); !text.empty())
            back.fields.push_back({field, {}, std::move(text)});
    m_found.push_back({std::move(back), seq});
}

std::vector<Difference> Differences::finish() &&
{
    std::stable_sort(m_found.begin(), m_found.end(), [](const Difference& a, const Difference& b) {
        return std::pair(a.change.table, a.change.rowid) < std::pair(b.change.table, b.change.rowid);
    });
    return std::move(m_found);
}

} // namespace ochain
