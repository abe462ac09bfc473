// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/roles.h"
#include "items/row_list_model.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <QVariant>

namespace ochain {

/// A column of a table: all that is said of it stands in one row of the model's list of columns, in the order of the
/// model's Column. Saved header states know columns by that order, so a new one comes last.
struct ColumnSpec {
    const char* title = ""; ///< for tr() of the model
    int width = 0;          ///< to begin with, in pixels at 96 dpi
    bool isHidden = false;  ///< to begin with
    bool isNumeric = false; ///< a figure: the title stands on the right, as its cells do
    int field = -1;         ///< the field of the table that it shows and edits; -1 if it is worked out
    ColumnContent content = ColumnContent::Text; ///< what a filter may compare it with
};

/// A title in every language, the English one first; each once.
/// @param context  in which it is translated
[[nodiscard]] QStringList titlesOf(const char* context, const char* title);
/// What a header says of a column in a role: its title in the model's language, WidthRole, HiddenRole, NumericRole,
/// ContentRole, FieldRole, NamesRole.
/// @param model  whose context the title is translated in
[[nodiscard]] QVariant headerOf(const ColumnSpec& column, const QMetaObject& model, int role);

/// With what its cells say: one function for all roles, of which SortRole is a number where there is one.
template <class Cells, class Row>
struct CellColumn {
    ColumnSpec spec;
    QVariant (*cell)(const Cells& cells, Row row, int role) = nullptr;
};

/// A table whose columns are told by a list of them.
class TableModel : public RowListModel<QAbstractTableModel> {
    Q_OBJECT
public:
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

protected:
    TableModel(int columns, QObject* parent) : RowListModel(parent), m_columns(columns) {}

    [[nodiscard]] virtual const ColumnSpec& column(int section) const = 0;
    /// After another language: titles, and whatever texts the rows hold.
    void announceLanguage();

private:
    int m_columns;
};

} // namespace ochain
