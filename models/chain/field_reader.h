// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <optional>
#include <string>
#include <string_view>

namespace ochain {

/// What is wrong with a text as the value of a field by its form alone: type, range, length, choices. Nothing if it is
/// fine.
[[nodiscard]] std::optional<Problem> checkForm(Table table, std::string_view key, Field field, std::string_view text);

/// The front of a text as a message can show it.
[[nodiscard]] std::string excerptOf(std::string_view text);
/// What keeps a text out of a chain whatever its field, as a sentence: bytes that are no UTF-8, control characters.
[[nodiscard]] std::optional<Sentence> textProblem(std::string_view text, bool isNote);
/// Whether a field holds text that may have lines.
[[nodiscard]] bool isNote(Table table, Field field) noexcept;

/// Makes a problem with its place.
template <class... Args>
[[nodiscard]] Problem problemAt(Rule rule, Table table, std::string_view key, std::optional<Field> field,
                                const char* format, Args&&... args)
{
    return Problem{rule, table, std::string(key), field, Sentence{format, {std::string(std::forward<Args>(args))...}}};
}

enum class FieldRead {
    Done,
    UnknownReference, ///< the text names a row that is not there (yet); the member is left unset
};

/// Sets a field of a row from text that passed checkForm(). The row must be unlinked. Key fields of keyed tables are
/// not set here.
[[nodiscard]] FieldRead readField(Chain& chain, RowRef ref, Field field, std::string_view text);

/// What is said of a text that names a row that is not there; of several, the first that is not.
[[nodiscard]] Problem danglingReference(const Chain& chain, Table table, std::string_view key, Field field,
                                        std::string_view text);

} // namespace ochain
