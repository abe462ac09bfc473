// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/impact.h"

#include <QString>
#include <QStringList>

#include <cstddef>

class QFontMetrics;

namespace ochain {

/// One moved figure in words.
struct ImpactWords {
    QString what;   ///< "OpenAI Group PBC, chips"
    QString change; ///< "26.0 GW → 27.0 GW"; of a binding layer "cloud → chips", or "cloud, unchanged"
    QString brief;  ///< "OpenAI Group PBC, chips +1.0 GW to 27.0 GW"
    QString way;    ///< "▲", "▼" or "="
};
[[nodiscard]] ImpactWords impactWords(const Chain& chain, const ImpactLine& line);

/// The status bar's sentence about an edit: its first two figures and how many more. Empty if nothing moved.
[[nodiscard]] QString impactSentence(const Chain& chain, const Impact& impact);
/// As much of it as fits into so many pixels: whole figures, each after its name; the last one may be whole words of
/// its name alone. How many more there are stands as long as a word does.
[[nodiscard]] QString impactSentence(const Chain& chain, const Impact& impact, const QFontMetrics& metrics, int room);
/// All of it, a line a figure.
/// @param most  lines; what is left over is counted in a last one
[[nodiscard]] QStringList impactLines(const Chain& chain, const Impact& impact, std::size_t most);

} // namespace ochain
