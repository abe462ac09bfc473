// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/edit_builder.h"
#include "document/document.h"

#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <utility>

class QModelIndex;

namespace ochain {

// What in-place editors of every table say about what is typed.

/// What an edit would move, after how its input reads; or (as the error) why it would be refused.
[[nodiscard]] tl::expected<QString, QString> judgeEdit(Document& document, const tl::expected<Edit, Problem>& edit,
                                                       const QString& reading);
/// The same for a text typed into the cell of a row. The cell has RowRefRole and FieldRole.
[[nodiscard]] tl::expected<QString, QString> judgeCell(Document& document, const QModelIndex& cell,
                                                       const QString& text);
/// Where somebody else has changed a cell while a text was typed over it: who, when, and both values. The cell has
/// RowRefRole and FieldRole.
[[nodiscard]] QString overtakenText(Document& document, const QModelIndex& cell, const QString& typed);
/// What a field can be, if it is one of a few: what is stored, and in words. Kinds and statuses are rows of the chain.
[[nodiscard]] QList<std::pair<QString, QString>> choicesFor(const Chain& chain, Table table, Field field);

} // namespace ochain
