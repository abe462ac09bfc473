// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/figure_header.h"

#include "items/roles.h"

#include <QStyleOptionHeader>

namespace ochain {

FigureHeader::FigureHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
}

void FigureHeader::setSelectionModel(QItemSelectionModel* selection)
{
    auto* nothing = new QItemSelectionModel(selection->model(), this);
    QHeaderView::setSelectionModel(nothing);
    if (m_nothingSelected != nullptr)
        m_nothingSelected->deleteLater();
    m_nothingSelected = nothing;
}

void FigureHeader::initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    const QModelIndex first = model() == nullptr ? QModelIndex() : model()->index(0, logicalIndex);
    if (first.isValid() && first.data(NumericRole).toBool())
        option->textAlignment = Qt::AlignRight | Qt::AlignVCenter;
}

} // namespace ochain
