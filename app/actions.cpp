// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "actions.h"

#include "theme/icons.h"
#include "theme/theme.h"

#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace ochain {

namespace {

std::size_t at(Menu menu)
{
    return static_cast<std::size_t>(menu);
}

} // namespace

Actions::Actions(QMainWindow& window, const WindowParts& parts) : QObject(&window), m_window(window), m_parts(parts)
{
    const std::span<const ActionRow> rows = actionRows();
    m_actions.reserve(rows.size());
    for (const ActionRow& row : rows)
        addRow(row);
    retranslate();
}

void Actions::addRow(const ActionRow& row)
{
    QMenu* menu = m_menus[at(row.in)];
    if (row.isApart)
        menu->addSeparator();
    m_actions.push_back(row.opens != Menu::None ? addMenu(row) : addAction(row));
    if (menu != nullptr)
        menu->addAction(m_actions.back());
    else
        m_window.menuBar()->addAction(m_actions.back());
}

QAction* Actions::addMenu(const ActionRow& row)
{
    auto* menu = new QMenu(&m_window);
    m_menus[at(row.opens)] = menu;
    if (row.isExclusive)
        m_groups[at(row.opens)] = new QActionGroup(this);
    if (row.fill != nullptr)
        connect(menu, &QMenu::aboutToShow, this, [this, menu, fill = row.fill] {
            menu->clear();
            fill(m_parts, *menu);
        });
    connect(menu, &QMenu::aboutToShow, this, &Actions::showStates);
    return menu->menuAction();
}

QAction* Actions::addAction(const ActionRow& row)
{
    if (row.ofPanel != nullptr)
        return row.ofPanel(m_parts.panels);
    auto* action = new QAction(&m_window);
    action->setObjectName(QString::fromLatin1(row.name));
    if (row.keys.key() != Qt::Key_unknown)
        action->setShortcut(row.keys);
    if (row.icon != nullptr)
        action->setIcon(lineIcon(QString::fromLatin1(row.icon)));
    if (row.isOn != nullptr) {
        action->setCheckable(true);
        action->setChecked(row.isOn(m_parts));
    }
    if (QActionGroup* group = m_groups[at(row.in)]; group != nullptr)
        group->addAction(action);
    connect(action, &QAction::triggered, this, [this, run = row.run] { run(m_parts); });
    m_window.addAction(action); // its keys work while its menu is closed
    return action;
}

void Actions::setDocument(Document* document)
{
    m_document = document;
    connect(document, &Document::selectionChanged, this, &Actions::update);
    connect(document, &Document::undoStateChanged, this, &Actions::update);
    update();
}

void Actions::retranslate()
{
    const std::span<const ActionRow> rows = actionRows();
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].text != nullptr)
            m_actions[i]->setText(actionText(rows[i].text));
    update();
}

void Actions::update()
{
    const std::span<const ActionRow> rows = actionRows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].ofPanel != nullptr)
            continue;
        m_actions[i]->setEnabled(rows[i].isEnabled(m_document));
        if (rows[i].object != nullptr)
            showObject(*m_actions[i], rows[i]);
    }
}

/// What is on or off may have been changed elsewhere.
void Actions::showStates()
{
    const std::span<const ActionRow> rows = actionRows();
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].isOn != nullptr)
            m_actions[i]->setChecked(rows[i].isOn(m_parts));
}

void Actions::showObject(QAction& action, const ActionRow& row) const
{
    const QString object = m_document ? (m_document->*row.object)() : QString();
    const bool isShown = action.isEnabled() && !object.isEmpty();
    action.setText(isShown ? actionText(row.textWithObject).arg(literally(object)) : actionText(row.text));
    action.setToolTip(object);
}

} // namespace ochain
