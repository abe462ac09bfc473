// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QPointer>

namespace ochain {

/// A header whose titles stand over figures as the figures do: to the right. It does not look whether all of a column
/// is selected, as other headers do cell by cell whenever they are painted.
class FigureHeader final : public QHeaderView {
    Q_OBJECT
public:
    explicit FigureHeader(QWidget* parent);

    /// @param selection  of the table; the header's own one stays empty
    void setSelectionModel(QItemSelectionModel* selection) override;

protected:
    void initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const override;

private:
    QPointer<QItemSelectionModel> m_nothingSelected;
};

} // namespace ochain
