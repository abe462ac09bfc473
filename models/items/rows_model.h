// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "items/row_list_model.h"

#include <QAbstractTableModel>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace ochain {

/// Rows of one table that belong to one row (the metrics of a node, the tranches of a deal), a column a field, edited
/// in place as people type. In the order they were entered, so that no edit moves a row. The document must outlive it.
class RowsModel : public RowListModel<QAbstractTableModel> {
    Q_OBJECT
public:
    /// Which rows belong to an owner.
    using RowsOf = std::function<std::vector<std::uint32_t>(const Chain& chain, RowRef owner)>;

    RowsModel(Document& document, Table table, std::vector<Field> columns, RowsOf rowsOf, QObject* parent = nullptr);
    ~RowsModel() override;

    /// Whose rows are shown; nothing: none. Forgotten when that row is erased.
    void setOwner(std::optional<RowRef> owner);
    [[nodiscard]] std::optional<RowRef> owner() const noexcept;
    /// While nobody looks at it, edits cost it nothing; looked at again, it is led over to what stands then.
    void setLookedAt(bool isLookedAt);
    [[nodiscard]] Table table() const noexcept;
    [[nodiscard]] Field fieldAt(int column) const;
    /// The column of a field; -1 if there is none.
    [[nodiscard]] int columnOf(Field field) const;
    [[nodiscard]] QModelIndex indexOf(RowRef row) const;
    /// Names, numbers and titles anew, in the language of the moment.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

signals:
    /// After setData() failed: a sentence for a person; nothing has changed.
    void refused(const QString& why);

protected:
    /// A last line that is no row of the table, without a RowRef: what tranches leave of their deal. None by default.
    [[nodiscard]] virtual bool hasTail(RowRef owner) const;
    [[nodiscard]] virtual QVariant tailData(RowRef owner, Field field, int role) const;
    [[nodiscard]] const Chain& chain() const noexcept;

private:
    void follow(const Changed& changed);
    void show(const std::function<bool(RowRef)>& isTouched);
    void showTail();
    [[nodiscard]] bool isTail(int row) const;
    [[nodiscard]] QStringList tailTexts() const;

    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace ochain
