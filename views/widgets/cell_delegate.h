// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QStyledItemDelegate>

namespace ochain {

/// Draws the facts of the item models as the window shows them: figures to the right, what nobody gave pale, assumed
/// figures on a dashed line, what does not count under the lens pale, edits taken back struck through.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit CellDelegate(QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

/// A cell as a pill.
/// @param cell  with its style and text as the delegate has initialised them
void paintPill(QPainter* painter, const QStyleOptionViewItem& option, QStyleOptionViewItem cell);

/// The severity of a problem: a sign and a word.
class SeverityDelegate final : public CellDelegate {
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

/// Names in the chain tree, with the swatch of their tier; roots in bold.
class TreeNameDelegate final : public CellDelegate {
    Q_OBJECT
public:
    TreeNameDelegate(const Document& document, QObject* parent);

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    const Document& m_document;
};

} // namespace ochain
