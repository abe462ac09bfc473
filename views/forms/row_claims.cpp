// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/row_claims.h"

#include "editing/claim_history.h"
#include "editing/field_names.h"
#include "editing/rival_claims.h"
#include "forms/claims_strip.h"
#include "forms/object_names.h"

#include <QEvent>
#include <QVBoxLayout>

#include <iterator>
#include <string>

namespace ochain {

RowClaims::RowClaims(const QString& name, Table table, QWidget& before, QWidget* parent)
    : QWidget(parent), m_name(name), m_table(table), m_tabBefore(before)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    hide();
}

RowClaims::~RowClaims() = default;

void RowClaims::setDocument(Document* document)
{
    if (m_document != nullptr)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = document;
    m_recent.forget();
    m_last = {};
    for (const auto& [field, strip] : m_strips)
        strip->setDocument(document);
    showRow(std::nullopt);
    if (document == nullptr)
        return;
    connect(document, &Document::changed, this, [this](const Changed& changed) {
        m_recent.follow(m_document->chain(), changed.edit, m_document->isOthers());
        if (m_isLookedAt)
            showRow(m_row);
    });
}

void RowClaims::setLookedAt(bool isLookedAt)
{
    m_isLookedAt = isLookedAt;
    if (isLookedAt)
        showRow(m_row);
}

void RowClaims::showRow(std::optional<RowRef> row)
{
    const bool isThere = m_document != nullptr && row && m_document->chain().isAlive(*row);
    m_row = isThere ? row : std::nullopt;
    bool isAny = false;
    for (Field field = 0; field < tableSpec(m_table).fieldCount(); ++field)
        if (canHaveClaims(m_table, field)) {
            showAt(field);
            const auto strip = m_strips.find(field);
            isAny = isAny || (strip != m_strips.end() && !strip->second->isHidden());
        }
    setVisible(isAny);
}

void RowClaims::showAt(Field field)
{
    auto made = m_strips.find(field);
    if (!m_row) {
        if (made != m_strips.end())
            made->second->clear();
        return;
    }
    const Chain& chain = m_document->chain();
    const std::optional<std::string> before = m_recent.before(chain, *m_row, field);
    if (made == m_strips.end()) {
        if (!before && claimsOn(chain, *m_row, field).isEmpty())
            return;
        auto* strip = new ClaimsStrip(m_name + capitalised(fieldWord(m_table, field)), 0, m_last, this);
        strip->setDocument(m_document);
        connect(strip, &ClaimsStrip::notSaved, this, &RowClaims::notSaved);
        connect(strip, &ClaimsStrip::left, this, &RowClaims::left);
        made = m_strips.emplace(field, strip).first;
        QWidget* last = &m_tabBefore;
        for (QWidget* editor : strip->editors()) {
            setTabOrder(last, editor);
            last = editor;
        }
        // in the order of the fields
        qobject_cast<QVBoxLayout*>(layout())->insertWidget(static_cast<int>(std::distance(m_strips.begin(), made)),
                                                           strip);
    }
    made->second->showClaims(*m_row, field, fieldLabel(m_table, field), before);
}

std::vector<UnsavedText> RowClaims::unsaved() const
{
    std::vector<UnsavedText> texts;
    for (const auto& [field, strip] : m_strips)
        for (UnsavedText& text : strip->unsaved())
            texts.push_back(std::move(text));
    return texts;
}

void RowClaims::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        showRow(m_row); // their captions
    QWidget::changeEvent(event);
}

} // namespace ochain
