// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/row_encoding.h"

#include <memory>

struct XXH3_state_s;

namespace ochain {

/// The digest of an edit of the journal: over that of the edit before, its own row and those of its changes, each in
/// turn. So each edit vouches for all before it.
class EditDigester {
public:
    EditDigester();
    ~EditDigester();
    EditDigester(EditDigester&&) noexcept;
    EditDigester& operator=(EditDigester&&) noexcept;
    EditDigester(const EditDigester&) = delete;
    EditDigester& operator=(const EditDigester&) = delete;

    /// Begins with an edit.
    void begin(const Digest& previous);
    /// A row to be filled in, the edit's own first; take() makes it count.
    [[nodiscard]] RowEncoding& row() noexcept { return m_row; }
    void take();
    [[nodiscard]] Digest end() const noexcept;

private:
    struct Free {
        void operator()(XXH3_state_s* state) const noexcept;
    };
    std::unique_ptr<XXH3_state_s, Free> m_state;
    RowEncoding m_row;
};

} // namespace ochain
