// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/ids.h"
#include "chain/key_index.h"

#include <cassert>
#include <utility>
#include <vector>

namespace ochain {

/// The rows of one table: contiguous, addressed by dense ids, found by key in O(1). An erased row leaves a dead slot,
/// which the next insert uses again.
template <class Row, class RowId>
class RowSet {
public:
    using RowType = Row;

    [[nodiscard]] const Row& operator[](RowId id) const noexcept
    {
        assert(id.value < m_rows.size());
        return m_rows[id.value];
    }
    [[nodiscard]] Row& operator[](RowId id) noexcept
    {
        assert(id.value < m_rows.size());
        return m_rows[id.value];
    }
    /// Rows alive.
    [[nodiscard]] std::size_t size() const noexcept { return m_rows.size() - m_dead; }
    /// Slots, dead ones included: ids are below this.
    [[nodiscard]] std::uint32_t slotCount() const noexcept { return static_cast<std::uint32_t>(m_rows.size()); }
    [[nodiscard]] bool isAlive(RowId id) const noexcept
    {
        return id.value < m_rows.size() && m_rows[id.value].head.isAlive;
    }
    [[nodiscard]] const std::vector<Row>& all() const noexcept { return m_rows; }

    /// Calls f(id, row) for each row alive, in id order.
    template <class F>
    void forEach(F&& f) const
    {
        for (std::uint32_t i = 0; i < m_rows.size(); ++i)
            if (m_rows[i].head.isAlive)
                f(RowId{i}, m_rows[i]);
    }

    void reserve(std::size_t rows)
    {
        m_rows.reserve(rows);
        m_index.reserve(rows);
    }
    RowId add(Row row)
    {
        if (m_free.empty()) {
            m_rows.push_back(std::move(row));
            return RowId{static_cast<std::uint32_t>(m_rows.size() - 1)};
        }
        const RowId id{m_free.back()};
        m_free.pop_back();
        --m_dead;
        m_rows[id.value] = std::move(row);
        return id;
    }
    /// Declares a row dead; it keeps its place and contents until release(), so that an edit can be taken back.
    void kill(RowId id)
    {
        m_rows[id.value].head.isAlive = false;
        ++m_dead;
    }
    void revive(RowId id)
    {
        m_rows[id.value].head.isAlive = true;
        --m_dead;
    }
    /// Gives the slot of a dead row free.
    void release(RowId id)
    {
        m_rows[id.value] = Row{};
        m_rows[id.value].head.isAlive = false;
        m_free.push_back(id.value);
    }
    [[nodiscard]] KeyIndex& index() noexcept { return m_index; }
    [[nodiscard]] const KeyIndex& index() const noexcept { return m_index; }

private:
    std::vector<Row> m_rows;
    std::vector<std::uint32_t> m_free;
    std::size_t m_dead = 0; ///< free slots and rows killed but not released
    KeyIndex m_index;
};

} // namespace ochain
