// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "document/names.h"

#include <QAbstractTableModel>

#include <memory>

namespace ochain {

/// The phases of one deal in the order they were entered, and last what they leave of its total, if anything (without a
/// RowRef). Cells can be edited as in DealsModel. The document must outlive it.
class TranchesModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column : int { Starts, Ends, Capacity, Value, Basis, Note };
    static constexpr int kColumnCount = 6;

    explicit TranchesModel(Document& document, QObject* parent = nullptr);
    ~TranchesModel() override;

    void setDeal(DealId deal);
    [[nodiscard]] DealId deal() const noexcept;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    void setLanguage(Language language);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

signals:
    /// After setData() failed: a sentence for a person; nothing has changed.
    void refused(const QString& why);

private:
    void follow(const Changed& changed);
    void show();

    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace ochain
