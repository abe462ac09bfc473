// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QString>

class QApplication;
class QLabel;
class QWidget;

namespace ochain {

enum class ThemeChoice { System, Light, Dark };

/// "system", "light" or "dark", as settings keep it.
[[nodiscard]] QString themeName(ThemeChoice choice);
[[nodiscard]] ThemeChoice themeNamed(const QString& name);

/// The four sizes of type, in logical pixels, and the grid everything is set on.
inline constexpr int kTitleSize = 18;
inline constexpr int kHeadingSize = 14;
inline constexpr int kBodySize = 13;
inline constexpr int kNoteSize = 12;
inline constexpr int kGrid = 8;
inline constexpr int kRowHeight = 28;

/// Style, palette, fonts and style sheet of the whole program. May be called again at run time; every widget follows.
void applyTheme(QApplication& application, ThemeChoice choice);
/// Whether the choice comes out dark now; System asks the palette the program started with.
[[nodiscard]] bool isDarkChoice(ThemeChoice choice);

/// The font of a role: Noto Sans, Noto Sans CJK SC for Chinese, tabular figures.
[[nodiscard]] QFont bodyFont();
[[nodiscard]] QFont noteFont();

/// Labels by their role in the page; the style sheet gives size and colour.
void makeTitle(QLabel* label);
void makeHeading(QLabel* label);
void makeNote(QLabel* label);
void makeCaption(QLabel* label);
/// Sets a property the style sheet chooses by, and lets the widget look again.
void setLook(QWidget* widget, const char* property, const QString& value);
/// A name or another text of a file for a button, an action or a tab: no & in it marks a key, no tab begins a shortcut.
[[nodiscard]] QString literally(QString text);

} // namespace ochain
