// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/row_picker.h"

#include "items/find_model.h"
#include "items/roles.h"
#include "theme/language.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>

namespace ochain {

namespace {

ItemKind kindOf(Table table)
{
    switch (table) {
    case Table::Tiers:
        return ItemKind::Tier;
    case Table::Deals:
        return ItemKind::Deal;
    case Table::Sources:
        return ItemKind::Source;
    default:
        return ItemKind::Node;
    }
}

} // namespace

RowPicker::RowPicker(QLineEdit& edit, Document& document, Table table)
    : QObject(&edit), m_edit(edit), m_model(std::make_unique<FindModel>(document)), m_completer(new QCompleter(this))
{
    m_model->setOnly(kindOf(table));
    m_model->setLanguage(currentLanguage());
    m_completer->setModel(m_model.get());
    m_completer->setWidget(&m_edit);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(8);
    m_completer->popup()->setObjectName(m_edit.objectName() + QStringLiteral("Choices"));
    // Not QLineEdit::setCompleter: the list is found by FindModel, not by the completer's own matching, and what is
    // chosen is a key, not a text.
    connect(&m_edit, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_model->setQuery(text);
        if (m_model->rowCount() == 0)
            m_completer->popup()->hide();
        else
            m_completer->complete();
    });
    connect(&m_edit, &QLineEdit::editingFinished, m_completer->popup(), &QWidget::hide);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, [this](const QModelIndex& index) {
        const QString key = index.data(KeyRole).toString();
        emit picked(key);
    });
    m_completer->popup()->installEventFilter(this); // before the completer's own
}

RowPicker::~RowPicker()
{
    m_completer->setModel(nullptr);
}

bool RowPicker::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter)
            return pickForEnter();
        if (key == Qt::Key_Tab)
            pickForEnter(); // and on to the next field
    }
    return QObject::eventFilter(watched, event);
}

/// Takes the row lit in the list, else the best one if what was typed is the beginning of its name.
bool RowPicker::pickForEnter()
{
    QModelIndex index = m_completer->popup()->currentIndex();
    if (!index.isValid() && m_model->rowCount() > 0) {
        const QString best = m_model->index(0).data().toString();
        const QString typed = m_edit.text().trimmed();
        if (!typed.isEmpty() && best.startsWith(typed, Qt::CaseInsensitive) &&
            best.compare(typed, Qt::CaseInsensitive) != 0)
            index = m_model->index(0);
    }
    if (!index.isValid())
        return false;
    const QString key = index.data(KeyRole).toString();
    m_completer->popup()->hide();
    emit picked(key);
    return true;
}

void RowPicker::setLanguage(Language language)
{
    m_model->setLanguage(language);
}

} // namespace ochain
