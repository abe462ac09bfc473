// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QString>

#include <optional>
#include <vector>

namespace ochain {

// How tables send what people type as edits.

/// Reads what was typed into one field of one row, builds the edit and applies it, with what the text says of other
/// fields.
/// @return nothing if it was done (or changes nothing), else a sentence for a person
[[nodiscard]] std::optional<QString> applyTyped(Document& document, RowRef row, Field field, const QString& text);

/// The first sentence of what was refused, translated.
[[nodiscard]] QString refusedText(const Document::Refused& refused);

/// The deals that cite otherwise after an edit: those whose citations, or whose tranches' citations, it changes.
[[nodiscard]] std::vector<DealId> dealsWithChangedCitations(const Chain& chain, const Edit& edit);

} // namespace ochain
