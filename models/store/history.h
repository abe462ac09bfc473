// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/edit.h"

#include <cstdint>
#include <optional>
#include <unordered_set>
#include <vector>

namespace ochain {

/// What can be undone and redone, from the kinds of all edits in order: a change goes onto the stack of what can be
/// undone and forgets what could be done again; an undo moves its change over to what can be done again; a redo moves
/// it back.
class History {
public:
    /// Takes the next edit; seqs grow.
    void take(std::int64_t seq, EditKind kind, std::int64_t of);
    /// The last edit taken, 0 before the first.
    [[nodiscard]] std::int64_t last() const noexcept { return m_last; }
    /// The change that an undo takes back next.
    [[nodiscard]] std::optional<std::int64_t> toUndo() const;
    /// The change that a redo brings again.
    [[nodiscard]] std::optional<std::int64_t> toRedo() const;
    /// Whether a change stands undone.
    [[nodiscard]] bool isUndone(std::int64_t seq) const { return m_undone.contains(seq); }

private:
    static void move(std::int64_t seq, std::vector<std::int64_t>& from, std::vector<std::int64_t>& to);

    std::vector<std::int64_t> m_done; ///< the last on top
    std::vector<std::int64_t> m_redoable;
    std::unordered_set<std::int64_t> m_undone;
    std::int64_t m_last = 0;
};

} // namespace ochain
