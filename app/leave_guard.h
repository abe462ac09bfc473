// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "forms/unsaved_text.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

namespace ochain {

class MessageBar;
class Navigator;
class UnsavedDialog;

struct WindowPanels;

/// Stands before whatever ends the work on a file, closing the window or another file in its place: nothing that was
/// typed and not saved goes without a word.
class LeaveGuard final : public QObject {
    Q_OBJECT
public:
    /// All must outlive the guard.
    LeaveGuard(QWidget& window, const WindowPanels& panels, const MessageBar& bar, Navigator& navigator);
    ~LeaveGuard() override;

    /// Saves what is half typed and can be. If nothing is left to lose, does `go` at once and says true; else asks, and
    /// does it when the user has saved or discarded the rest.
    [[nodiscard]] bool leave(std::function<void()> go);

private:
    [[nodiscard]] std::vector<UnsavedText> unsaved();
    [[nodiscard]] std::vector<UnsavedText> takeCells();
    void ask(std::vector<UnsavedText> texts);
    void save();
    void finish();
    void goBack();

    QWidget& m_window;
    const WindowPanels& m_panels;
    const MessageBar& m_bar;
    Navigator& m_navigator;
    std::function<void()> m_go;
    std::vector<UnsavedText> m_texts; ///< that were asked about last
    QPointer<UnsavedDialog> m_dialog;
    QPointer<QWidget> m_field; ///< that had the keyboard
};

} // namespace ochain
