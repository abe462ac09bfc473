// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeyCombination>
#include <QString>

#include <cstdint>
#include <span>

class QAction;
class QMenu;
class QWidget;

namespace ochain {

class CsvActions;
class Document;
class EditActions;
class FileActions;
class GraphActions;
class PictureActions;
class Navigator;
class RestoreActions;
class TableActions;
class ViewActions;
class WhatIfActions;
class WindowLook;

struct WindowPanels;

/// Whom the actions of the window give their orders to.
struct WindowParts {
    QWidget& window;
    const WindowPanels& panels;
    WindowLook& look;
    FileActions& files;
    ViewActions& views;
    PictureActions& pictures;
    CsvActions& csv;
    GraphActions& graphs;
    RestoreActions& restore;
    EditActions& edits;
    TableActions& cells;
    WhatIfActions& whatIf;
    Navigator& navigator;
};

/// Where an action stands: in the bar at the top of the window, or in a menu.
enum class Menu : std::uint8_t {
    Bar,
    File,
    Recent,
    Edit,
    View,
    Lens,
    Saved,
    Picture,
    TreeColumns,
    TableColumns,
    Theme,
    Language,
    Help,
    None
};
inline constexpr std::size_t kMenus = static_cast<std::size_t>(Menu::None);

/// An order may always be given.
[[nodiscard]] constexpr bool isAlways(const Document* /*document*/)
{
    return true;
}

/// All that there is to know about an action, or about a menu that opens from another.
struct ActionRow {
    Menu in = Menu::Bar;
    Menu opens = Menu::None;    ///< of a menu
    bool isApart = false;       ///< a line above it
    bool isExclusive = false;   ///< of a menu: one of its actions is chosen
    const char* name = nullptr; ///< object name, which does not change
    const char* text = nullptr; ///< of context "Action"
    QKeyCombination keys = Qt::Key_unknown;
    const char* icon = nullptr;
    /// When it may be given. The document is null while there is none.
    bool (*isEnabled)(const Document*) = isAlways;
    void (*run)(const WindowParts&) = nullptr;
    /// Of an action that is on or off: which of both it is, asked each time its menu opens.
    bool (*isOn)(const WindowParts&) = nullptr;
    /// What it would be done to, and the text that says so.
    QString (Document::*object)() const = nullptr;
    const char* textWithObject = nullptr;
    /// Of a menu: fills it each time it opens.
    void (*fill)(const WindowParts&, QMenu&) = nullptr;
    /// An action that a panel brings along, name and text as well.
    QAction* (*ofPanel)(const WindowPanels&) = nullptr;
};

/// Every action and menu of the window, in the order of the menus; a menu before what is in it.
[[nodiscard]] std::span<const ActionRow> actionRows();
/// A text of the table in the language of the moment.
[[nodiscard]] QString actionText(const char* text);

} // namespace ochain
