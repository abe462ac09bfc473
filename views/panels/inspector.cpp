// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/inspector.h"

#include "forms/row_form.h"
#include "widgets/state_page.h"

#include <QEvent>
#include <QTimer>

#include <algorithm>
#include <tuple>

namespace ochain {

namespace {

constexpr int kIdleMs = 200; ///< after which whoever opened a file is looking at it

} // namespace

Inspector::Inspector(QWidget* parent) : QStackedWidget(parent), m_empty(new StatePage(this)), m_idle(new QTimer(this))
{
    setObjectName(QStringLiteral("inspector"));
    addWidget(m_empty);
    m_idle->setInterval(kIdleMs);
    connect(m_idle, &QTimer::timeout, this, &Inspector::makeNextForm);
    retranslate();
}

RowForm& Inspector::add(const FormSpec& spec)
{
    auto* form = new RowForm(spec, this);
    m_forms[spec.table] = form;
    addWidget(form);
    form->setDocument(m_document);
    connect(form, &RowForm::notSaved, this, &Inspector::notSaved);
    connect(form, &RowForm::refused, this, &Inspector::refused);
    connect(form, &RowForm::rowErased, this, &Inspector::rowErased);
    connect(form, &RowForm::newRowDropped, this, &Inspector::follow);
    connect(form, &RowForm::rowWanted, this, &Inspector::rowWanted);
    return *form;
}

RowForm* Inspector::formOf(Table table)
{
    if (const auto made = m_forms.find(table); made != m_forms.end())
        return made->second;
    const auto spec = std::find_if(allForms().begin(), allForms().end(),
                                   [table](const FormSpec& each) { return each.table == table; });
    return spec == allForms().end() ? nullptr : &add(*spec);
}

/// One at a time, so that the window answers in between.
void Inspector::makeNextForm()
{
    for (const FormSpec& spec : allForms())
        if (m_forms.count(spec.table) == 0) {
            add(spec);
            return;
        }
    m_idle->stop();
}

void Inspector::setDocument(Document* document)
{
    if (m_document != nullptr)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = document;
    for (const auto& [table, form] : m_forms)
        form->setDocument(document);
    if (document != nullptr) {
        connect(document, &Document::selectionChanged, this, &Inspector::follow);
        m_idle->start();
    }
    follow();
}

RowForm* Inspector::current() const
{
    return qobject_cast<RowForm*>(currentWidget());
}

std::optional<std::pair<RowRef, Field>> Inspector::fieldAt(const QWidget& widget) const
{
    const RowForm* form = current();
    return form == nullptr ? std::nullopt : form->fieldAt(widget);
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
    RowForm* form = row ? formOf(row->table) : nullptr;
    if (form == nullptr) {
        setCurrentWidget(m_empty);
        return;
    }
    form->showRow(*row);
    setCurrentWidget(form);
}

void Inspector::beginNew(Table table)
{
    commitPending();
    if (RowForm* form = formOf(table)) {
        setCurrentWidget(form);
        form->beginNew();
    }
}

void Inspector::readDeal(const QString& line)
{
    beginNew(Table::Deals);
    if (RowForm* form = formOf(Table::Deals))
        std::ignore = form->readPasted(line);
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
