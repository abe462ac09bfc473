// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/cell_delegate.h"
#include "figures/parse_input.h"

#include <functional>

class QLineEdit;

namespace ochain {

/// Says what CheckedDelegate finds: an editor is made by a const function, which can send no signal of its own.
class CellNotes final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

signals:
    void noted(const QString& text, bool isWrong);
};

/// Edits cells in place with the checks of the form: how the input reads is said while typing, and what cannot be read
/// does not leave the editor.
class CheckedDelegate final : public CellDelegate {
    Q_OBJECT
public:
    /// What a text in a column stands for.
    using Reader = std::function<ReadResult(int column, const QString& text)>;
    CheckedDelegate(Reader reader, QObject* parent);

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    /// How the input reads or why it does not; empty when the editor is gone.
    void noted(const QString& text, bool isWrong);

private:
    bool judge(QLineEdit* editor) const;
    Reader m_reader;
    CellNotes* m_notes;
};

} // namespace ochain
