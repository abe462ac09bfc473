// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/chart_view.h"

#include <memory>

namespace ochain {

/// Who pays whom, who supplies whom.
class FlowView final : public ChartView {
    Q_OBJECT
public:
    explicit FlowView(Document& document, QWidget* parent = nullptr);
    ~FlowView() override;

    /// Guarantees as outlines beside what is paid.
    void showGuarantees(bool isShown);

private:
    void fillHeader() override;
    void addActions(QMenu& menu) override;
    struct Switches;
    std::unique_ptr<Switches> m_switches;
};

} // namespace ochain
