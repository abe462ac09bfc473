// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPalette>

namespace ochain {

/// The colours of surfaces, ink and controls in one theme. Data has its own colours, see the charts' palette. Ink on
/// paper is at least 4.5:1, edges of controls at least 3:1, in both themes.
struct Tones {
    QColor paper;     ///< windows, tables, fields
    QColor surface;   ///< strips that stand back: tab rows, headers, pills
    QColor hover;     ///< under the mouse
    QColor line;      ///< hairlines between areas
    QColor soft;      ///< frames round what says by itself what it is
    QColor edge;      ///< edges of controls
    QColor ink;       ///< text
    QColor muted;     ///< text that stands back
    QColor accent;    ///< what is active, links, focus
    QColor onAccent;  ///< text on accent
    QColor selection; ///< the selected row
    QColor error;     ///< text and edge of what is wrong
    QColor errorPaper;
    QColor warning;
    QColor warningPaper;
};

[[nodiscard]] const Tones& tonesOf(bool isDark);
/// The tones of whatever theme a palette belongs to, so that a widget needs nothing but its palette.
[[nodiscard]] const Tones& tonesOf(const QPalette& palette);
[[nodiscard]] bool isDark(const QPalette& palette);
[[nodiscard]] QPalette paletteOf(const Tones& tones);

} // namespace ochain
