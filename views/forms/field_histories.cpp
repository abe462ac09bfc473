// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/field_histories.h"

#include "editing/claim_history.h"
#include "editing/rival_claims.h"
#include "forms/claims_strip.h"
#include "forms/form_fields.h"
#include "theme/theme.h"

#include <QBoxLayout>

#include <string>

namespace ochain {

FieldHistories::FieldHistories(const FormSpec& spec, FormFields& fields, QObject* parent)
    : QObject(parent), m_spec(spec), m_fields(fields)
{}

FieldHistories::~FieldHistories() = default;

void FieldHistories::setDocument(Document* document)
{
    m_document = document;
    m_row.reset();
    m_recent.forget();
    m_last = {};
    for (const auto& [field, strip] : m_strips)
        strip->setDocument(document);
}

void FieldHistories::show(std::optional<RowRef> row)
{
    m_row = row;
    for (const Field field : m_spec.fields)
        if (canHaveClaims(m_spec.table, field))
            showAt(field);
}

void FieldHistories::showAt(Field field)
{
    const auto made = m_strips.find(field);
    if (m_document == nullptr || !m_row) {
        if (made != m_strips.end())
            made->second->clear();
        return;
    }
    const Chain& chain = m_document->chain();
    const std::optional<std::string> before = m_recent.before(chain, *m_row, field);
    if (made != m_strips.end() || before || !claimsOn(chain, *m_row, field).isEmpty())
        stripAt(field).showClaims(*m_row, field, {}, before);
}

void FieldHistories::follow(const Edit& edit)
{
    if (m_document != nullptr)
        m_recent.follow(m_document->chain(), edit, m_document->isOthers());
}

ClaimsStrip& FieldHistories::stripAt(Field field)
{
    if (const auto made = m_strips.find(field); made != m_strips.end())
        return *made->second;
    FieldRow* row = m_fields.row(field);
    auto* strip =
        new ClaimsStrip(row->editor()->objectName(), FieldRow::kLabelWidth + kGrid, m_last, row->parentWidget());
    strip->setDocument(m_document);
    auto* layout = qobject_cast<QBoxLayout*>(row->parentWidget()->layout());
    layout->insertWidget(layout->indexOf(row) + 1, strip);
    QWidget* before = row->editor();
    for (QWidget* editor : strip->editors()) {
        QWidget::setTabOrder(before, editor);
        before = editor;
    }
    connect(strip, &ClaimsStrip::notSaved, this, &FieldHistories::notSaved);
    connect(strip, &ClaimsStrip::left, row, [row] { row->editor()->setFocus(Qt::OtherFocusReason); });
    return *m_strips.emplace(field, strip).first->second;
}

std::vector<UnsavedText> FieldHistories::unsaved() const
{
    std::vector<UnsavedText> texts;
    for (const auto& [field, strip] : m_strips)
        for (UnsavedText& text : strip->unsaved())
            texts.push_back(std::move(text));
    return texts;
}

} // namespace ochain
