// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <QModelIndex>
#include <QVariant>

#include <optional>

namespace ochain {

/// Roles that all item models share. Facts only: how they look is up to delegates. Qt::DisplayRole is text for people
/// in the language of the moment, Qt::EditRole text that the parsers of figures/format.h read back, Qt::ToolTipRole the
/// full value.
enum ItemRole : int {
    SortRole = Qt::UserRole + 1, ///< the number unrounded (qlonglong, double) or the text; invalid where there is none
    RowRefRole,                  ///< qulonglong, packed RowRef of what the row stands for; see rowRefOf()
    KeyRole,                     ///< QString, key of that row
    PlainRole,                   ///< QString, the cell for a spreadsheet: plain numbers, ISO dates, else the text
    NumericRole,                 ///< bool, the cell is a number (right-aligned, tabular figures)
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
    UrlRole,         ///< QString, address to open; https or http only, else empty
    FieldRole,       ///< int, the Field concerned; -1 if none (problems)
    ChangeRole,      ///< int, an EditLine::Kind: what becomes of a row or a field (lines of an edit)
    MatchRole,       ///< QString, what matched and where, for a second line (find)
};

/// What a row of a tree or of the quick find stands for.
enum class ItemKind : int { Tier, Node, Deal, Metric, Event, Source, Status };

/// The row of the chain that an index stands for.
[[nodiscard]] std::optional<RowRef> rowRefOf(const QModelIndex& index);
[[nodiscard]] QVariant toVariant(RowRef row);

} // namespace ochain
