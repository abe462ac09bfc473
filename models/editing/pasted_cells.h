// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/sentence.h"
#include "chain/table.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

#include <tl/expected.hpp>

namespace ochain {

/// What a block of cells on the clipboard says, line by line.
using PastedLines = QList<QStringList>;

/// Takes a text of the clipboard apart, tabs between cells and line ends between rows, as spreadsheets put it there: a
/// cell with a line end or a quotation mark in it stands in quotation marks. Lines at the end with nothing in them, not
/// even a tab, are no rows.
[[nodiscard]] PastedLines pastedLines(const QString& text);

/// A column of the table that a block goes into.
struct BlockColumn {
    QStringList names;          ///< as it is called in every language, and its field
    std::optional<Field> field; ///< none: it is worked out
};

/// The columns that the first line of a block names, where it is a header: one an entry, an index into `columns`; -1
/// where it is empty. Nothing where it is data. Units behind a name ("Value (USD)") are not part of it.
/// @return refused: most of it names columns, but not all
[[nodiscard]] tl::expected<std::optional<QList<int>>, Sentence> headerOfBlock(const PastedLines& lines,
                                                                              const QList<BlockColumn>& columns);
/// The unit that a title of such a header gives behind the name of the column; empty where it gives none.
[[nodiscard]] QString unitOfTitle(const QString& title, const QList<BlockColumn>& columns);

} // namespace ochain
