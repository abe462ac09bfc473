// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/editor.h"

#include "chain/checks.h"
#include "chain/field_reader.h"
#include "chain/nesting.h"
#include "chain/row_fields.h"
#include "chain/table_dispatch.h"
#include "chain/wiring.h"

#include <algorithm>

namespace ochain {

namespace {

/// Whether a change puts its row into another.
bool places(const RowChange& change)
{
    const std::optional<Field> nesting = fieldOfNesting(change.table);
    return nesting && std::any_of(change.fields.begin(), change.fields.end(), [nesting](const FieldChange& field) {
               return field.field == *nesting && !field.after.empty();
           });
}

} // namespace

Editor::Editor(Chain& chain, const Edit& edit)
    : m_chain(chain), m_edit(edit), m_rowids(edit.changes.size()), m_rowidsBefore(chain.m_nextRowid),
      m_mark(chain.m_texts.mark()), m_seriesBefore(chain.m_series.size())
{}

bool Editor::refuse(Problem problem)
{
    m_problems.push_back(std::move(problem));
    return false;
}

Problems Editor::run(const std::function<bool()>& goesOn)
{
    constexpr std::size_t kBetweenLooks = 1024;
    m_steps.reserve(m_edit.changes.size());
    bool isFine = true;
    for (std::size_t i = 0; i < m_edit.changes.size(); ++i) {
        if (goesOn && i % kBetweenLooks == 0 && !goesOn()) {
            isFine = refuse(problemAt(Rule::Changed, m_edit.changes[i].table, m_edit.changes[i].key, std::nullopt,
                                      QT_TRANSLATE_NOOP("Sentence", "was given up before it was tried as a whole")));
            break;
        }
        // After a change that cannot be made the rest is still looked at for its form, so that all of a file's faults
        // show at once.
        isFine = run(m_edit.changes[i], i) && isFine;
        if (m_problems.size() >= kMaxProblems)
            break;
    }
    if (!isFine)
        return std::move(m_problems);
    resolve();
    if (m_problems.empty()) {
        refresh();
        check();
    }
    return std::move(m_problems);
}

bool Editor::run(const RowChange& change, std::size_t number)
{
    m_touchesTiers = m_touchesTiers || change.table == Table::Tiers;
    m_touchesCounts = m_touchesCounts || change.table == Table::DealKinds || change.table == Table::Statuses;
    const std::span<const FieldSpec> fields = tableSpec(change.table).fields;
    bool isFine = true;
    for (const FieldChange& field : change.fields) {
        if (field.field >= fields.size())
            return refuse(problemAt(Rule::UnknownField, change.table, change.key, std::nullopt,
                                    QT_TRANSLATE_NOOP("Sentence", "the table has no field number {0}"),
                                    std::to_string(field.field)));
        if (change.op == Op::Erase)
            continue;
        if (std::optional<Problem> problem = checkForm(change.table, change.key, field.field, field.after))
            isFine = refuse(std::move(*problem));
    }
    if (!isFine || !namesFieldsOnce(change))
        return false;
    switch (change.op) {
    case Op::Insert:
        return insert(change, number);
    case Op::Erase:
        return erase(change);
    case Op::Update:
        break;
    }
    return update(change);
}

bool Editor::insert(const RowChange& change, std::size_t number)
{
    const TableSpec& spec = tableSpec(change.table);
    bool isComplete = true;
    for (Field field = 0; field < spec.fieldCount(); ++field) {
        const bool isGiven = std::any_of(change.fields.begin(), change.fields.end(),
                                         [&](const FieldChange& given) { return given.field == field; });
        if (spec.fields[field].required && !isGiven)
            isComplete = refuse(*checkForm(change.table, change.key, field, {}));
    }
    if (!isComplete)
        return false;
    if (spec.isKeyed && m_chain.find(change.table, change.key) != kNoRow)
        return refuse(problemAt(
            Rule::DuplicateKey, change.table, change.key, Field{0},
            QT_TRANSLATE_NOOP("Sentence", "there is a row “{0}” already; give the new one another key"), change.key));
    std::int64_t& last = m_chain.m_nextRowid[static_cast<std::size_t>(change.table)];
    const std::int64_t rowid = change.rowid != 0 ? change.rowid : last + 1;
    last = std::max(last, rowid);
    m_rowids[number] = rowid;

    const RowRef ref{change.table, TableDispatch::visit(m_chain, change.table, [&](auto& rows, auto id) {
                         typename std::remove_cvref_t<decltype(rows)>::RowType row{};
                         row.head.rowid = rowid;
                         static_cast<void>(id);
                         return rows.add(std::move(row)).value;
                     })};
    if (spec.isKeyed)
        TableDispatch::visit(m_chain, change.table, [&](auto& rows, auto id) {
            rows.edit(decltype(id){ref.row}).head.key = m_chain.m_texts.add(change.key);
        });
    if (!setFields(change, ref)) {
        TableDispatch::visit(m_chain, change.table, [&](auto& rows, auto id) {
            rows.kill(decltype(id){ref.row});
            rows.release(decltype(id){ref.row});
        });
        return false;
    }
    Wiring::joinKey(m_chain, ref);
    if (!spec.isKeyed && m_chain.find(change.table, m_chain.key(ref)) != kNoRow) {
        m_problems.push_back(
            problemAt(Rule::DuplicateKey, change.table, m_chain.key(ref), std::nullopt,
                      QT_TRANSLATE_NOOP("Sentence", "there is such a row already; change that one instead")));
        TableDispatch::visit(m_chain, change.table, [&](auto& rows, auto id) {
            rows.kill(decltype(id){ref.row});
            rows.release(decltype(id){ref.row});
        });
        return false;
    }
    Wiring::addToIndex(m_chain, ref);
    Wiring::link(m_chain, ref);
    m_steps.push_back({&change, ref, {}});
    return true;
}

bool Editor::setFields(const RowChange& change, RowRef ref)
{
    bool isFine = true;
    const bool isKeyed = tableSpec(change.table).isKeyed;
    for (const FieldChange& field : change.fields) {
        if (isKeyed && field.field == 0) {
            if (change.op == Op::Insert && field.after != change.key)
                isFine =
                    refuse(problemAt(Rule::MalformedKey, change.table, change.key, Field{0},
                                     QT_TRANSLATE_NOOP("Sentence", "the row is named “{0}” and “{1}”; use one key"),
                                     change.key, field.after));
            continue;
        }
        if (readField(m_chain, ref, field.field, field.after) == FieldRead::Done)
            continue;
        if (isKeyed)
            m_deferred.push_back({ref, field.field, &field.after, &change});
        else
            isFine = refuse(danglingReference(m_chain, change.table, change.key, field.field, field.after));
    }
    return isFine;
}

bool Editor::isAsBefore(const RowChange& change, RowRef ref)
{
    for (const FieldChange& field : change.fields) {
        std::string now = m_chain.value(ref, field.field);
        if (now != field.before)
            return refuse(problemAt(
                Rule::Changed, change.table, change.key, field.field,
                QT_TRANSLATE_NOOP("Sentence", "the field is “{0}” by now, no longer “{1}”; look at the row again"),
                std::move(now), field.before));
    }
    return true;
}

bool Editor::update(const RowChange& change)
{
    const RowRef ref{change.table, m_chain.find(change.table, change.key)};
    if (ref.row == kNoRow)
        return refuse(problemAt(Rule::UnknownRow, change.table, change.key, std::nullopt,
                                QT_TRANSLATE_NOOP("Sentence", "there is no row “{0}”"), change.key));
    if (!hasNumber(change, ref) || !isAsBefore(change, ref))
        return false;
    if (change.movedTo != 0)
        return move(change, ref);
    const bool isKeyed = tableSpec(change.table).isKeyed;
    const FieldChange* renamed = nullptr;
    for (const FieldChange& field : change.fields) {
        if (isKeyed && field.field == 0)
            renamed = &field;
        else if (!isKeyed && isPartOfJoinedKey(change.table, field.field))
            return refuse(problemAt(
                Rule::MalformedKey, change.table, change.key, field.field,
                QT_TRANSLATE_NOOP("Sentence", "the row is known by this field; erase the row and add another")));
    }
    if (renamed != nullptr && renamed->after != change.key && m_chain.find(change.table, renamed->after) != kNoRow)
        return refuse(
            problemAt(Rule::DuplicateKey, change.table, change.key, Field{0},
                      QT_TRANSLATE_NOOP("Sentence", "there is a row “{0}” already; give the new one another key"),
                      renamed->after));
    AnyRow before = TableDispatch::visit(m_chain, change.table,
                                         [&](auto& rows, auto id) { return AnyRow(rows[decltype(id){ref.row}]); });
    Wiring::unlink(m_chain, ref);
    setFields(change, ref);
    if (renamed != nullptr)
        Wiring::rename(m_chain, ref, m_chain.m_texts.add(renamed->after));
    Wiring::link(m_chain, ref);
    m_steps.push_back({&change, ref, std::move(before)});
    return true;
}

bool Editor::move(const RowChange& change, RowRef ref)
{
    if (change.movedTo < 1 || change.movedTo > kMaxRowid || !change.fields.empty())
        return refuse(problemAt(Rule::OutOfRange, change.table, change.key, std::nullopt,
                                QT_TRANSLATE_NOOP("Sentence", "the row cannot have the number {0}"),
                                std::to_string(change.movedTo)));
    AnyRow before = TableDispatch::visit(m_chain, change.table,
                                         [&](auto& rows, auto id) { return AnyRow(rows[decltype(id){ref.row}]); });
    setNumber(ref, change.movedTo);
    std::int64_t& last = m_chain.m_nextRowid[static_cast<std::size_t>(change.table)];
    last = std::max(last, change.movedTo);
    m_moves[static_cast<std::size_t>(change.table)] = true;
    m_steps.push_back({&change, ref, std::move(before)});
    return true;
}

void Editor::setNumber(RowRef ref, std::int64_t number)
{
    TableDispatch::visit(m_chain, ref.table,
                         [&](auto& rows, auto id) { rows.edit(decltype(id){ref.row}).head.rowid = number; });
}

bool Editor::hasNumber(const RowChange& change, RowRef ref)
{
    const std::int64_t now = m_chain.rowid(ref);
    return change.rowid == 0 || change.rowid == now ||
           refuse(problemAt(
               Rule::Changed, change.table, change.key, std::nullopt,
               QT_TRANSLATE_NOOP("Sentence", "the row has the number {0} by now, no longer {1}; look at the row again"),
               std::to_string(now), std::to_string(change.rowid)));
}

bool Editor::isWhole(const RowChange& change, RowRef ref)
{
    for (Field field = 0; field < tableSpec(ref.table).fieldCount(); ++field) {
        const bool isListed = std::any_of(change.fields.begin(), change.fields.end(),
                                          [field](const FieldChange& listed) { return listed.field == field; });
        if (std::string now = isListed ? std::string() : m_chain.value(ref, field); !now.empty())
            return refuse(problemAt(
                Rule::Changed, change.table, change.key, field,
                QT_TRANSLATE_NOOP("Sentence", "the field is “{0}” by now, no longer “{1}”; look at the row again"),
                std::move(now), std::string()));
    }
    return true;
}

bool Editor::namesFieldsOnce(const RowChange& change)
{
    for (auto field = change.fields.begin(); field != change.fields.end(); ++field)
        if (std::any_of(change.fields.begin(), field,
                        [&](const FieldChange& earlier) { return earlier.field == field->field; }))
            return refuse(
                problemAt(Rule::MalformedValue, change.table, change.key, field->field,
                          QT_TRANSLATE_NOOP("Sentence", "the field is set twice by one change; set it once")));
    return true;
}

bool Editor::erase(const RowChange& change)
{
    const RowRef ref{change.table, m_chain.find(change.table, change.key)};
    if (ref.row == kNoRow)
        return refuse(problemAt(Rule::UnknownRow, change.table, change.key, std::nullopt,
                                QT_TRANSLATE_NOOP("Sentence", "there is no row “{0}”"), change.key));
    if (!hasNumber(change, ref) || !isAsBefore(change, ref) || !isWhole(change, ref))
        return false;
    Wiring::unlink(m_chain, ref);
    Wiring::removeFromIndex(m_chain, ref);
    TableDispatch::visit(m_chain, ref.table, [&](auto& rows, auto id) { rows.kill(decltype(id){ref.row}); });
    m_steps.push_back({&change, ref, {}});
    return true;
}

void Editor::resolve()
{
    for (const Deferred& later : m_deferred) {
        if (!m_chain.isAlive(later.ref))
            continue;
        Wiring::unlink(m_chain, later.ref);
        const FieldRead read = readField(m_chain, later.ref, later.field, *later.text);
        Wiring::link(m_chain, later.ref);
        if (read == FieldRead::UnknownReference)
            refuse(danglingReference(m_chain, later.ref.table, m_chain.key(later.ref), later.field, *later.text));
    }
}

void Editor::refresh()
{
    if (m_touchesTiers)
        Wiring::refreshTiers(m_chain);
    if (m_touchesCounts)
        Wiring::recount(m_chain);
}

void Editor::check()
{
    EditedRows rows;
    for (const Step& step : m_steps) {
        (m_chain.isAlive(step.ref) ? rows.touched : rows.erased).push_back(step.ref);
        if (m_chain.isAlive(step.ref) && places(*step.change))
            rows.placed.push_back(step.ref);
    }
    for (std::vector<RowRef>* refs : {&rows.touched, &rows.placed, &rows.erased}) {
        std::sort(refs->begin(), refs->end());
        refs->erase(std::unique(refs->begin(), refs->end()), refs->end());
    }
    checkEdited(m_chain, rows, m_problems);
    checkNumbers();
    if (m_chain.m_sumOfCents > kMaxSum || m_chain.m_sumOfKilowatts > kMaxSum) {
        const RowRef first = m_steps.empty() ? RowRef{Table::Deals, kNoRow} : m_steps.front().ref;
        refuse(problemAt(
            Rule::SumTooLarge, first.table, m_steps.empty() ? std::string_view() : m_chain.key(first), std::nullopt,
            QT_TRANSLATE_NOOP(
                "Sentence", "all amounts together would pass 2^62, beyond which sums are not exact; check the units")));
    }
}

/// Rows that change places must not come to share one.
void Editor::checkNumbers()
{
    for (const TableSpec& spec : allTables()) {
        if (!m_moves[static_cast<std::size_t>(spec.table)])
            continue;
        const std::vector<std::uint32_t> order = m_chain.inOrder(spec.table);
        const auto same = std::adjacent_find(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return m_chain.rowid({spec.table, a}) == m_chain.rowid({spec.table, b});
        });
        if (same != order.end())
            refuse(problemAt(
                Rule::DuplicateKey, spec.table, m_chain.key({spec.table, *std::next(same)}), std::nullopt,
                QT_TRANSLATE_NOOP("Sentence",
                                  "would come to stand in the place of “{0}”; the order of the rows is another by now"),
                m_chain.key({spec.table, *same})));
    }
}

