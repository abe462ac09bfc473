// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/history.h"

#include <algorithm>

namespace ochain {

void History::take(std::int64_t seq, EditKind kind, std::int64_t of)
{
    m_last = seq;
    switch (kind) {
    case EditKind::Change:
        m_done.push_back(seq);
        m_redoable.clear();
        break;
    case EditKind::Undo:
        move(of, m_done, m_redoable);
        m_undone.insert(of);
        break;
    case EditKind::Redo:
        move(of, m_redoable, m_done);
        m_undone.erase(of);
        break;
    case EditKind::Accept: // the changes of another program: nothing to undo, and what could be done again may not fit
        m_redoable.clear();
        break;
    }
}

std::optional<std::int64_t> History::toUndo() const
{
    return m_done.empty() ? std::nullopt : std::optional(m_done.back());
}

std::optional<std::int64_t> History::toRedo() const
{
    return m_redoable.empty() ? std::nullopt : std::optional(m_redoable.back());
}

void History::move(std::int64_t seq, std::vector<std::int64_t>& from, std::vector<std::int64_t>& to)
{
    const auto found = std::find(from.rbegin(), from.rend(), seq);
    if (found == from.rend())
        return; // a journal that somebody else wrote; what it says about edits that are not there means nothing
    from.erase(std::next(found).base());
    to.push_back(seq);
}

} // namespace ochain
