// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "items/table_model.h"

#include <memory>
#include <vector>

namespace ochain {

/// All rows of one table in the order they were entered, a column a field, each edited in place as people type. For
/// tables without figures of their own: nodes, metrics, sources. Follows the document edit by edit without resets; the
/// document must outlive it.
class WholeTableModel final : public TableModel {
    Q_OBJECT
public:
    /// @param table  Nodes, Metrics or Sources
    WholeTableModel(Document& document, Table table, QObject* parent = nullptr);
    ~WholeTableModel() override;

    /// The place of a row; invalid if there is none. O(1).
    [[nodiscard]] QModelIndex indexOf(RowRef row) const;
    /// Names, numbers and titles anew, in the language of the moment.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

signals:
    /// After setData() failed: a sentence for a person; nothing has changed.
    void refused(const QString& why);

protected:
    [[nodiscard]] const ColumnSpec& column(int section) const override;

private:
    void follow(const Changed& changed);
    void announceNames(const Changed& changed);

    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace ochain
