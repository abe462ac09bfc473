// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/palette.h"

#include "chain/ancestry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace ochain {

namespace {

// Okabe and Ito's colours, told apart by the colour-blind; further roots are what is outside.
constexpr std::array<Rgb, 3> kAnchors{0x0072B2, 0x009E73, 0xE69F00};
constexpr Rgb kOutside = 0x8A94A0;
constexpr double kMarkContrast = 3.0;
constexpr double kWordContrast = 4.8;

struct Lch {
    double lightness = 0; ///< 0 to 1
    double chroma = 0;
    double hue = 0; ///< radians
};

double linear(Rgb rgb, int shift)
{
    const double channel = static_cast<double>((rgb >> shift) & 0xFFU) / 255.0;
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

Rgb encoded(double channel, int shift)
{
    const double clipped = std::clamp(channel, 0.0, 1.0);
    const double gamma = clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * std::pow(clipped, 1.0 / 2.4) - 0.055;
    return static_cast<Rgb>(std::lround(gamma * 255.0)) << shift;
}

/// Ottosson's OKLab, in which equal steps look equal.
Lch toLch(Rgb rgb)
{
    const double r = linear(rgb, 16);
    const double g = linear(rgb, 8);
    const double b = linear(rgb, 0);
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    const double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
    const double c = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, std::hypot(a, c), std::atan2(c, a)};
}

Rgb toRgb(const Lch& lch)
{
    const double a = lch.chroma * std::cos(lch.hue);
    const double c = lch.chroma * std::sin(lch.hue);
    const double l = std::pow(lch.lightness + 0.3963377774 * a + 0.2158037573 * c, 3);
    const double m = std::pow(lch.lightness - 0.1055613458 * a - 0.0638541728 * c, 3);
    const double s = std::pow(lch.lightness - 0.0894841775 * a - 1.2914855480 * c, 3);
    return encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, 16) |
           encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s, 8) |
           encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s, 0);
}

double luminance(Rgb rgb)
{
    return 0.2126 * linear(rgb, 16) + 0.7152 * linear(rgb, 8) + 0.0722 * linear(rgb, 0);
}

Rgb mixed(Rgb over, Rgb under, double share)
{
    Rgb result = 0;
    for (const int shift : {16, 8, 0}) {
        const double top = static_cast<double>((over >> shift) & 0xFFU);
        const double bottom = static_cast<double>((under >> shift) & 0xFFU);
        result |= static_cast<Rgb>(std::lround(top * share + bottom * (1 - share))) << shift;
    }
    return result;
}

/// The colour moved in lightness until it stands out from the paper.
Rgb standingOut(Rgb colour, Rgb paper, double wanted)
{
    Lch lch = toLch(colour);
    const double step = luminance(paper) > 0.5 ? -0.01 : 0.01;
    Rgb result = colour;
    while (contrast(result, paper) < wanted && lch.lightness > 0.02 && lch.lightness < 0.98) {
        lch.lightness += step;
        result = toRgb(lch);
    }
    return result;
}

Rgb lighter(Rgb colour, double lightness, double hueDegrees)
{
    Lch lch = toLch(colour);
    lch.lightness = std::clamp(lch.lightness + lightness, 0.05, 0.95);
    lch.hue += hueDegrees / 180.0 * 3.14159265358979;
    return toRgb(lch);
}

/// Leaf tiers below a root in tier order, and where a tier stands among them (an inner tier: its first leaf).
struct Shade {
    int index = 0;
    int count = 1;
};

Shade placeOf(const Chain& chain, TierId tier, TierId root)
{
    const auto isLeaf = [&](TierId each) {
        return std::none_of(chain.tierOrder().begin(), chain.tierOrder().end(),
                            [&](TierId other) { return chain.tiers()[other].parent == each; });
    };
    const auto isBelow = [&](TierId each, TierId top) { return isAtOrIn(chain.tiers(), each, top); };
    Shade place{-1, 0};
    for (const TierId each : chain.tierOrder()) {
        if (!isBelow(each, root) || !isLeaf(each))
            continue;
        if (place.index < 0 && isBelow(each, tier))
            place.index = place.count;
        ++place.count;
    }
    return {std::max(place.index, 0), std::max(place.count, 1)};
}

