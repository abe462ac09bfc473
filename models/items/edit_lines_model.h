// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editing/edit_lines.h"
#include "items/table_model.h"

#include <array>
#include <cstddef>
#include <vector>

namespace ochain {

/// The lines of an edit as a table: row, key, field, what is there and what comes. It holds texts, made when it is
/// filled, and follows nothing: it is for looking at an edit before it is made.
class EditLinesModel final : public TableModel {
    Q_OBJECT
public:
    enum class Column : int { Row, Key, What, Before, After };
    static constexpr int kColumnCount = static_cast<int>(Column::After) + 1;

    explicit EditLinesModel(QObject* parent = nullptr);

    /// Shows the first lines of an edit; those that are there already stay.
    /// @param chain  as it is before the edit
    void setEdit(const Edit& edit, const Chain& chain, std::size_t most);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

protected:
    [[nodiscard]] const ColumnSpec& column(int section) const override;

private:
    struct Line {
        QString address; ///< table and key
        int part = -1;   ///< the Field; -1: the row as a whole
        QString row;
        QString key;
        QString field;
        QString before;
        QString after;
        EditLine::Kind kind = EditLine::Kind::Changed;
        bool operator==(const Line&) const = default;
    };
    class Filler;
    using Cell = CellColumn<EditLinesModel, const Line&>;
    static const std::array<Cell, kColumnCount> kColumns;

    std::vector<Line> m_lines;
};

} // namespace ochain
