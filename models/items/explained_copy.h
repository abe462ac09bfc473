// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/explained_words.h"
#include "items/explanation_model.h"

#include <QString>

#include <cstdint>

namespace ochain {

/// How an explanation goes on the clipboard.
enum class CopyAs : std::uint8_t { Text, Markdown, Tsv };

/// The whole tree, open or not: as indented lines, as nested lists under the sentence in bold, or a line a row with its
/// level, with plain numbers.
[[nodiscard]] QString copied(const ExplanationModel& model, const ExplainedSentence& sentence, CopyAs as);
/// In Markdown no character of a name is a mark.
[[nodiscard]] QString withoutMarks(const QString& text);

} // namespace ochain
