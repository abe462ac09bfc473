// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/edit.h"
#include "document/document.h"

#include <tl/expected.hpp>

#include <string>

namespace ochain {

// What can be done to a whole row, by menu and key.

/// Rows that can be copied and deleted by a command.
[[nodiscard]] bool canDuplicate(Table table) noexcept;
[[nodiscard]] bool canDelete(Table table) noexcept;

/// A copy of a row under a new key, with its citations: of a deal with its tranches, of a node with "(copy)" in its
/// names and without its metrics, which would count twice in their series.
[[nodiscard]] tl::expected<Edit, Problem> duplicateOf(const Chain& chain, RowRef row, std::string* newKey);

/// The end of a row and of what belongs to it alone; a node's metrics go with it.
[[nodiscard]] tl::expected<Edit, Problem> deletionOf(const Chain& chain, RowRef row);
/// Why a deletion was refused: what is in the way, by name; else what the engine says.
[[nodiscard]] QString whyNotDeleted(const Chain& chain, RowRef row, const Document::Refused& refused);

} // namespace ochain
