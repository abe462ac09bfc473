// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/checked_delegate.h"

#include <QAbstractItemDelegate>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QPersistentModelIndex>

#include <functional>

namespace ochain {

/// A table or tree that tells when the user goes to another row by key. Its current row alone tells nothing: filters,
/// edits, sorting and the mere arrival of the keyboard move it too, and that is nobody's choice.
template <class View>
class KeyedView final : public View {
public:
    using Chosen = std::function<void(const QModelIndex& index)>;
    KeyedView(Chosen chosen, QWidget* parent) : View(parent), m_chosen(std::move(chosen)) {}

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        const QPersistentModelIndex before = this->currentIndex();
        const QItemSelectionModel* selection = this->selectionModel();
        const bool wasLit = selection != nullptr && selection->isSelected(before);
        const bool isStep = event->key() == Qt::Key_Down || event->key() == Qt::Key_Up;
        if (isStep && before.isValid() && !wasLit && event->modifiers() == Qt::NoModifier)
            this->setCurrentIndex(before); // the first step goes to the row the keyboard stands on
        else
            View::keyPressEvent(event);
        const QModelIndex now = this->currentIndex();
        const bool isOther = now.row() != before.row() || now.parent() != before.parent();
        const bool isLit = now.isValid() && this->selectionModel()->isSelected(now);
        if (now.isValid() && (isOther || (isLit && !wasLit)))
            m_chosen(now);
    }

    /// A text that cannot be taken stays in its cell, wherever the keyboard or the mouse went, until it is mended or
    /// given up with Esc.
    void commitData(QWidget* editor) override
    {
        if (!keepsEditor(editor))
            View::commitData(editor);
    }
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override
    {
        if (hint == QAbstractItemDelegate::RevertModelCache || !keepsEditor(editor))
            View::closeEditor(editor, hint);
    }

private:
    [[nodiscard]] bool keepsEditor(QWidget* editor) const
    {
        const QModelIndex cell = CheckedDelegate::cellOf(editor);
        const auto* delegate = qobject_cast<const CheckedDelegate*>(this->itemDelegateForIndex(cell));
        return cell.isValid() && delegate != nullptr && delegate->isRefused(editor);
    }

    Chosen m_chosen;
};

} // namespace ochain
