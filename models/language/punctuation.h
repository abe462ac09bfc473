// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace ochain {

// What stands between parts of a sentence that is put together at run time, in the language of the moment: "a, b" in
// English, without blanks and as wide as a sign in Chinese.

/// "AMD, Oracle, OpenAI".
[[nodiscard]] QString listOf(const QStringList& parts);
/// "Capacity 6.0 GW → 7.0 GW; Value –".
[[nodiscard]] QString clausesOf(const QStringList& parts);
/// "Revenue: $12B".
[[nodiscard]] QString told(const QString& what, const QString& said);
/// "Revenue, 2027": what is said of it more closely.
[[nodiscard]] QString closer(const QString& what, const QString& more);
/// "Revenue (3)".
[[nodiscard]] QString withAside(const QString& what, const QString& aside);

} // namespace ochain
