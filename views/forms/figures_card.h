// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "forms/shown_card.h"

class QGridLayout;
class QVBoxLayout;

namespace ochain {

/// The figures of a node or a tier under the lens: money, capacity by layer, deals.
class FiguresCard final : public ShownCard {
    Q_OBJECT
public:
    explicit FiguresCard(QWidget* parent = nullptr);

protected:
    void refresh() override;

private:
    /// A figure as the card shows it and as its tooltip does.
    struct Shown {
        QString brief;
        QString inFull;
        bool isNothing = false;
    };

    void showMoney(Group group);
    void showCapacity(Group group);
    void showDeals(Group group);
    [[nodiscard]] Shown shown(Group group, Measure measure, LayerNumber layer, Period period) const;
    void addLine(const QString& what, const Shown& now, const Shown& total);
    void beginGroup(const QString& what, const QString& now, const QString& total);
    void endGroup();

    QVBoxLayout* m_groups;
    QGridLayout* m_lines = nullptr; ///< of the group that is being filled
    int m_count = 0;
};

} // namespace ochain
