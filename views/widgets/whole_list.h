// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QListView>

namespace ochain {

/// A list that is as high as all its rows: whoever holds it scrolls. Its rows may break into lines.
class WholeList final : public QListView {
    Q_OBJECT
public:
    explicit WholeList(QWidget* parent = nullptr);

    void doItemsLayout() override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// Enter, or a click with the left button, on a row.
    void opened(const QModelIndex& index);
    /// The keyboard is on another row, whose place is this.
    void movedTo(const QRect& place);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    [[nodiscard]] QModelIndex firstEnabled(int from, int step) const;
    void tellPlace();
};

} // namespace ochain
