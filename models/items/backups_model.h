// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backups/backup_list.h"
#include "items/table_model.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace ochain {

/// The backups of a chain file, newest first, each with how many rows differ once that is known. It follows nothing:
/// who compares tells it.
class BackupsModel final : public TableModel {
    Q_OBJECT
public:
    enum class Column : int { Made, Kind, Size, Differs };
    static constexpr int kColumnCount = static_cast<int>(Column::Differs) + 1;

    explicit BackupsModel(std::vector<Backup> backups, QObject* parent = nullptr);

    [[nodiscard]] const Backup& at(int row) const { return m_rows[static_cast<std::size_t>(row)].backup; }
    /// How many rows differ, or why that cannot be told; nothing before it is known.
    [[nodiscard]] const std::optional<Result<std::size_t>>& found(int row) const
    {
        return m_rows[static_cast<std::size_t>(row)].found;
    }
    void setFound(int row, Result<std::size_t> found);
    /// The chain has changed: nothing is known any more of what could be read.
    void forget();
    /// Texts anew, in the language of the moment.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

protected:
    [[nodiscard]] const ColumnSpec& column(int section) const override;

private:
    struct Row {
        Backup backup;
        std::optional<Result<std::size_t>> found;
    };
    using Cell = CellColumn<BackupsModel, const Row&>;
    static const std::array<Cell, kColumnCount> kColumns;
    void announceFound(int first, int last);

    std::vector<Row> m_rows;
};

} // namespace ochain
