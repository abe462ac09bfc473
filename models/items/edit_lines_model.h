// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editing/edit_lines.h"

#include <QAbstractTableModel>

#include <cstddef>
#include <vector>

namespace ochain {

/// The lines of an edit as a table: row, key, field, what is there and what comes. It holds texts, made when it is
/// filled, and follows nothing: it is for looking at an edit before it is made.
class EditLinesModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column : int { Row, Key, What, Before, After };
    static constexpr int kColumnCount = 5;

    explicit EditLinesModel(QObject* parent = nullptr);

    /// Takes the first lines of an edit in place of those that are there.
    /// @param chain  as it is before the edit
    void setEdit(const Edit& edit, const Chain& chain, Language language, std::size_t most);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line {
        QString address; ///< table and key
        QString row;
        QString key;
        QString field;
        QString before;
        QString after;
        EditLine::Kind kind = EditLine::Kind::Changed;
    };
    class Filler;
    [[nodiscard]] static QString textOf(const Line& line, Column column);

    std::vector<Line> m_lines;
};

} // namespace ochain
