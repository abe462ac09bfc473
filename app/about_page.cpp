// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "about_page.h"

#include "theme/theme.h"
#include "widgets/wrapped_label.h"

#include <QCoreApplication>
#include <QDialog>
#include <QLabel>
#include <QVBoxLayout>

namespace ochain {

void openAboutPage(QWidget* parent)
{
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("aboutPage"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(QCoreApplication::translate("Help", "O-chain"));
    auto* layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(3 * kGrid, 2 * kGrid, 3 * kGrid, 3 * kGrid);
    layout->setSpacing(kGrid);
    auto* heading = new QLabel(dialog->windowTitle(), dialog);
    makeTitle(heading);
    auto* text = new WrappedLabel(
        QCoreApplication::translate(
            "Help", "Version %1\n\nOpenAI's supply chain as a graph: who supplies whom, who pays whom, and what binds. "
                    "Every figure comes from deals, every deal from sources.\n\nFree software under the GNU General "
                    "Public License, version 3 or later.")
            .arg(QCoreApplication::applicationVersion()),
        dialog);
    text->setMinimumWidth(360);
    layout->addWidget(heading);
    layout->addWidget(text);
    dialog->show();
}

} // namespace ochain
