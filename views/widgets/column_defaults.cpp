// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/column_defaults.h"

#include "items/roles.h"

#include <QHeaderView>

namespace ochain {

void showColumnWidths(QHeaderView& header)
{
    for (int column = 0; column < header.count(); ++column)
        if (const int width = header.model()->headerData(column, Qt::Horizontal, WidthRole).toInt(); width > 0)
            header.resizeSection(column, width);
}

void showColumnDefaults(QHeaderView& header)
{
    for (int column = 0; column < header.count(); ++column)
        header.setSectionHidden(column, header.model()->headerData(column, Qt::Horizontal, HiddenRole).toBool());
    showColumnWidths(header);
}

} // namespace ochain
