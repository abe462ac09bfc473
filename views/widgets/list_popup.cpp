// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/list_popup.h"

#include "theme/theme.h"

#include <QFrame>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ochain {

namespace {

constexpr int kWidth = 520;
constexpr int kMostHeight = 420;

} // namespace

void openListPopup(QWidget& opener, const QString& heading, QWidget* list, const QPoint& bottom, int height)
{
    auto* popup = new QFrame(&opener, Qt::Popup);
    popup->setObjectName(QStringLiteral("movedList"));
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setProperty("look", QStringLiteral("popup"));
    auto* title = new QLabel(heading, popup);
    makeHeading(title);
    auto* scroll = new QScrollArea(popup);
    scroll->setWidgetResizable(true);
    scroll->setWidget(list);
    auto* layout = new QVBoxLayout(popup);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, kGrid, 2 * kGrid);
    layout->addWidget(title);
    layout->addWidget(scroll, 1);
    popup->resize(kWidth, std::min(kMostHeight, height + title->sizeHint().height() + 6 * kGrid));
    const QRect screen = opener.screen()->availableGeometry();
    const int left = std::clamp(bottom.x(), screen.left(), std::max(screen.left(), screen.right() - popup->width()));
    popup->move(left, std::max(screen.top(), bottom.y() - popup->height()));
    popup->show();
    scroll->setFocus();
}

} // namespace ochain
