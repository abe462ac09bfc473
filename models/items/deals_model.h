// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "items/table_model.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace ochain {

class DealCells;

/// All deals, one row each, in the order they were entered. Texts are made when asked for. Follows the document edit by
/// edit without resets. Editable where a field is a text, a number or a date: setData() takes what people type, applies
/// one edit, and says in refused() why not. The document must outlive it.
class DealsModel final : public TableModel {
    Q_OBJECT
public:
    /// Names for the columns, of which DealCells tells the rest.
    enum class Column : int {
        Supplier,
        Customer,
        Kind,
        Status,
        Announced,
        Starts,
        Ends,
        Capacity,       ///< as stated, else the sum of its tranches
        Value,          ///< as stated, else the sum of its tranches
        PeriodMoney,    ///< under the lens, in its period
        PeriodCapacity, ///< under the lens, at the end of its period
        Equity,
        PartOf,
        Formula,
        Commitment,
        Boundary,
        Basis,
        Sources,   ///< how many citations the deal and its tranches have
        SourceAge, ///< days since the newest of them was published
        Note,
        Key,
        CostPerPower, ///< value by capacity, where both are known
        Difference,   ///< of PeriodMoney, to the same under the lens that is compared with; empty while none is
    };
    static constexpr int kColumnCount = static_cast<int>(Column::Difference) + 1;

    explicit DealsModel(Document& document, QObject* parent = nullptr);
    ~DealsModel() override;

    [[nodiscard]] DealId dealAt(int row) const noexcept;
    /// The row of a deal, -1 if there is none. O(1).
    [[nodiscard]] int rowOf(DealId deal) const noexcept;
    [[nodiscard]] QModelIndex indexOf(RowRef row, Column column = Column::Supplier) const;
    /// What its cells hold. Like dealAt() and rowOf() it may be asked on another thread while the document is not
    /// touched.
    [[nodiscard]] const DealCells& cells() const noexcept;
    [[nodiscard]] const Document& document() const noexcept;
    /// Names, numbers and titles anew, in the language of the moment.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    /// After an edit, when all rows of it have come, gone and been announced.
    /// @param deals  that stay and may say something else now; if `changed.everything`, any may
    void followed(const ochain::Changed& changed, const std::vector<std::uint32_t>& deals);
    /// After setData() failed: a sentence for a person; nothing has changed.
    void refused(const QString& why);

protected:
    [[nodiscard]] const ColumnSpec& column(int section) const override;

private:
    void follow(const Changed& changed);
    void followLens(const ViewLens& before);
    void followSecondLens();
    void announceDeals(const std::vector<std::uint32_t>& deals);
    void addDealsNaming(RowRef ref, std::vector<std::uint32_t>& deals) const;

    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace ochain
