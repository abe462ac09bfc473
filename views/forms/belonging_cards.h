// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "forms/table_card.h"

namespace ochain {

/// The phases of a deal (its tranches), with what their ends do.
class TranchesCard final : public TableCard {
    Q_OBJECT
public:
    explicit TranchesCard(QWidget* parent = nullptr);

protected:
    [[nodiscard]] std::unique_ptr<RowsModel> makeModel(Document& document) const override;
    [[nodiscard]] TableCardWords words() const override;

private:
    [[nodiscard]] QString hint() const;
};

/// The metrics of a node.
class MetricsCard final : public TableCard {
    Q_OBJECT
public:
    explicit MetricsCard(QWidget* parent = nullptr);

protected:
    [[nodiscard]] std::unique_ptr<RowsModel> makeModel(Document& document) const override;
    [[nodiscard]] TableCardWords words() const override;
};

/// The weights of all statuses side by side, for each is judged by the others.
class WeightsCard final : public TableCard {
    Q_OBJECT
public:
    explicit WeightsCard(QWidget* parent = nullptr);

protected:
    [[nodiscard]] std::unique_ptr<RowsModel> makeModel(Document& document) const override;
    [[nodiscard]] TableCardWords words() const override;
};

} // namespace ochain
