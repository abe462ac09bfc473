// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <QList>
#include <QModelIndex>
#include <QVariant>

#include <optional>

namespace ochain {

/// What a cell, a row or a header says in each role; all item models share them. Facts only: how they look is up to
/// delegates. Of Qt's own roles Qt::DisplayRole is text for people in the language of the model, Qt::EditRole text that
/// readTyped() reads back, Qt::ToolTipRole the full value.
enum ItemRole : int {
    SortRole = Qt::UserRole + 1, ///< the number unrounded (qlonglong, double) or the text; invalid where there is none
    RowRefRole,                  ///< qulonglong, packed RowRef of what the row stands for; see rowRefOf()
    KeyRole,                     ///< QString, key of that row
    PlainRole,                   ///< QString, the cell for a spreadsheet: plain numbers, ISO dates, else the text
    NumericRole,     ///< bool, the cell (of a header: the column) is a number (right-aligned, tabular figures)
    UndisclosedRole, ///< int, deals that would add to this figure but have no amount; 0 if the figure is whole
    AbsentRole,      ///< bool, nobody gave this figure (it is not zero)
    AssumedRole,     ///< double 0 to 1: share of assumed deals among those that cross a group's border; of a deal or
                     ///< tranche 0 or 1
    TierRootRole,    ///< int, place of the root tier among the roots: the hue. -1 outside all of them
    TierShadeRole,   ///< int, place of the leaf tier within its root: the shade
    ItemKindRole,    ///< int, an ItemKind
    SeverityRole,    ///< int, a Severity (problems)
    BasisRole,       ///< int, a Basis
    CountsRole,      ///< bool, whether the row counts under the lens
    UndoneRole,      ///< bool, whether the edit has been taken back (history)
    SeqRole,         ///< qlonglong, seq of the edit in the journal (history)
    UrlRole,         ///< QString, address to open; https only, else empty
    FieldRole,       ///< int, the Field concerned; -1 if none (problems, cells of fields, headers of them)
    ChangeRole,      ///< int, an EditLine::Kind: what becomes of a row or a field (lines of an edit)
    MatchRole,       ///< QString, what matched and where, for a second line (find)
    WidthRole,       ///< of a header: int, the width of the column to begin with, in pixels at 96 dpi
    HiddenRole,      ///< of a header: bool, whether the column is hidden to begin with
    ContentRole,     ///< of a header: int, a ColumnContent: what its cells hold, as far as it can be compared
    NamesRole,       ///< of a header: QStringList, its title in every language, the English one first
    FigureCellRole,  ///< FigureCell, which figure the cell shows: what can be explained; invalid where it is none
    AsideRole,       ///< QString, what stands quietly after the text
};

// What dataChanged names; a change of anything less names its roles where it happens.

/// All that the fields of a row decide: after an edit of it.
[[nodiscard]] const QList<int>& rowRoles();
/// A figure: after edits elsewhere, or under another lens.
[[nodiscard]] const QList<int>& figureRoles();
/// Texts: after another language or another name.
[[nodiscard]] const QList<int>& textRoles();

/// What a row of a tree or of the quick find stands for.
enum class ItemKind : int { Tier, Node, Deal, Metric, Event, Source, Status };

/// What the cells of a column hold, for whoever compares them with what is typed.
enum class ColumnContent : int {
    Text,
    Money,         ///< SortRole in US cents
    Capacity,      ///< SortRole in kilowatts
    Share,         ///< SortRole in basis points
    MoneyPerPower, ///< SortRole in US cents per gigawatt
    Count,
    Start, ///< a date (or the beginning of PlainRole), which stands for its first day
    End,   ///< a date, which stands for its last day
};

/// The row of the chain that an index stands for.
[[nodiscard]] std::optional<RowRef> rowRefOf(const QModelIndex& index);
[[nodiscard]] QVariant toVariant(RowRef row);
/// The field that a cell holds (FieldRole); nothing if it is worked out, or no cell of a field.
[[nodiscard]] std::optional<Field> fieldOf(const QModelIndex& index);
/// The same of a column, as its header says.
[[nodiscard]] std::optional<Field> fieldOfColumn(const QAbstractItemModel& model, int column);

} // namespace ochain
