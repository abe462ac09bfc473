// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "items/table_model.h"

#include <memory>

namespace ochain {

/// The journal, newest first; older entries are fetched as the view scrolls. UndoneRole marks edits that have been
/// taken back; RowRefRole and FieldRole lead to what an edit is about, while it is there. Every edit adds one row on
/// top. The document must outlive it.
class HistoryModel final : public TableModel {
    Q_OBJECT
public:
    enum class Column : int { Time, Author, Why, Changes };
    static constexpr int kColumnCount = static_cast<int>(Column::Changes) + 1;

    explicit HistoryModel(Document& document, QObject* parent = nullptr);
    ~HistoryModel() override;

    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    /// Names, numbers and titles anew, in the language of the moment.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] const ColumnSpec& column(int section) const override;

private:
    void follow(const Changed& changed);
    void announceNames(const Changed& changed);

    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace ochain
