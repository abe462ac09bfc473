// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/difference.h"

#include "chain/edit_builder.h"
#include "exchange/row_places.h"

#include <algorithm>
#include <cassert>
#include <span>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace ochain {

namespace {

/// Puts the edit together, table by table.
class Comparison {
public:
    Comparison(const Chain& before, const Chain& after, const Progress& progress)
        : m_before(before), m_after(after), m_progress(progress), m_builder(before)
    {
        for (const TableSpec& spec : allTables())
            m_rows += before.size(spec.table) + after.size(spec.table);
    }

    /// Rows that come and fields that differ. @return false: cancelled
    bool putRows(const TableSpec& spec);
    /// Rows that go. @return false: cancelled
    bool eraseTheRest(const TableSpec& spec);
    [[nodiscard]] Edit build() &&;

private:
    void add(RowRef ref);
    void compare(RowRef now, RowRef then);
    void keepNumbers(Edit& edit, Table table) const;
    [[nodiscard]] bool goesOn();
    /// Only words are checked, and those of a chain have been already.
    static void take([[maybe_unused]] const std::optional<Problem>& problem) { assert(!problem); }

    const Chain& m_before;
    const Chain& m_after;
    const Progress& m_progress;
    EditBuilder m_builder;
    std::size_t m_rows = 0;
    std::size_t m_done = 0;
};

bool Comparison::goesOn()
{
    constexpr std::size_t kStride = 4096;
    return !m_progress || ++m_done % kStride != 0 ||
           m_progress(static_cast<double>(m_done) / static_cast<double>(m_rows));
}

bool Comparison::putRows(const TableSpec& spec)
{
    for (const std::uint32_t row : m_after.inOrder(spec.table)) {
        if (!goesOn())
            return false;
        const RowRef then{spec.table, row};
        const RowRef now{spec.table, m_before.find(spec.table, m_after.key(then))};
        if (now.row == kNoRow)
            add(then);
        else
            compare(now, then);
    }
    return true;
}

void Comparison::add(RowRef ref)
{
    std::vector<std::pair<Field, std::string>> fields;
    for (Field field = 0; field < tableSpec(ref.table).fieldCount(); ++field)
        if (std::string text = m_after.value(ref, field); !text.empty())
            fields.emplace_back(field, std::move(text));
    take(m_builder.addRow(ref.table, fields));
}

void Comparison::compare(RowRef now, RowRef then)
{
    for (Field field = 0; field < tableSpec(now.table).fieldCount(); ++field)
        if (const std::string text = m_after.value(then, field); text != m_before.value(now, field))
            take(m_builder.set(now.table, m_before.key(now), field, text));
}

bool Comparison::eraseTheRest(const TableSpec& spec)
{
    for (const std::uint32_t row : m_before.inOrder(spec.table)) {
        if (!goesOn())
            return false;
        // A row alone: what belongs to it may belong to another there.
        const std::string_view key = m_before.key({spec.table, row});
        if (m_after.find(spec.table, key) == kNoRow)
            take(m_builder.eraseAlone(spec.table, key));
    }
    return true;
}

/// A number is free if no row has it, not even one that goes: that one is still there when the new one comes.
void Comparison::keepNumbers(Edit& edit, Table table) const
{
    std::unordered_set<std::int64_t> taken;
    for (RowChange& change : edit.changes) {
        if (change.table != table || change.op != Op::Insert)
            continue;
        if (taken.empty())
            for (const std::uint32_t row : m_before.inOrder(table))
                taken.insert(m_before.rowid({table, row}));
        const std::int64_t number = m_after.rowid({table, m_after.find(table, change.key)});
        if (taken.insert(number).second)
            change.rowid = number;
    }
}

Edit Comparison::build() &&
{
    Edit edit = std::move(m_builder).build({}, {});
    for (const TableSpec& spec : allTables()) {
        keepNumbers(edit, spec.table);
        std::vector<std::string_view> keys;
        keys.reserve(m_after.size(spec.table));
        for (const std::uint32_t row : m_after.inOrder(spec.table))
            keys.push_back(m_after.key({spec.table, row}));
        putRowsInOrder(edit, m_before, spec.table, keys);
    }
    return edit;
}

} // namespace

std::optional<Edit> difference(const Chain& before, const Chain& after, const Progress& progress)
{
    Comparison comparison(before, after, progress);
    const std::span<const TableSpec> tables = allTables();
    for (const TableSpec& spec : tables)
        if (!comparison.putRows(spec))
            return std::nullopt;
    // What refers goes before what is referred to.
    for (auto spec = tables.rbegin(); spec != tables.rend(); ++spec)
        if (!comparison.eraseTheRest(*spec))
            return std::nullopt;
    return std::move(comparison).build();
}

Edit byTable(Edit edit)
{
    std::stable_sort(edit.changes.begin(), edit.changes.end(),
                     [](const RowChange& a, const RowChange& b) { return a.table < b.table; });
    return edit;
}

} // namespace ochain
