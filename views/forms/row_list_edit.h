// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <functional>

class QLineEdit;
class QVBoxLayout;

namespace ochain {

/// Several rows of the chain, one a line, and a line edit that adds one more by typing. Its text is their keys and what
/// is being typed, separated by ;
class RowListEdit final : public QWidget {
    Q_OBJECT
public:
    /// @param name  object name of the line edit
    explicit RowListEdit(const QString& name, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    /// How keys are shown: the name of the row, or nothing if there is none of that key.
    void setNames(std::function<QString(const QString& key)> nameOf);
    /// Takes a row chosen from the list, in place of what was typed.
    void add(const QString& key);
    void setReadOnly(bool isReadOnly);
    [[nodiscard]] QLineEdit* line() const noexcept { return m_line; }

signals:
    void edited(const QString& text);
    /// The line was left, Enter pressed, or a row added or taken away.
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void rebuild();
    void remove(const QString& key);

    std::function<QString(const QString&)> m_nameOf;
    QStringList m_keys;
    QVBoxLayout* m_rows;
    QLineEdit* m_line;
    bool m_isReadOnly = false;
};

} // namespace ochain
