// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/inspector.h"

#include "forms/row_form.h"
#include "widgets/state_page.h"

#include <QEvent>

namespace ochain {

Inspector::Inspector(QWidget* parent) : QStackedWidget(parent), m_empty(new StatePage(this))
{
    setObjectName(QStringLiteral("inspector"));
    addWidget(m_empty);
    for (const FormSpec& spec : allForms()) {
        auto* form = new RowForm(spec, this);
        m_forms[spec.table] = form;
        addWidget(form);
        connect(form, &RowForm::notSaved, this, &Inspector::notSaved);
        connect(form, &RowForm::refused, this, &Inspector::refused);
        connect(form, &RowForm::rowErased, this, &Inspector::rowErased);
        connect(form, &RowForm::newRowDropped, this, &Inspector::follow);
        connect(form, &RowForm::rowWanted, this, &Inspector::rowWanted);
    }
    retranslate();
}

void Inspector::setDocument(Document* document)
{
    if (m_document != nullptr)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = document;
    for (const auto& [table, form] : m_forms)
        form->setDocument(document);
    if (document != nullptr)
        connect(document, &Document::selectionChanged, this, &Inspector::follow);
    follow();
}

RowForm* Inspector::current() const
{
    return qobject_cast<RowForm*>(currentWidget());
}

void Inspector::commitPending()
{
    if (RowForm* form = current())
        form->commitPending();
}

std::vector<UnsavedText> Inspector::unsaved() const
{
    std::vector<UnsavedText> texts;
    for (const auto& [table, form] : m_forms)
        for (UnsavedText& text : form->unsaved())
            texts.push_back(std::move(text));
    return texts;
}

void Inspector::saveUnsaved()
{
    for (const auto& [table, form] : m_forms)
        form->saveUnsaved();
}

void Inspector::follow()
{
    commitPending(); // which may select another row
    const std::optional<RowRef> row = m_document == nullptr ? std::nullopt : m_document->selection().row;
    const auto form = row ? m_forms.find(row->table) : m_forms.end();
    if (form == m_forms.end()) {
        setCurrentWidget(m_empty);
        return;
    }
    form->second->showRow(*row);
    setCurrentWidget(form->second);
}

void Inspector::beginNew(Table table)
{
    commitPending();
    RowForm* form = m_forms.at(table);
    setCurrentWidget(form);
    form->beginNew();
}

void Inspector::focusField(int field)
{
    if (RowForm* form = current())
        form->focusField(field);
}

void Inspector::retranslate()
{
    setAccessibleName(tr("Inspector"));
    m_empty->showText(
        tr("Nothing selected"),
        tr("Choose a deal, a company, an event or a tier, in a chart, the tree or a table, to see and edit "
           "it here. A new deal: Ctrl+N. A new node: Ctrl+Shift+N."));
}

void Inspector::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QStackedWidget::changeEvent(event);
}

} // namespace ochain
