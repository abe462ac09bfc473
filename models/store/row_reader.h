// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/problem.h"
#include "chain/rows.h"
#include "store/row_batch.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

namespace ochain {

/// Reads the columns of a row one after the other, whatever stands in them: a value that is not of its column's type or
/// form makes the row unfit, and the first such field is kept for the report. Costs no allocation.
class RowReader {
public:
    RowReader(Table table, const RowBatch& batch) noexcept : m_table(table), m_batch(&batch) {}

    /// Begins with a row of the batch. @return its id, always the first column; 0 if that is no number
    std::int64_t begin(std::size_t row) noexcept
    {
        m_cell = m_batch->row(row);
        m_isFine = true;
        m_key = {};
        const Cell& id = *m_cell++;
        return id.type == SQLITE_INTEGER ? id.integer : 0;
    }
    [[nodiscard]] bool isFine() const noexcept { return m_isFine; }
    [[nodiscard]] Table table() const noexcept { return m_table; }
    [[nodiscard]] Field badField() const noexcept { return m_badField; }
    [[nodiscard]] Rule rule() const noexcept { return m_rule; }
    /// What the field has that it cannot have; made when it is asked for.
    [[nodiscard]] Sentence fault() const;
    /// The row's key, as far as it was read; valid as long as the batch, as all texts.
    [[nodiscard]] std::string_view key() const noexcept { return m_key; }

    std::string_view readKey() noexcept { return m_key = text(0); }
    std::string_view text(Field field) noexcept;
    /// The number of a row, 0 for none: the loader says of which field that must be given.
    std::int64_t reference(Field field) noexcept
    {
        const bool isNull = m_cell->type == SQLITE_NULL;
        return isNull ? (++m_cell, 0) : integer(0, 1, std::numeric_limits<std::int64_t>::max(), field);
    }
    Date date(Field field) noexcept
    {
        return Date{static_cast<std::int32_t>(integer(0, 0, std::numeric_limits<std::int32_t>::max(), field))};
    }
    Cents cents(Field field) noexcept { return {integer(Cents::kAbsent, 0, kMaxCents.value, field)}; }
    Kilowatts kilowatts(Field field) noexcept { return {integer(Kilowatts::kAbsent, 0, kMaxKilowatts.value, field)}; }
    BasisPoints share(Field field) noexcept
    {
        return {static_cast<std::int32_t>(integer(BasisPoints::kAbsent, 0, kWhole.value, field))};
    }
    std::int32_t number(Field field) noexcept
    {
        return static_cast<std::int32_t>(
            integer(0, std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max(), field));
    }
    bool flag(Field field) noexcept { return integer(0, 0, 1, field) == 1; }
    double decimal(Field field) noexcept;
    /// One of names, by its place; an absent one has the place `absent`.
    template <class Choice, std::size_t N>
    Choice choice(Field field, const std::array<std::string_view, N>& names, Choice absent) noexcept
    {
        const std::string_view name = text(field);
        if (name.empty())
            return absent;
        for (std::size_t i = 0; i < N; ++i)
            if (names[i] == name)
                return static_cast<Choice>(i);
        fail(field, Rule::MalformedValue);
        return absent;
    }
    void fail(Field field, Rule rule) noexcept
    {
        if (!m_isFine)
            return;
        m_isFine = false;
        m_badField = field;
        m_rule = rule;
        m_badCell = m_cell - 1;
    }

private:
    std::int64_t integer(std::int64_t absent, std::int64_t least, std::int64_t most, Field field) noexcept
    {
        const Cell& cell = *m_cell++;
        if (cell.type == SQLITE_NULL) {
            requireNot(field);
            return absent;
        }
        if (cell.type != SQLITE_INTEGER) {
            fail(field, Rule::MalformedValue);
            return absent;
        }
        const std::int64_t number = cell.integer;
        if (number < least || number > most) {
            fail(field, Rule::OutOfRange);
            return absent;
        }
        return number;
    }

    /// Of a field without a value.
    void requireNot(Field field) noexcept
    {
        if (fieldSpec(m_table, field).required)
            fail(field, Rule::Required);
    }

    Table m_table;
    const RowBatch* m_batch;
    const Cell* m_cell = nullptr;
    bool m_isFine = true;
    Field m_badField = 0;
    Rule m_rule = Rule::MalformedValue;
    const Cell* m_badCell = nullptr;
    std::string_view m_key;
};

} // namespace ochain
