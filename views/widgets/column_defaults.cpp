// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/column_defaults.h"

#include "items/roles.h"

#include <QHeaderView>

namespace ochain {

void showColumnDefaults(QHeaderView& header)
{
    const QAbstractItemModel& model = *header.model();
    for (int column = 0; column < header.count(); ++column) {
        header.setSectionHidden(column, model.headerData(column, Qt::Horizontal, HiddenRole).toBool());
        if (const int width = model.headerData(column, Qt::Horizontal, WidthRole).toInt(); width > 0)
            header.resizeSection(column, width);
    }
}

} // namespace ochain
