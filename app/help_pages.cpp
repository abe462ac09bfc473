// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "help_pages.h"

#include "theme/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QGridLayout>
#include <QIcon>
#include <QLabel>
#include <QVBoxLayout>

namespace ochain {

namespace {

QDialog* page(const QString& name, const QString& title, QWidget* parent)
{
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(3 * kGrid, 2 * kGrid, 3 * kGrid, 3 * kGrid);
    layout->setSpacing(kGrid);
    auto* heading = new QLabel(title, dialog);
    makeTitle(heading);
    layout->addWidget(heading);
    return dialog;
}

} // namespace

void openShortcutsPage(const QList<QAction*>& actions, QWidget* parent)
{
    QDialog* dialog =
        page(QStringLiteral("shortcutsPage"), QCoreApplication::translate("Help", "Keyboard shortcuts"), parent);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(4 * kGrid);
    grid->setVerticalSpacing(kGrid / 2);
    int row = 0;
    const auto add = [&](const QString& text, const QString& keys) {
        const int half = (row % 2) * 2;
        grid->addWidget(new QLabel(text, dialog), row / 2, half);
        auto* label = new QLabel(keys, dialog);
        label->setProperty("role", QStringLiteral("strong"));
        grid->addWidget(label, row / 2, half + 1);
        ++row;
    };
    for (const QAction* action : actions)
        add(action->text().section(QLatin1Char(':'), 0, 0).remove(QLatin1Char('&')),
            action->shortcut().toString(QKeySequence::NativeText));
    add(QCoreApplication::translate("Help", "Edit a cell"), QStringLiteral("F2"));
    add(QCoreApplication::translate("Help", "Commit a field"), QCoreApplication::translate("Help", "Enter, Tab"));
    add(QCoreApplication::translate("Help", "Restore a field"), QStringLiteral("Esc"));
    add(QCoreApplication::translate("Help", "Move a box of the flow"),
        QKeySequence(Qt::CTRL | Qt::Key_Up).toString(QKeySequence::NativeText) + QStringLiteral(", ") +
            QKeySequence(Qt::CTRL | Qt::Key_Down).toString(QKeySequence::NativeText));
    static_cast<QVBoxLayout*>(dialog->layout())->addLayout(grid);
    dialog->show();
}

void openAboutPage(QWidget* parent)
{
    QDialog* dialog = page(QStringLiteral("aboutPage"), QCoreApplication::translate("Help", "O-chain"), parent);
    auto* text = new QLabel(
        QCoreApplication::translate(
            "Help", "Version %1\n\nOpenAI's supply chain as a graph: who supplies whom, who pays whom, and what binds. "
                    "Every figure comes from deals, every deal from sources.\n\nFree software under the GNU General "
                    "Public License, version 3 or later.")
            .arg(QCoreApplication::applicationVersion()),
        dialog);
    text->setWordWrap(true);
    text->setMinimumWidth(360);
    dialog->layout()->addWidget(text);
    dialog->show();
}

} // namespace ochain
