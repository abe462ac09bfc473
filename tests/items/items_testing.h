// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document_testing.h"

#include <QAbstractItemModel>
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QStringList>

namespace ochain::testing {

/// A model (or a tree) as indented text, column 0 and those given, so that one failure shows it all.
[[nodiscard]] QString asText(const QAbstractItemModel& model, const QList<int>& columns = {0},
                             const QModelIndex& parent = {}, int depth = 0);

/// The chain of ChainFile as the tree of the window shows it, as asText() writes it.
[[nodiscard]] QString wholeTree();

/// Counts what a model announces, and fails the test as soon as it breaks the rules of item models.
class Watch {
public:
    explicit Watch(QAbstractItemModel& model);

    /// Texts of column 0 of the rows announced as changed, in the order they were, each once.
    [[nodiscard]] QStringList changedRows() const;
    [[nodiscard]] int changes() const { return static_cast<int>(m_changes.size()); }
    [[nodiscard]] int inserts() const { return static_cast<int>(m_inserts.size()); }
    [[nodiscard]] int removals() const { return static_cast<int>(m_removals.size()); }
    [[nodiscard]] int moves() const { return static_cast<int>(m_moves.size()); }
    /// Resets and layout changes: none is wanted for an edit.
    [[nodiscard]] int upheavals() const { return static_cast<int>(m_resets.size() + m_layouts.size()); }
    [[nodiscard]] int resets() const { return static_cast<int>(m_resets.size()); }
    [[nodiscard]] const QSignalSpy& spy() const { return m_changes; }
    void clear();

private:
    QAbstractItemModelTester m_tester;
    QSignalSpy m_changes, m_inserts, m_removals, m_moves, m_resets, m_layouts;
};

/// The index of the row that stands for a row of the chain, anywhere in the model.
[[nodiscard]] QModelIndex find(const QAbstractItemModel& model, RowRef row, const QModelIndex& parent = {});

} // namespace ochain::testing
