// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/rows_model.h"

namespace ochain {

/// The tranches of one deal in the order they were entered, and last what they leave of its total, if anything (without
/// a RowRef).
class TranchesModel final : public RowsModel {
    Q_OBJECT
public:
    explicit TranchesModel(Document& document, QObject* parent = nullptr);

    void setDeal(DealId deal);
    [[nodiscard]] DealId deal() const noexcept;

protected:
    [[nodiscard]] bool hasTail(RowRef owner) const override;
    [[nodiscard]] QVariant tailData(RowRef owner, Field field, int role) const override;
};

} // namespace ochain
