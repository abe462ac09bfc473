// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "help_pages.h"

#include "action_table.h"
#include "theme/theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QGridLayout>
#include <QIcon>
#include <QKeySequence>
#include <QLabel>
#include <QVBoxLayout>

namespace ochain {

namespace {

constexpr int kMeaningWidth = 440;

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

void openShortcutsPage(QWidget* parent)
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
    for (const Menu menu : {Menu::Edit, Menu::File, Menu::Help, Menu::View})
        for (const ActionRow& action : actionRows())
            if (action.in == menu && action.keys.key() != Qt::Key_unknown)
                add(actionText(action.text).remove(QLatin1Char('&')),
                    QKeySequence(action.keys).toString(QKeySequence::NativeText));
    add(QCoreApplication::translate("Help", "Edit a cell"), QStringLiteral("F2"));
    add(QCoreApplication::translate("Help", "Commit a field"), QCoreApplication::translate("Help", "Enter, Tab"));
    add(QCoreApplication::translate("Help", "Restore a field"), QStringLiteral("Esc"));
    add(QCoreApplication::translate("Help", "Move a box of the flow"),
        QKeySequence(Qt::CTRL | Qt::Key_Up).toString(QKeySequence::NativeText) + QStringLiteral(", ") +
            QKeySequence(Qt::CTRL | Qt::Key_Down).toString(QKeySequence::NativeText));
    static_cast<QVBoxLayout*>(dialog->layout())->addLayout(grid);
    dialog->show();
}

void openFiguresPage(QWidget* parent)
{
    QDialog* dialog =
        page(QStringLiteral("figuresPage"), QCoreApplication::translate("Help", "What the figures mean"), parent);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(3 * kGrid);
    grid->setVerticalSpacing(kGrid);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](const QString& what, const QString& meaning) {
        auto* term = new QLabel(what, dialog);
        term->setProperty("role", QStringLiteral("strong"));
        grid->addWidget(term, row, 0, Qt::AlignTop);
        auto* words = new QLabel(meaning, dialog);
        words->setWordWrap(true);
        words->setMinimumWidth(kMeaningWidth);
        grid->addWidget(words, row++, 1);
    };
    add(QCoreApplication::translate("Help", "A box of the flow"),
        QCoreApplication::translate(
            "Help",
            "The larger of what comes in and what goes out over its border in the period, the same by company, by "
            "tier and by deal. What a company's products earn is passed on to the company where it stands further "
            "left. A party that supplies, buys and invests may stand in several places, each with its own part."));
    add(QCoreApplication::translate("Help", "Both ends in one box"),
        QCoreApplication::translate(
            "Help", "Such deals have no ribbon. Their sum stands in the notes, and where one points at the box."));
    add(QCoreApplication::translate("Help", "Left over, still to be found"),
        QCoreApplication::translate(
            "Help",
            "Revenue and capital in less spend and capital out of the company looked at, wherever its boxes stand."));
    add(QStringLiteral("≥ ≤"),
        QCoreApplication::translate(
            "Help", "Deals without a disclosed amount could only make the figure larger, or only smaller."));
    add(QStringLiteral("(3), (2+3)"),
        QCoreApplication::translate("Help",
                                    "So many deals have no disclosed amount; of two numbers the first would raise "
                                    "the figure and the second lower it, so that no bound holds."));
    add(QCoreApplication::translate("Help", "Firm"),
        QCoreApplication::translate(
            "Help", "Only what a signed contract binds both sides to counts. What nobody has said to be firm or not is "
                    "left out as well; how much that is stands in the notes of each chart."));
    add(QCoreApplication::translate("Help", "Guarantees"),
        QCoreApplication::translate(
            "Help", "Promises to pay if another does not. They stand beside the money, outlined, and are in no sum."));
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
