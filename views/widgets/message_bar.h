// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QTimer;
class QToolButton;

namespace ochain {

/// A strip at the top of the window that says what happened and what can be done, without stopping anybody. One message
/// at a time; the newest counts. Each is about something, and goes when that is over.
class MessageBar final : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Notice, Warning, Error };
    /// What a message is about, and so how long it stands, if nobody dismisses it and nothing newer is said.
    enum class Cause {
        Done,     ///< something was done beside the chain: for a moment; with a button until the next message
        Edit,     ///< an edit, with the way back: until that is none any more, with the next edit of anybody
        Others,   ///< edits of others: for a moment, or until they are undone
        Refusal,  ///< an order that the chain refused: until the next edit, for then it may be different
        Exchange, ///< an import, export or copy that failed: until the next one
        Opening,  ///< a file that did not open: until another is being opened
        // Conditions: what stands meanwhile is said again once a newer message is over.
        Saving,  ///< an edit that the file could not take: until one is saved
        Reading, ///< the file cannot be read: until it can
        Erased,  ///< a row about which something was typed was deleted by others: until it is back
        File,    ///< how the file is: as long as it is open
    };
    struct Message {
        Cause cause = Cause::Done;
        Kind kind = Kind::Notice;
        QString text;
        QString action;             ///< text of a button, empty for none
        std::function<void()> todo; ///< what the button does
    };

    explicit MessageBar(QWidget* parent = nullptr);

    void say(const Message& message);
    /// What messages of that cause are about is over.
    void end(Cause cause);
    /// Another file: nothing that was said is about it.
    void clear();
    [[nodiscard]] QString text() const;
    /// What was said about a condition that still stands, dismissed or not; empty if none of that cause does.
    [[nodiscard]] QString standing(Cause cause) const;
    /// The user has read it.
    void dismiss();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut();
    void act();
    void fill(const Message& message);
    void showNewest();
    [[nodiscard]] const Message* newest() const;
    [[nodiscard]] bool wasSaid(const Message& message) const;

    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_action;
    QToolButton* m_close;
    QTimer* m_moment;
    std::optional<Message> m_event;    ///< what happened last
    std::vector<Message> m_conditions; ///< the newest last
    std::vector<Message> m_dismissed;  ///< conditions that were read and still stand
};

} // namespace ochain
