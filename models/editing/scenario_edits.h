// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit.h"
#include "chain/problem.h"
#include "document/document.h"
#include "scenarios/overrides.h"

#include <QString>

#include <optional>

#include <tl/expected.hpp>

namespace ochain {

// The scenarios that are kept in the file: what is done to them, as edits.

/// A new one, under a key made from its name, that overrides these fields. Its row is that of the edit's first change.
/// @param name  in the language of the moment; not empty
/// @param note  what is assumed; may be empty
[[nodiscard]] tl::expected<Edit, Problem> scenarioKept(const Chain& chain, const QString& name, const QString& note,
                                                       const Overrides& overrides);
/// Another name in the language of the moment, and another note.
[[nodiscard]] tl::expected<Edit, Problem> scenarioDescribed(const Chain& chain, ScenarioId scenario,
                                                            const QString& name, const QString& note);
/// What it overrides, in place of what it did.
[[nodiscard]] tl::expected<Edit, Problem> scenarioChanged(const Chain& chain, ScenarioId scenario,
                                                          const Overrides& overrides);
/// With what it overrides.
[[nodiscard]] tl::expected<Edit, Problem> scenarioErased(const Chain& chain, ScenarioId scenario);
/// The fields of the base get the values that they are overridden with, as one edit.
/// @param scenario  whose they are; unset: of none that is kept
[[nodiscard]] tl::expected<Edit, Problem> madeSo(const Chain& chain, ScenarioId scenario, const Overrides& overrides);

/// Has the scenario that is viewed and edited override these fields: an edit of the file.
/// @return nothing if it was done, else a sentence for a person
[[nodiscard]] std::optional<QString> changeScenario(Document& document, const Overrides& overrides);

/// What forms show and edit: the base, or while a scenario is edited the chain as that has it.
[[nodiscard]] const Chain& editedChain(const Document& document) noexcept;
/// What would refuse an edit of editedChain() as one of the scenario that is edited: rows that it adds or erases, and
/// what the rules say.
[[nodiscard]] Problems problemsInScenario(const Document& document, const Edit& edit);
/// Makes it: each field that it sets is overridden.
[[nodiscard]] tl::expected<void, Document::Refused> applyToScenario(Document& document, const Edit& edit);
/// Has the scenario that is edited override a field with what was typed, and others of the row with what that says.
[[nodiscard]] std::optional<QString> overrideTyped(Document& document, RowRef row, Field field, const QString& text);
/// The scenario that is edited gives a field back to the base.
[[nodiscard]] std::optional<QString> giveBack(Document& document, RowRef row, Field field);

/// A copy's name that nothing else has: "Power slips twelve months 2".
[[nodiscard]] QString nameOfCopy(const Chain& chain, ScenarioId scenario);

} // namespace ochain