void Editor::undo(const Step& step)
{
    const RowRef ref = step.ref;
    const Op op = step.change->op;
    if (op == Op::Erase) {
        TableDispatch::visit(m_chain, ref.table, [&](auto& rows, auto id) { rows.revive(decltype(id){ref.row}); });
        Wiring::addToIndex(m_chain, ref);
        Wiring::link(m_chain, ref);
        return;
    }
    if (step.change->movedTo != 0) {
        setNumber(ref, TableDispatch::visit(m_chain, ref.table, [&](const auto& rows, auto) {
                      using Row = typename std::remove_cvref_t<decltype(rows)>::RowType;
                      return std::get<Row>(step.before).head.rowid;
                  }));
        return;
    }
    Wiring::unlink(m_chain, ref);
    if (op == Op::Insert) {
        Wiring::removeFromIndex(m_chain, ref);
        TableDispatch::visit(m_chain, ref.table, [&](auto& rows, auto id) {
            rows.kill(decltype(id){ref.row});
            rows.release(decltype(id){ref.row});
        });
        return;
    }
    TableDispatch::visit(m_chain, ref.table, [&](auto& rows, auto id) {
        using Row = typename std::remove_cvref_t<decltype(rows)>::RowType;
        Row& row = rows.edit(decltype(id){ref.row});
        const Row& before = std::get<Row>(step.before);
        for (const FieldChange& change : step.change->fields) {
            if (change.field == 0 && tableSpec(ref.table).isKeyed) {
                Wiring::rename(m_chain, ref, before.head.key);
                continue;
            }
            copyField(before, row, change.field);
        }
    });
    Wiring::link(m_chain, ref);
}

