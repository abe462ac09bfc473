// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/row_picker.h"

#include "items/find_model.h"
#include "items/roles.h"
#include "widgets/choice_list.h"

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
    : QObject(&edit), m_model(std::make_unique<FindModel>(document)), m_list(new ChoiceList(edit, edit))
{
    m_model->setOnly(kindOf(table));
    m_list->setModel(m_model.get());
    connect(&edit, &QLineEdit::textEdited, this, &RowPicker::offer);
    connect(m_list, &ChoiceList::wanted, this, [this, &edit] { offer(edit.text()); });
    connect(m_list, &ChoiceList::left, this, [this] { m_model->setQuery({}); }); // no edit makes it search again
    connect(m_list, &ChoiceList::chosen, this, [this](const QModelIndex& index) {
        const QString key = index.data(KeyRole).toString();
        emit picked(key);
    });
}

RowPicker::~RowPicker()
{
    delete m_list; // before the model it shows
}

void RowPicker::offer(const QString& text)
{
    m_model->setQuery(text);
    m_list->offer();
}

void RowPicker::setHint(const QString& text)
{
    m_list->setHint(text);
}

void RowPicker::retranslate()
{
    m_model->retranslate();
}

bool isPicked(const FieldSpec& field)
{
    const bool isReference = field.type == FieldType::Reference || field.type == FieldType::References;
    return isReference && field.target != Table::DealKinds && field.target != Table::Statuses &&
           field.target != Table::Boundaries;
}

} // namespace ochain
