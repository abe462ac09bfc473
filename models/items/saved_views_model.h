// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "items/row_list_model.h"

#include <QAbstractListModel>

#include <vector>

namespace ochain {

/// The views that are kept in the file, in their order. A row is renamed by editing it and moved by dropping it; both
/// are edits of the document, as all else that is done to them.
class SavedViewsModel final : public RowListModel<QAbstractListModel> {
    Q_OBJECT
public:
    explicit SavedViewsModel(Document& document, QObject* parent = nullptr);

    [[nodiscard]] ViewId viewAt(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(ViewId view) const;

    /// Saves a view under a name. @return its place; invalid if it was refused
    QModelIndex save(const QString& name, const QString& state);
    /// Moves a row; does nothing where it stands there already. @return whether it moved
    bool move(const QModelIndex& index, int place);
    /// Erases a row. @return it is gone
    bool erase(const QModelIndex& index);
    bool replace(const QModelIndex& index, const QString& state);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                                       const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;
    bool moveRows(const QModelIndex& sourceParent, int sourceRow, int count, const QModelIndex& destinationParent,
                  int destinationChild) override;

signals:
    /// An edit was not taken; why.
    void refused(const QString& why);

private:
    struct Row {
        ViewId view;
        QString name;
    };
    [[nodiscard]] std::vector<Row> rowsNow() const;
    void follow();
    void leadTo(std::vector<Row> rows);
    bool apply(tl::expected<Edit, Problem> edit);

    Document& m_document;
    std::vector<Row> m_rows;
};

} // namespace ochain