void Editor::rollBack()
{
    for (auto step = m_steps.rbegin(); step != m_steps.rend(); ++step)
        undo(*step);
    while (m_chain.m_series.size() > m_seriesBefore) {
        const auto last = static_cast<std::uint32_t>(m_chain.m_series.size() - 1);
        m_chain.m_seriesByName.erase(m_chain.seriesName(SeriesId{last}), last);
        m_chain.m_series.dropLast();
    }
    m_chain.m_nextRowid = m_rowidsBefore;
    refresh();
    // Joined keys that a renaming made anew stay in the pool; everything else the edit added is forgotten.
    const bool hasRenamed = std::any_of(m_steps.begin(), m_steps.end(), [](const Step& step) {
        return step.change->op == Op::Update && tableSpec(step.change->table).isKeyed &&
               std::any_of(step.change->fields.begin(), step.change->fields.end(),
                           [](const FieldChange& f) { return f.field == 0; });
    });
    if (!hasRenamed)
        m_chain.m_texts.rewind(m_mark);
}

void Editor::finish()
{
    for (const Step& step : m_steps)
        if (step.change->op == Op::Erase)
            TableDispatch::visit(m_chain, step.ref.table,
                                 [&](auto& rows, auto id) { rows.release(decltype(id){step.ref.row}); });
    ++m_chain.m_revision;
}

} // namespace ochain
