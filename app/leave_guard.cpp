// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "leave_guard.h"

#include "document/names.h"
#include "formats/format.h"
#include "items/roles.h"
#include "navigator.h"
#include "panels/inspector.h"
#include "panels/unsaved_dialog.h"
#include "panels/what_if_panel.h"
#include "widgets/checked_delegate.h"
#include "widgets/message_bar.h"
#include "window_panels.h"

#include <QAbstractItemView>
#include <QApplication>

#include <utility>

namespace ochain {

namespace {

CheckedDelegate* delegateOf(const QWidget& editor, const QModelIndex& cell)
{
    auto* view = editor.parentWidget() == nullptr
                     ? nullptr
                     : qobject_cast<QAbstractItemView*>(editor.parentWidget()->parentWidget());
    return view == nullptr ? nullptr : qobject_cast<CheckedDelegate*>(view->itemDelegateForIndex(cell));
}

} // namespace

LeaveGuard::LeaveGuard(QWidget& window, const WindowPanels& panels, const MessageBar& bar, Navigator& navigator)
    : QObject(&window), m_window(window), m_panels(panels), m_bar(bar), m_navigator(navigator)
{}

LeaveGuard::~LeaveGuard() = default;

bool LeaveGuard::leave(std::function<void()> go)
{
    if (!m_dialog)
        m_field = QApplication::focusWidget();
    m_panels.inspector->commitPending();
    m_panels.whatIf->commitPending();
    std::vector<UnsavedText> texts = unsaved();
    m_go = std::move(go);
    if (texts.empty()) {
        finish();
        return true;
    }
    ask(std::move(texts));
    return false;
}

std::vector<UnsavedText> LeaveGuard::unsaved()
{
    std::vector<UnsavedText> texts = takeCells();
    for (UnsavedText& text : m_panels.inspector->unsaved())
        texts.push_back(std::move(text));
    return texts;
}

/// Takes over what is being typed into cells of tables; what cannot be stays in its editor.
std::vector<UnsavedText> LeaveGuard::takeCells()
{
    std::vector<UnsavedText> texts;
    const QList<QWidget*> editors = m_window.findChildren<QWidget*>(QStringLiteral("cellEditor"));
    for (QWidget* editor : editors) {
        const QModelIndex cell = editor->property("cell").toPersistentModelIndex();
        CheckedDelegate* delegate = delegateOf(*editor, cell);
        if (!editor->isVisible() || delegate == nullptr || delegate->take(editor))
            continue;
        const QString column = cell.model()->headerData(cell.column(), Qt::Horizontal).toString();
        texts.push_back({visibleText(cell.data(KeyRole).toString()),
                         column,
                         visibleText(CheckedDelegate::typedIn(editor)),
                         delegate->readingOf(editor).error(),
                         {},
                         -1,
                         {}});
    }
    return texts;
}

void LeaveGuard::ask(std::vector<UnsavedText> texts)
{
    m_texts = std::move(texts);
    if (!m_dialog) {
        m_dialog = new UnsavedDialog(&m_window);
        connect(m_dialog, &UnsavedDialog::saveWanted, this, &LeaveGuard::save);
        connect(m_dialog, &UnsavedDialog::discardWanted, this, &LeaveGuard::finish);
        connect(m_dialog, &QDialog::rejected, this, &LeaveGuard::goBack);
    }
    m_dialog->setTexts(m_texts, m_bar.standing(MessageBar::Cause::Saving));
    m_dialog->open(); // over this window alone: nothing is left behind it meanwhile
}

void LeaveGuard::save()
{
    m_panels.inspector->saveUnsaved();
    if (std::vector<UnsavedText> texts = unsaved(); !texts.empty())
        ask(std::move(texts)); // what is left, and why
    else
        finish();
}

void LeaveGuard::finish()
{
    if (m_dialog)
        m_dialog->accept();
    if (const std::function<void()> go = std::exchange(m_go, nullptr))
        go();
}

void LeaveGuard::goBack()
{
    m_go = nullptr;
    m_window.activateWindow();
    const UnsavedText& first = m_texts.front();
    if (first.ref)
        m_navigator.selectRow(*first.ref, first.fieldNumber);
    else if (first.newRowOf || (m_field && m_panels.inspector->isAncestorOf(m_field)))
        m_navigator.showInspector();
    if (!first.ref && first.newRowOf)
        m_panels.inspector->beginNew(*first.newRowOf);
    else if (!first.ref && m_field)
        m_field->setFocus(Qt::OtherFocusReason);
}

} // namespace ochain
