// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/tones.h"

#include "figures/palette.h"

namespace ochain {

namespace {

QColor colour(Rgb rgb)
{
    return QColor::fromRgb(rgb);
}

Tones tonesIn(Theme theme)
{
    const Surfaces& s = surfacesOf(theme); // shared with the charts
    const bool isLight = theme == Theme::Light;
    Tones tones;
    tones.paper = colour(s.surface);
    tones.surface = colour(isLight ? 0xF4F6F8 : 0x1C2228);
    tones.hover = colour(isLight ? 0xF0F4F8 : 0x222931);
    tones.line = colour(s.grid);
    tones.soft = colour(s.line);
    tones.edge = colour(isLight ? 0x8B95A0 : 0x6C7884); // 3:1 on paper
    tones.ink = colour(s.ink);
    tones.muted = colour(s.inkSoft);
    tones.accent = colour(s.accent);
    tones.onAccent = colour(isLight ? 0xFFFFFF : 0x0A1620);
    tones.selection = colour(s.accentSoft);
    tones.error = colour(isLight ? 0xB02A1C : 0xFF9285);
    tones.errorPaper = colour(isLight ? 0xFDEEEC : 0x3A1F1E);
    tones.warning = colour(isLight ? 0x7A5300 : 0xF2C15B);
    tones.warningPaper = colour(isLight ? 0xFFF5DC : 0x352B14);
    return tones;
}

} // namespace

const Tones& tonesOf(bool isDark)
{
    static const Tones light = tonesIn(Theme::Light);
    static const Tones dark = tonesIn(Theme::Dark);
    return isDark ? dark : light;
}

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

const Tones& tonesOf(const QPalette& palette)
{
    return tonesOf(isDark(palette));
}

QPalette paletteOf(const Tones& t)
{
    QPalette palette(t.surface, t.paper);
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        const QColor ink = group == QPalette::Disabled ? t.edge : t.ink;
        palette.setColor(group, QPalette::Window, t.paper);
        palette.setColor(group, QPalette::WindowText, ink);
        palette.setColor(group, QPalette::Base, t.paper);
        palette.setColor(group, QPalette::AlternateBase, t.surface);
        palette.setColor(group, QPalette::Text, ink);
        palette.setColor(group, QPalette::PlaceholderText, t.muted);
        palette.setColor(group, QPalette::Button, t.paper);
        palette.setColor(group, QPalette::ButtonText, ink);
        palette.setColor(group, QPalette::ToolTipBase, t.paper);
        palette.setColor(group, QPalette::ToolTipText, t.ink);
        palette.setColor(group, QPalette::BrightText, t.error);
        palette.setColor(group, QPalette::Link, t.accent);
        palette.setColor(group, QPalette::LinkVisited, t.accent);
        palette.setColor(group, QPalette::Highlight, t.selection);
        palette.setColor(group, QPalette::HighlightedText, t.ink);
        palette.setColor(group, QPalette::Light, t.hover);
        palette.setColor(group, QPalette::Midlight, t.line);
        palette.setColor(group, QPalette::Mid, t.edge);
        palette.setColor(group, QPalette::Dark, t.edge);
        palette.setColor(group, QPalette::Shadow, t.line);
    }
    return palette;
}

} // namespace ochain
