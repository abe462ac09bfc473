// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit.h"

#include <map>
#include <optional>
#include <string>

namespace ochain {

/// What the fields of the row that was edited last had before, as far as they can have a history: an edit just made may
/// have been a change and no correction.
class RecentChanges {
public:
    /// @param chain  that has the edit
    void follow(const Chain& chain, const Edit& edit, bool isOthers);
    void forget();
    /// What a field had before it was edited, first if it was several times; nothing if it was not, or has that again.
    [[nodiscard]] std::optional<std::string> before(const Chain& chain, RowRef row, Field field) const;

private:
    RowRef m_row;
    std::map<Field, std::string> m_before;
};

} // namespace ochain
