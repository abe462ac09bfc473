// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "editing/row_draft.h"

#include <QString>

#include <optional>
#include <vector>

namespace ochain {

/// A text that was typed and does not stand in the chain.
struct UnsavedText {
    QString row; ///< what it is about
    QString field;
    QString text;
    QString why; ///< what keeps it out; empty: nothing is known to
    // where it was typed, if that is a field of a form
    std::optional<RowRef> ref;
    int fieldNumber = -1;
    std::optional<Table> newRowOf; ///< of a row that is not in the chain yet
};

/// All of a draft that a person has typed, each text with what keeps it out, found by trying it.
[[nodiscard]] std::vector<UnsavedText> unsavedOf(Document& document, const RowDraft& draft);

} // namespace ochain