/// Which root a tier hangs from, counted in tier order.
std::size_t rootIndex(const Chain& chain, TierId root)
{
    std::size_t index = 0;
    for (const TierId each : chain.tierOrder()) {
        if (each == root)
            return index;
        if (!chain.tiers()[each].parent.isSet())
            ++index;
    }
    return index;
}

Rgb shade(Rgb anchor, int index, int count)
{
    if (count < 2)
        return anchor;
    const double at = static_cast<double>(index) / static_cast<double>(count - 1); // 0 dark to 1 light
    return lighter(anchor, -0.07 + 0.19 * at, -10.0 + 20.0 * at);
}

} // namespace

const Surfaces& surfacesOf(Theme theme) noexcept
{
    static constexpr Surfaces kLight{0xFFFFFF, 0x151A1F, 0x56606B, 0xC4CBD2, 0xE1E6EB, 0x0B5A94, 0xE4EEF8, 0xB02A1C};
    static constexpr Surfaces kDark{0x14181D, 0xE8ECEF, 0xA2ADB8, 0x4A545F, 0x2C343D, 0x6CB8F2, 0x1F3B55, 0xFF9285};
    return theme == Theme::Dark ? kDark : kLight;
}

double contrast(Rgb a, Rgb b) noexcept
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

MarkColours marksFrom(Rgb anchor)
{
    const Rgb white = surfacesOf(Theme::Light).surface;
    const Rgb black = surfacesOf(Theme::Dark).surface;
    MarkColours colours;
    colours.mark = {anchor, standingOut(anchor, black, kMarkContrast)};
    colours.edge = {standingOut(anchor, white, kMarkContrast), standingOut(anchor, black, 4.5)};
    colours.soft = {mixed(anchor, white, 0.34), mixed(colours.mark.dark, black, 0.46)};
    for (double share = 0.46; contrast(colours.soft.dark, surfacesOf(Theme::Dark).ink) < kWordContrast; share -= 0.02)
        colours.soft.dark = mixed(colours.mark.dark, black, share); // words are written on ribbons
    return colours;
}

MarkColours coloursOf(const Chain& chain, TierId tier)
{
    if (!tier.isSet())
        return outsideColours();
    const TierId root = chain.rootOf(tier);
    const std::size_t hue = rootIndex(chain, root);
    if (hue >= kAnchors.size())
        return outsideColours();
    if (tier == root)
        return marksFrom(kAnchors[hue]);
    const Shade place = placeOf(chain, tier, root);
    return marksFrom(shade(kAnchors[hue], place.index, place.count));
}

MarkColours coloursOf(const Chain& chain, NodeId node)
{
    return node.isSet() ? coloursOf(chain, chain.nodes()[node].tier) : outsideColours();
}

/// On each paper the shades spread from the one that stands out least to the other end: what lies next to each other
/// differs as much as it can.
MarkColours shadeOf(const MarkColours& base, int index, int count)
{
    const double at = count < 2 ? 0.5 : static_cast<double>(index) / static_cast<double>(count - 1); // 0 dark, 1 light
    const double turn = -12.0 + 24.0 * at;
    const MarkColours onWhite = marksFrom(lighter(base.mark.light, -0.18 + 0.29 * at, turn));
    const MarkColours onBlack = marksFrom(lighter(base.mark.light, -0.03 + 0.29 * at, turn));
    return {{onWhite.mark.light, onBlack.mark.dark},
            {onWhite.edge.light, onBlack.edge.dark},
            {onWhite.soft.light, onBlack.soft.dark}};
}

MarkColours accentColours() noexcept
{
    const Swatch accent{surfacesOf(Theme::Light).accent, surfacesOf(Theme::Dark).accent};
    return {accent, accent, accent};
}

MarkColours warningColours() noexcept
{
    const Swatch warning{surfacesOf(Theme::Light).warning, surfacesOf(Theme::Dark).warning};
    return {warning, warning, warning};
}

MarkColours outsideColours() noexcept
{
    static const MarkColours kGrey = marksFrom(kOutside);
    return kGrey;
}

} // namespace ochain
