// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "forms/row_card.h"

class QGridLayout;

namespace ochain {

/// The figures of a node or a tier under the lens: money, capacity by layer, deals.
class FiguresCard final : public RowCard {
    Q_OBJECT
public:
    explicit FiguresCard(QWidget* parent = nullptr);

    void setDocument(Document* document) override;
    void setRow(std::optional<RowRef> row) override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void showMoney(Group group);
    void showCapacity(Group group);
    void showDeals(Group group);
    void addLine(const QString& what, const QString& value, const QString& tip = {});
    void addHeading(const QString& text);
    void dropHeadingOfNothing(int line);

    std::optional<RowRef> m_row;
    QGridLayout* m_lines;
    int m_count = 0;
};

} // namespace ochain
