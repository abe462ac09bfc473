// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "what_if_actions.h"

#include "edit_actions.h"
#include "items/roles.h"
#include "messages.h"
#include "navigator.h"
#include "panels/inspector.h"
#include "panels/side_panel.h"
#include "panels/what_if_panel.h"
#include "window_panels.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>

namespace ochain {

namespace {

std::optional<SeenField> fieldIn(const QModelIndex& cell)
{
    const std::optional<RowRef> row = rowRefOf(cell);
    const std::optional<Field> field = fieldOf(cell);
    const bool isCell = row && field && cell.flags().testFlag(Qt::ItemIsEditable); // not what is told of one
    return isCell && canBeOverridden(row->table, *field) ? std::optional(SeenField{*row, *field}) : std::nullopt;
}

/// The table that a widget is, or is the inside of.
QTableView* tableOf(QWidget* widget)
{
    auto* table = qobject_cast<QTableView*>(widget);
    return table != nullptr || widget == nullptr ? table : qobject_cast<QTableView*>(widget->parentWidget());
}

} // namespace

WhatIfActions::WhatIfActions(const WindowPanels& panels, Messages& messages, EditActions& edits, Navigator& navigator,
                             QObject* parent)
    : QObject(parent), m_panels(panels)
{
    connect(m_panels.whatIf, &WhatIfPanel::lensWanted, &navigator, &Navigator::setLens);
    connect(m_panels.whatIf, &WhatIfPanel::done, &edits, &EditActions::sayEdited);
    connect(m_panels.whatIf, &WhatIfPanel::refused, &messages,
            [&messages](const QString& why) { messages.complain(MessageBar::Cause::Refusal, why); });
    qApp->installEventFilter(this);
}

void WhatIfActions::setDocument(Document* document)
{
    m_document = document;
}

void WhatIfActions::ask(const SeenField& seen)
{
    m_panels.inspectorDock->show();
    m_panels.side->showPage(SidePage::WhatIf);
    m_panels.whatIf->add(seen.row, seen.field);
}

void WhatIfActions::askHere()
{
    const std::optional<SeenField> seen = fieldAt(QApplication::focusWidget());
    m_panels.inspectorDock->show();
    m_panels.side->showPage(SidePage::WhatIf);
    if (seen)
        m_panels.whatIf->add(seen->row, seen->field);
    else
        m_panels.whatIf->takeKeyboard();
}

std::optional<SeenField> WhatIfActions::fieldAt(QWidget* widget) const
{
    if (!m_document || widget == nullptr)
        return std::nullopt;
    if (const QTableView* table = tableOf(widget))
        return fieldIn(table->currentIndex());
    const auto field = m_panels.inspector->fieldAt(*widget);
    return field && canBeOverridden(field->first.table, field->second)
               ? std::optional(SeenField{field->first, field->second})
               : std::nullopt;
}

/// What a text field offers anyway stands below.
bool WhatIfActions::openMenu(QWidget& widget, const QContextMenuEvent& asked)
{
    const QTableView* table = tableOf(&widget);
    std::optional<SeenField> seen = fieldAt(&widget);
    QPoint at = asked.globalPos();
    if (table != nullptr && asked.reason() == QContextMenuEvent::Mouse)
        seen = fieldIn(table->indexAt(table->viewport()->mapFromGlobal(at)));
    else if (table != nullptr)
        at = table->viewport()->mapToGlobal(table->visualRect(table->currentIndex()).center());
    if (!seen)
        return false;
    auto* line = qobject_cast<QLineEdit*>(&widget);
    QMenu* menu = line == nullptr ? new QMenu(&widget) : line->createStandardContextMenu();
    menu->setObjectName(QStringLiteral("whatIfMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* action = new QAction(tr("What if…"), menu);
    action->setObjectName(QStringLiteral("whatIfHere"));
    connect(action, &QAction::triggered, this, [this, seen] { ask(*seen); });
    QAction* first = menu->actions().isEmpty() ? nullptr : menu->actions().constFirst();
    menu->insertAction(first, action);
    if (first != nullptr)
        menu->insertSeparator(first);
    menu->popup(at);
    return true;
}

bool WhatIfActions::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ContextMenu || !m_document)
        return false;
    auto* widget = qobject_cast<QWidget*>(watched);
    return widget != nullptr && openMenu(*widget, *static_cast<QContextMenuEvent*>(event));
}

} // namespace ochain
