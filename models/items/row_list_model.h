// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/list_difference.h"

#include <QAbstractItemModel>

namespace ochain {

/// A table or list model whose rows are led from one state to the next; see leadOver().
/// @tparam Model  QAbstractTableModel or QAbstractListModel
template <class Model>
class RowListModel : public Model {
protected:
    using Model::Model;

    [[nodiscard]] RowAnnouncer announcer()
    {
        RowAnnouncer rows;
        rows.aboutToInsert = [this](int first, int last) { this->beginInsertRows({}, first, last); };
        rows.inserted = [this] { this->endInsertRows(); };
        rows.aboutToRemove = [this](int first, int last) { this->beginRemoveRows({}, first, last); };
        rows.removed = [this] { this->endRemoveRows(); };
        rows.aboutToMove = [this](int first, int last, int before) {
            const bool isLegal = this->beginMoveRows({}, first, last, {}, before);
            Q_ASSERT(isLegal);
            Q_UNUSED(isLegal)
        };
        rows.moved = [this] { this->endMoveRows(); };
        return rows;
    }
    /// All cells of some rows say something else in these roles.
    void announceRows(int first, int last, const QList<int>& roles)
    {
        const QAbstractItemModel& model = *this; // a list model hides how many columns it has
        announceCells(first, last, 0, model.columnCount() - 1, roles);
    }
    void announceCells(int firstRow, int lastRow, int firstColumn, int lastColumn, const QList<int>& roles)
    {
        if (lastRow >= firstRow)
            emit this->dataChanged(this->index(firstRow, firstColumn), this->index(lastRow, lastColumn), roles);
    }
};

} // namespace ochain
