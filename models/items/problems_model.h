// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "items/table_model.h"

#include <QList>

#include <memory>

namespace ochain {

/// What is wrong or to be looked at: what loading found, then the notes of data/README.md, section 6. Notes are
/// taken again in an idle moment after an edit, rows that stay are left alone; on chains of more than kAutomatic rows
/// only when refresh() is called (isStale() says so). RowRefRole is invalid where the row is gone. The document must
/// outlive it.
class ProblemsModel final : public TableModel {
    Q_OBJECT
public:
    enum class Column : int { Severity, Table, Row, FieldName, Message };
    static constexpr int kColumnCount = static_cast<int>(Column::Message) + 1;

    explicit ProblemsModel(Document& document, QObject* parent = nullptr);
    ~ProblemsModel() override;

    static constexpr std::size_t kAutomatic = 100'000; ///< rows of all tables

    [[nodiscard]] bool isStale() const noexcept;
    void refresh();
    [[nodiscard]] int errorCount() const noexcept;
    [[nodiscard]] int noteCount() const noexcept;
    /// The edit that says of some rows of the list, of which only notes of a row can be, that they are fine: they are
    /// flagged no more. Without changes if there are none.
    [[nodiscard]] Edit dismissalOf(const QList<int>& rows) const;
    /// Names, numbers and titles anew, in the language of the moment.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] const ColumnSpec& column(int section) const override;

signals:
    /// After refresh() or when an edit made the list stale.
    void refreshed();

private:
    void followEdit();

    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace ochain
