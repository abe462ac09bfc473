// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/override_marks.h"

#include "editing/scenario_edits.h"
#include "editing/value_text.h"
#include "forms/form_fields.h"
#include "theme/theme.h"

#include <QBoxLayout>
#include <QPushButton>

namespace ochain {

OverrideMarks::OverrideMarks(const FormSpec& spec, FormFields& fields, QObject* parent)
    : QObject(parent), m_spec(spec), m_fields(fields)
{}

void OverrideMarks::setDocument(Document* document)
{
    m_document = document;
    show(std::nullopt);
}

void OverrideMarks::show(std::optional<RowRef> row)
{
    m_row = row;
    for (const Field field : m_spec.fields) {
        const FieldOverride* overriding =
            m_document == nullptr || !row ? nullptr : overrideOf(m_document->overrides(), *row, field);
        if (overriding != nullptr)
            fill(markAt(field), *overriding);
        else if (const auto made = m_marks.find(field); made != m_marks.end())
            made->second->hide();
    }
}

void OverrideMarks::fill(QPushButton& mark, const FieldOverride& overriding) const
{
    const Chain& chain = m_document->chain();
    const bool isEditing = m_document->isEditingScenario();
    const std::string value = isEditing ? chain.value(overriding.row, overriding.field) : overriding.value;
    const QString text = valueInWords(chain, overriding.row, overriding.field, value);
    mark.setText(literally(isEditing ? tr("Overridden · give back to %1").arg(text) : tr("Viewed as %1").arg(text)));
    mark.setEnabled(isEditing);
    mark.setToolTip(isEditing ? tr("The scenario leaves this field as the file has it")
                              : tr("Figures and charts show this; the file has what stands above"));
    mark.show();
}

QPushButton& OverrideMarks::markAt(Field field)
{
    if (const auto made = m_marks.find(field); made != m_marks.end())
        return *made->second;
    FieldRow* row = m_fields.row(field);
    auto* mark = new QPushButton(row->parentWidget());
    mark->setObjectName(row->editor()->objectName() + QStringLiteral("Override"));
    mark->setProperty("look", QStringLiteral("quietLink"));
    auto* line = new QHBoxLayout;
    line->setContentsMargins(FieldRow::kLabelWidth + kGrid, 0, 0, 0);
    line->addWidget(mark);
    line->addStretch(1);
    auto* layout = qobject_cast<QBoxLayout*>(row->parentWidget()->layout());
    layout->insertLayout(layout->indexOf(row) + 1, line);
    QWidget::setTabOrder(row->editor(), mark);
    connect(mark, &QPushButton::clicked, this, [this, field] { giveBackAt(field); });
    return *m_marks.emplace(field, mark).first->second;
}

void OverrideMarks::giveBackAt(Field field)
{
    if (!m_document || !m_row)
        return;
    QWidget* editor = m_fields.row(field)->editor();
    if (const auto why = giveBack(*m_document, *m_row, field))
        emit notSaved(*why);
    editor->setFocus(Qt::OtherFocusReason);
}

} // namespace ochain
