// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

#include <vector>

class QTableView;

namespace ochain {

/// Keeps the columns of a table in the narrow inspector as wide as what stands in them, so that none is cut: the first
/// ones fill the table, and the widest of them gives way where there is no room for all; the others are reached by
/// scrolling.
class CardColumns final : public QObject {
    Q_OBJECT
public:
    /// @param table  the parent
    explicit CardColumns(QTableView& table);

    /// @param filling  how many of the columns shown fill the table
    /// @param samples  a text for each column of the model that it has room for at least; empty: none
    void setUp(int filling, std::vector<QString> samples);
    /// To be called when the rows or their texts have changed.
    void fit();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] int widthFor(int column) const;

    QTableView& m_table;
    int m_filling = 0;
    std::vector<QString> m_samples;
};

} // namespace ochain
