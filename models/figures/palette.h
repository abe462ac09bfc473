// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <cstdint>

namespace ochain {

enum class Theme : std::uint8_t { Light, Dark };

/// A colour as 0xRRGGBB.
using Rgb = std::uint32_t;

/// A colour in both themes.
struct Swatch {
    Rgb light = 0;
    Rgb dark = 0;
    [[nodiscard]] constexpr Rgb in(Theme theme) const noexcept { return theme == Theme::Dark ? dark : light; }
    bool operator==(const Swatch&) const = default;
};

/// The colours of paper and words in charts; the theme's own. Text contrast is 4.5:1 or better, marks 3:1.
struct Surfaces {
    Rgb surface;    ///< behind everything: paper
    Rgb ink;        ///< titles and figures
    Rgb inkSoft;    ///< labels, notes
    Rgb line;       ///< axes, separators
    Rgb grid;       ///< grid lines
    Rgb accent;     ///< selection, what is looked at
    Rgb accentSoft; ///< behind what is selected
    Rgb warning;    ///< the gap, what has still to be found
};
[[nodiscard]] const Surfaces& surfacesOf(Theme theme) noexcept;

/// The colours of one tier, company or layer.
struct MarkColours {
    Swatch mark; ///< boxes, bars, dots
    Swatch edge; ///< their outline: 3:1 against the surface, same hue
    Swatch soft; ///< ribbons and areas
    bool operator==(const MarkColours&) const = default;
};

/// One hue family a tier root (upstream blue, midstream green, downstream orange, further roots grey), one shade a leaf
/// tier; the same in every view.
[[nodiscard]] MarkColours coloursOf(const Chain& chain, TierId tier);
[[nodiscard]] MarkColours coloursOf(const Chain& chain, NodeId node); ///< of its tier
/// Shade `index` (0 to `count` - 1) of `count` around a tier's colour, for suppliers within one layer.
[[nodiscard]] MarkColours shadeOf(const MarkColours& base, int index, int count);
/// Grey: what is outside, other, left over.
[[nodiscard]] MarkColours outsideColours() noexcept;
/// The accent and the warning of surfacesOf() as marks, for legends.
[[nodiscard]] MarkColours accentColours() noexcept;
[[nodiscard]] MarkColours warningColours() noexcept;
/// Marks from any colour, as the tiers have them: the edge and the soft one follow from it in both themes.
[[nodiscard]] MarkColours marksFrom(Rgb anchor);

/// WCAG contrast of two colours, 1 to 21.
[[nodiscard]] double contrast(Rgb a, Rgb b) noexcept;

} // namespace ochain
