// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ochain {

/// Every day on which, by what the file says, something became known, in order: announced deals, known metrics, dated
/// events and adopted claims.
[[nodiscard]] std::vector<Day> knowledgeDays(const Chain& chain);

/// What became known on a day, a sentence each, with names and not keys: events first, then deals, what changed of
/// those that were known, and metrics. Looks at every row of these tables once.
[[nodiscard]] QStringList newsOf(const Chain& chain, Day day);
/// The first of them, and how many more there are: "AMD and OpenAI announce 6 GW; and 3 more".
/// @param most  how many are said in full
[[nodiscard]] QString newsLine(const QStringList& news, qsizetype most);

} // namespace ochain
