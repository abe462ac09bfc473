// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/chart_text.h"

#include <QByteArray>
#include <QRawFont>

#include <set>
#include <vector>

namespace ochain {

/// A font that words of a picture are set in, with what they need of it.
struct UsedFont {
    QRawFont font;
    int weight = 400; ///< that was asked for: the nearest the family has
    std::set<char32_t> characters;
};

/// The fonts of lines, each weight its own.
[[nodiscard]] std::vector<UsedFont> fontsOf(const std::vector<WrittenText>& texts);
/// Characters of lines that no font has, so that a box stands in their place. What is not seen, as spaces and marks of
/// direction, needs no font.
[[nodiscard]] std::vector<char32_t> missingIn(const std::vector<WrittenText>& texts);
/// A font file with no more than the characters used, with kerning and ligatures among them; empty if the font forbids
/// it or cannot be read.
[[nodiscard]] QByteArray subsetOf(const UsedFont& used);

} // namespace ochain
