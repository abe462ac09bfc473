// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/columns_menu.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>

namespace ochain {

namespace {

void popUp(QHeaderView* header, const QPoint& at)
{
    auto* menu = new QMenu(header);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("columnsMenu"));
    fillColumnsMenu(*menu, *header);
    menu->popup(at);
}

} // namespace

void fillColumnsMenu(QMenu& menu, QHeaderView& header)
{
    const QAbstractItemModel* model = header.model();
    for (int column = 0; model != nullptr && column < header.count(); ++column) {
        QAction* action = menu.addAction(model->headerData(column, header.orientation()).toString());
        action->setCheckable(true);
        action->setChecked(!header.isSectionHidden(column));
        action->setEnabled(column > 0);
        QObject::connect(action, &QAction::toggled, &header, [&header, column](bool isOn) {
            header.setSectionHidden(column, !isOn);
            if (isOn && header.sectionSize(column) < header.minimumSectionSize() + 8)
                header.resizeSection(column, header.sectionSizeHint(column) + 16);
        });
    }
}

void addColumnsMenu(QHeaderView* header)
{
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(header, &QHeaderView::customContextMenuRequested, header,
                     [header](const QPoint& at) { popUp(header, header->mapToGlobal(at)); });
}

void openColumnsMenu(QHeaderView* header, QWidget* below)
{
    popUp(header, below->mapToGlobal(QPoint(0, below->height())));
}

bool showBeside(QHeaderView& header, int column, int other, bool isShown)
{
    if (header.isSectionHidden(column) != isShown)
        return false;
    header.setSectionHidden(column, !isShown);
    if (!isShown)
        return true;
    const int from = header.visualIndex(column);
    const int behind = header.visualIndex(other);
    header.moveSection(from, from < behind ? behind : behind + 1);
    return true;
}

} // namespace ochain
