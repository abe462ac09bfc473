// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/inspector.h"

#include "forms/deal_form.h"
#include "panels/row_summary.h"
#include "panels/state_page.h"

#include <QEvent>

namespace ochain {

Inspector::Inspector(QWidget* parent)
    : QStackedWidget(parent), m_empty(new StatePage(this)), m_form(new DealForm(this)), m_summary(new RowSummary(this))
{
    setObjectName(QStringLiteral("inspector"));
    addWidget(m_empty);
    addWidget(m_form);
    addWidget(m_summary);
    connect(m_form, &DealForm::notSaved, this, &Inspector::notSaved);
    connect(m_form, &DealForm::newDealDropped, this, &Inspector::follow);
    connect(m_summary, &RowSummary::notSaved, this, &Inspector::notSaved);
    retranslate();
}

void Inspector::setDocument(Document* document)
{
    if (m_document != nullptr)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = document;
    m_form->setDocument(document);
    m_summary->setDocument(document);
    if (document != nullptr)
        connect(document, &Document::selectionChanged, this, &Inspector::follow);
    follow();
}

void Inspector::follow()
{
    const std::optional<RowRef> row = m_document == nullptr ? std::nullopt : m_document->selection().row;
    if (!row) {
        setCurrentWidget(m_empty);
        return;
    }
    if (row->table == Table::Deals) {
        m_form->showDeal(DealId{row->row});
        setCurrentWidget(m_form);
    } else {
        m_form->commitPending();
        m_summary->showRow(*row);
        setCurrentWidget(m_summary);
    }
}

void Inspector::beginNewDeal()
{
    setCurrentWidget(m_form);
    m_form->beginNew();
}

void Inspector::focusField(int field)
{
    if (currentWidget() == m_form)
        m_form->focusField(static_cast<Field>(field));
}

void Inspector::retranslate()
{
    setAccessibleName(tr("Inspector"));
    m_empty->showText(tr("Nothing selected"),
                      tr("Choose a deal, a company or a tier, in a chart, the tree or a table, to see and edit "
                         "it here. A new deal: Ctrl+N."));
}

void Inspector::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QStackedWidget::changeEvent(event);
}

} // namespace ochain
