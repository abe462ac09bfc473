// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QKeyEvent;
class QMainWindow;
class QWidget;

namespace ochain {

/// Lets the keys of the menus work wherever the keyboard is in the window, in its popups too. A text field claims many
/// keys before any menu sees them: on some desktops Ctrl+E and Ctrl+K for its cursor, everywhere undo and redo, even
/// with nothing to undo. It keeps those that it needs.
class MenuKeys final : public QObject {
    Q_OBJECT
public:
    /// @param window  whose actions they are; the parent
    explicit MenuKeys(QMainWindow& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool isOurs(const QWidget& widget) const;
    [[nodiscard]] bool isOfMenu(const QKeyEvent& key) const;

    QMainWindow& m_window;
};

} // namespace ochain
