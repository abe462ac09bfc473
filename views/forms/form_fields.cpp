// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/form_fields.h"

#include "editing/field_names.h"
#include "editing/typed_text.h"
#include "formats/format.h"
#include "forms/new_node_strip.h"
#include "forms/object_names.h"
#include "forms/row_list_edit.h"
#include "language/language.h"
#include "language/punctuation.h"
#include "widgets/cell_checks.h"
#include "widgets/row_picker.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace ochain {

FormFields::FormFields(const FormSpec& spec, QWidget& form) : QObject(&form), m_spec(spec)
{
    for (const Field field : m_spec.fields) {
        const FieldSpec& fieldIs = fieldSpec(m_spec.table, field);
        const QString word = capitalised(fieldWord(m_spec.table, field));
        m_rows[field] = new FieldRow(editorKind(fieldIs), rowWord(m_spec.table) + word, &form);
        connectRow(field);
        if (!isPicked(fieldIs) || fieldIs.target != Table::Nodes)
            continue;
        auto* strip = new NewNodeStrip(QStringLiteral("new") + word, &form);
        m_strips[field] = strip;
        connect(strip, &NewNodeStrip::wanted, this,
                [this, field](const NewNode& node) { emit nodeWanted(field, node); });
    }
    setProposals();
}

FormFields::~FormFields() = default;

void FormFields::connectRow(Field field)
{
    connect(row(field), &FieldRow::edited, this, [this, field](const QString& text) { emit edited(field, text); });
    connect(row(field), &FieldRow::left, this, [this, field] { emit left(field); });
    connect(row(field), &FieldRow::restoreAsked, this, [this, field] { emit restoreAsked(field); });
}

void FormFields::setDocument(Document* document)
{
    m_pickers.clear();
    m_document = document;
    for (const auto& [field, strip] : m_strips)
        strip->withdraw(); // it offers a place in the chain that goes
    if (document == nullptr)
        return;
    createPickers();
    for (const Field field : m_spec.fields)
        row(field)->setReadOnly(document->isReadOnly());
    fillChoices();
}

void FormFields::createPickers()
{
    for (const Field field : m_spec.fields) {
        const FieldSpec& spec = fieldSpec(m_spec.table, field);
        if (!isPicked(spec))
            continue;
        auto picker = std::make_unique<RowPicker>(*row(field)->line(), *m_document, spec.target);
        connect(picker.get(), &RowPicker::picked, this, [this, field](const QString& key) { pick(field, key); });
        m_pickers[field] = std::move(picker);
        if (RowListEdit* rows = row(field)->rows())
            rows->setNames([this, target = spec.target](const QString& key) {
                if (m_document == nullptr)
                    return QString();
                const RowRef ref{target, m_document->chain().find(target, key.toStdString())};
                return nameOf(m_document->chain(), ref);
            });
    }
}

void FormFields::pick(Field field, const QString& key)
{
    if (RowListEdit* rows = row(field)->rows())
        return rows->add(key); // and it reports what that makes
    const Table target = fieldSpec(m_spec.table, field).target;
    const Chain& chain = m_document->chain();
    const QString text = addressOf(chain, RowRef{target, chain.find(target, key.toStdString())});
    row(field)->setText(text);
    emit picked(field, text);
}

void FormFields::layInto(QBoxLayout& layout, Field field) const
{
    layout.addWidget(row(field));
    if (const auto strip = m_strips.find(field); strip != m_strips.end())
        layout.addWidget(strip->second);
}

void FormFields::retranslate()
{
    for (const Field field : m_spec.fields) {
        row(field)->setLabel(fieldLabel(m_spec.table, field));
        row(field)->setPlaceholder(placeholder(m_spec.table, field));
    }
    for (const auto& [field, picker] : m_pickers)
        picker->retranslate();
}

void FormFields::fillChoices()
{
    const Chain& chain = m_document->chain();
    for (const Field field : m_spec.fields) {
        const FieldSpec& spec = fieldSpec(m_spec.table, field);
        if (editorKind(spec) != FieldRow::Kind::Choice)
            continue;
        row(field)->setChoices(choicesFor(chain, m_spec.table, field));
    }
}

void FormFields::setProposals()
{
    for (const Field field : m_spec.fields)
        if (hasProposals(m_spec.table, field))
            row(field)->setProposals([this, field] {
                return m_document ? valuesInUse(m_document->chain(), m_spec.table, field) : QStringList();
            });
}

void FormFields::show(Field field, const QString& text)
{
    row(field)->setText(text);
    say(field, {});
    withdrawNode(field);
}

void FormFields::say(Field field, const QString& echo)
{
    const QString text = row(field)->text();
    const QString seen = visibleText(text);
    QStringList parts{echo};
    if (seen != text) // an editor shows it as any text would be
        parts << tr("has characters that cannot be seen: %1").arg(seen);
    parts.removeAll(QString());
    row(field)->showEcho(clausesOf(parts));
}

void FormFields::placeProblems(const Problems& problems, const RowDraft& draft, Field at)
{
    bool isPlaced = false;
    for (const Problem& problem : problems) {
        const bool isOurs = problem.table == m_spec.table && problem.field && m_rows.contains(*problem.field) &&
                            draft.has(*problem.field);
        if (isOurs)
            row(*problem.field)->showProblem(sentenceText(problem.sentence));
        isPlaced = isPlaced || isOurs;
    }
    if (!isPlaced && !problems.empty())
        row(at)->showProblem(sentenceText(problems.front().sentence));
}

void FormFields::offerNode(Field field, const Sentence& problem, const std::string& tier)
{
    const auto strip = m_strips.find(field);
    const QString name = row(field)->line() == nullptr ? QString() : row(field)->line()->text().trimmed();
    if (strip == m_strips.end() || name.isEmpty())
        return;
    if (problem != notOneCalled(Table::Nodes, name, 0))
        return withdrawNode(field);
    strip->second->offer(m_document->chain(), name, tier);
    row(field)->showProblem(
        tr("Nobody in the chain is called \"%1\". Choose from the list, or create it below.").arg(visibleText(name)));
    if (const auto picker = m_pickers.find(field); picker != m_pickers.end())
        picker->second->setHint(tr("None of these? Tab, and create \"%1\"").arg(visibleText(name)));
}

bool FormFields::isOffering(Field field) const
{
    const auto strip = m_strips.find(field);
    return strip != m_strips.end() && strip->second->isOffering();
}

void FormFields::proposeTier(Field field, const std::string& tier)
{
    m_strips.at(field)->propose(tier);
}

void FormFields::withdrawNode(Field field)
{
    if (const auto strip = m_strips.find(field); strip != m_strips.end())
        strip->second->withdraw();
    if (const auto picker = m_pickers.find(field); picker != m_pickers.end())
        picker->second->setHint({});
}

} // namespace ochain
