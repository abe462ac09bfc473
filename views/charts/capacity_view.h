// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/chart_view.h"

#include <memory>

namespace ochain {

/// What capacity a group has coming, layer by layer.
class CapacityView final : public ChartView {
    Q_OBJECT
public:
    explicit CapacityView(Document& document, QWidget* parent = nullptr);
    ~CapacityView() override;

private:
    void fillHeader() override;
    void showMegawatts();
    struct Switches;
    std::unique_ptr<Switches> m_switches;
};

} // namespace ochain
