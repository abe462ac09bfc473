// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QListView>

class QLabel;
class QLineEdit;

namespace ochain {

/// The list that opens under a field of what may be meant by what is typed there. Nothing in it is chosen by itself:
/// the arrow keys light a row, Enter or Tab takes the one that is lit, a click takes what it hits, and the light goes
/// out as soon as one types on or the rows change. MatchRole of a row stands muted beside its name.
///
/// Not a QCompleter, which makes the first row current whenever it opens unfiltered and takes what is current on Enter,
/// though nobody has chosen it.
class ChoiceList final : public QListView {
    Q_OBJECT
public:
    /// @param line      where one types; the list's parent
    /// @param keyboard  what has the keyboard: the line, or the box around it
    ChoiceList(QLineEdit& line, QWidget& keyboard);

    void setModel(QAbstractItemModel* model) override;
    /// Opens the list under the field with no row lit; closes it if there is nothing to offer.
    void offer();
    void light(const QModelIndex& index);
    /// A line below the rows: how to go on if none of them is meant. Empty: none.
    void setHint(const QString& text);
    /// The row that the user has lit; invalid if none.
    [[nodiscard]] QModelIndex lit() const;
    /// Whether the mouse has been moved since the list opened: before, the row that happens to be under it is no
    /// choice.
    [[nodiscard]] bool isPointing() const noexcept { return m_isPointing; }
    /// Does with a key pressed in the field what the list does with it.
    /// @return whether the field shall not see the key
    bool handleKey(const QKeyEvent& event);

signals:
    void chosen(const QModelIndex& index);
    /// Down was pressed in the field while the list was closed.
    void wanted();
    /// The keyboard has left the field: what was looked for is not looked for any more.
    void left();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void moveBy(int rows);
    void take(const QModelIndex& index);
    void putUnderField();

    QWidget& m_keyboard;
    QLabel* m_hint;
    QPoint m_mouse; ///< where it was when the list opened
    bool m_isPointing = false;
};

} // namespace ochain
