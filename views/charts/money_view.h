// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/chart_view.h"

#include <memory>

namespace ochain {

/// Whether a group's revenue covers its commitments.
class MoneyView final : public ChartView {
    Q_OBJECT
public:
    explicit MoneyView(Document& document, QWidget* parent = nullptr);
    ~MoneyView() override;

private:
    void fillHeader() override;
    struct Switches;
    std::unique_ptr<Switches> m_switches;
};

} // namespace ochain
