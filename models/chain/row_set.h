// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/ids.h"
#include "chain/key_index.h"
#include "chain/shared_list.h"

#include <cassert>
#include <utility>

namespace ochain {

/// The rows of one table: addressed by dense ids, found by key in O(1). An erased row leaves a dead slot, which the
/// next insert uses again. Copies share what none of them has changed.
template <class Row, class RowId>
class RowSet {
public:
    using RowType = Row;

    [[nodiscard]] const Row& operator[](RowId id) const noexcept
    {
        assert(id.value < m_rows.size());
        return m_rows[id.value];
    }
    /// The row for changing it: ask for it before others of the table are read.
    [[nodiscard]] Row& edit(RowId id) { return m_rows.edit(id.value); }
    /// Rows alive.
    [[nodiscard]] std::size_t size() const noexcept { return m_rows.size() - m_dead; }
    /// Slots, dead ones included: ids are below this.
    [[nodiscard]] std::uint32_t slotCount() const noexcept { return static_cast<std::uint32_t>(m_rows.size()); }
    [[nodiscard]] bool isAlive(RowId id) const noexcept
    {
        return id.value < m_rows.size() && m_rows[id.value].head.isAlive;
    }
    [[nodiscard]] const SharedList<Row>& all() const noexcept { return m_rows; }

    /// Calls f(id, row) for each row alive, in id order.
    template <class F>
    void forEach(F&& f) const
    {
        m_rows.forEach([&f](std::size_t i, const Row& row) {
            if (row.head.isAlive)
                f(RowId{static_cast<std::uint32_t>(i)}, row);
        });
    }

    void reserve(std::size_t rows)
    {
        m_rows.reserve(rows);
        m_index.reserve(rows);
    }
    RowId add(Row row)
    {
        if (m_free.empty()) {
            m_rows.add(std::move(row));
            return RowId{static_cast<std::uint32_t>(m_rows.size() - 1)};
        }
        const RowId id{m_free.back()};
        m_free.dropLast();
        --m_dead;
        m_rows.edit(id.value) = std::move(row);
        return id;
    }
    /// Declares a row dead; it keeps its place and contents until release(), so that an edit can be taken back.
    void kill(RowId id)
    {
        m_rows.edit(id.value).head.isAlive = false;
        ++m_dead;
    }
    void revive(RowId id)
    {
        m_rows.edit(id.value).head.isAlive = true;
        --m_dead;
    }
    /// Gives the slot of a dead row free.
    void release(RowId id)
    {
        Row& row = m_rows.edit(id.value);
        row = Row{};
        row.head.isAlive = false;
        m_free.add(id.value);
    }
    [[nodiscard]] KeyIndex& index() noexcept { return m_index; }
    [[nodiscard]] const KeyIndex& index() const noexcept { return m_index; }

private:
    SharedList<Row> m_rows;
    SharedList<std::uint32_t> m_free;
    std::size_t m_dead = 0; ///< free slots and rows killed but not released
    KeyIndex m_index;
};

} // namespace ochain
