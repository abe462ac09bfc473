// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHeaderView>

namespace ochain {

/// A header whose titles stand over figures as the figures do: to the right.
class FigureHeader final : public QHeaderView {
    Q_OBJECT
public:
    explicit FigureHeader(QWidget* parent);

protected:
    void initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const override;
};

} // namespace ochain
