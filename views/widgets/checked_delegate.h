// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/cell_delegate.h"

#include <QList>
#include <QPersistentModelIndex>

#include <tl/expected.hpp>

#include <functional>
#include <utility>

class QLineEdit;

namespace ochain {

class RowPicker;

/// Says what CheckedDelegate finds: an editor is made by a const function, which can send no signal of its own.
class CellNotes final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

signals:
    void noted(const QString& text, bool isWrong);
    /// One of a few values was chosen.
    void chosen(QWidget* editor);
    void overtaken(const QString& text);
};

/// Edits cells in place with the checks of the form: how the input reads is said while typing, and what cannot be read
/// does not leave the editor. Nor does a text over a cell that somebody else has changed meanwhile: a second Enter
/// takes it all the same.
class CheckedDelegate : public CellDelegate {
    Q_OBJECT
public:
    /// What to say about a text typed into a cell: how it reads, or (as the error) what is wrong with it.
    using Reader = std::function<tl::expected<QString, QString>(const QModelIndex& cell, const QString& text)>;
    /// What a cell can be, if it is one of a few: what is stored, and in words.
    using Choices = std::function<QList<std::pair<QString, QString>>(const QModelIndex& cell)>;
    /// Lets a line find a row of the chain, if the cell names one: gives whoever does.
    using Finder = std::function<RowPicker*(const QModelIndex& cell, QLineEdit& line)>;
    CheckedDelegate(Reader reader, Choices choices, QObject* parent);
    void setFinder(Finder finder) { m_finder = std::move(finder); }
    /// What to say where somebody else has changed a cell while a text was typed over it.
    using Teller = std::function<QString(const QModelIndex& cell, const QString& text)>;
    void setTeller(Teller teller) { m_teller = std::move(teller); }

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    /// Takes what is typed into an open editor, as Enter does.
    /// @return false: it stays open, marked
    bool take(QWidget* editor);
    /// What is typed into an open editor, and as the error why that cannot be taken.
    [[nodiscard]] static QString typedIn(const QWidget* editor);
    [[nodiscard]] tl::expected<QString, QString> readingOf(const QWidget* editor) const;
    /// The cell that an editor stands in; invalid for other widgets, or if the cell is gone.
    [[nodiscard]] static QModelIndex cellOf(const QWidget* editor);
    /// Whether what is typed into an editor differs from what its cell says and cannot be taken; says why, and marks
    /// it.
    bool isRefused(QWidget* editor) const;

signals:
    /// How the input reads or why it does not; empty when the editor is gone.
    void noted(const QString& text, bool isWrong);
    /// The cell was left with a text that was not taken, since somebody else had changed it: both are named.
    void overtaken(const QString& text);

private:
    [[nodiscard]] QWidget* createChoice(QWidget* parent, const QList<std::pair<QString, QString>>& choices) const;
    void fill(QWidget* editor, const QModelIndex& index) const;
    [[nodiscard]] QWidget* createLine(QWidget* parent, const QModelIndex& index) const;
    bool judge(QWidget* editor) const;
    [[nodiscard]] static bool isOvertaken(const QWidget* editor);
    bool passes(QWidget* editor) const;
    Reader m_reader;
    Choices m_choices;
    Finder m_finder;
    Teller m_teller;
    CellNotes* m_notes;
};

} // namespace ochain
