// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/row_adder.h"

#include "editing/field_names.h"
#include "editing/typed_text.h"
#include "formats/format.h"
#include "forms/object_names.h"
#include "language/punctuation.h"
#include "theme/theme.h"
#include "widgets/cell_checks.h"
#include "widgets/choice_box.h"
#include "widgets/proposals.h"
#include "widgets/wheel_guard.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace ochain {

namespace {

constexpr int kColumns = 2;

bool isWord(FieldType type)
{
    return type == FieldType::Name || type == FieldType::Text;
}

} // namespace

RowAdder::RowAdder(Asked asked, QWidget* parent) : QWidget(parent), m_asked(std::move(asked))
{
    const QString newName = QStringLiteral("new") + capitalised(m_asked.name);
    for (const Field field : m_asked.fields) {
        auto* line = new QLineEdit(this);
        line->setObjectName(newName + capitalised(fieldWord(m_asked.table, field)));
        if (isWord(fieldSpec(m_asked.table, field).type)) {
            m_proposals[field] = new Proposals(*line);
            m_proposals[field]->setSource([this, field] {
                return m_document ? valuesInUse(m_document->chain(), m_asked.table, field) : QStringList();
            });
            connect(m_proposals[field], &Proposals::chosen, this, &RowAdder::judge);
        }
        connect(line, &QLineEdit::textEdited, this, &RowAdder::judge);
        connect(line, &QLineEdit::returnPressed, this, &RowAdder::add);
        m_lines[field] = line;
    }
    m_basis = new ChoiceBox(this);
    m_basis->setObjectName(newName + QStringLiteral("Basis"));
    m_basis->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    leaveWheelToForm(*m_basis);
    m_add = new QPushButton(this);
    m_add->setObjectName(QStringLiteral("add") + capitalised(m_asked.name));
    for (const auto signal : {&ChoiceBox::typed, &ChoiceBox::chosen})
        connect(m_basis, signal, this, &RowAdder::judge);
    connect(m_basis, &ChoiceBox::entered, this, &RowAdder::add);
    connect(m_add, &QPushButton::clicked, this, &RowAdder::add);
    layOut();
}

void RowAdder::layOut()
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kGrid / 2);
    grid->setVerticalSpacing(kGrid / 2);
    int place = 0;
    const QList<QWidget*> widgets = stops();
    for (QWidget* widget : widgets) {
        grid->addWidget(widget, place / kColumns, place % kColumns);
        ++place;
    }
    for (int column = 0; column < kColumns; ++column)
        grid->setColumnStretch(column, 1);
}

QList<QWidget*> RowAdder::stops() const
{
    QList<QWidget*> widgets;
    for (const Field field : m_asked.fields)
        widgets << m_lines.at(field);
    return widgets << m_basis << m_add;
}

QList<const QLineEdit*> RowAdder::lines() const
{
    QList<const QLineEdit*> lines;
    for (const Field field : m_asked.fields)
        lines << m_lines.at(field);
    return lines;
}

void RowAdder::setDocument(Document* document)
{
    m_document = document;
    m_owner.reset();
    const bool isOpen = document != nullptr && !document->isReadOnly();
    const QList<QWidget*> widgets = stops();
    for (QWidget* widget : widgets)
        widget->setEnabled(isOpen);
}

void RowAdder::setOwner(std::optional<RowRef> owner)
{
    m_owner = owner;
    m_basis->setValue(m_asked.basis);
    clear();
}

void RowAdder::clear()
{
    for (const auto& [field, line] : m_lines)
        line->clear();
    for (const auto& [field, proposals] : m_proposals)
        proposals->forget(); // what has just been added is used now
    judge();
}

RowDraft RowAdder::addition() const
{
    const Chain& chain = m_document->chain();
    RowDraft draft(m_asked.table);
    if (m_asked.owner && m_owner)
        draft.type(*m_asked.owner, toQString(chain.key(*m_owner)));
    if (const std::optional<Field> basis = fieldNamed(m_asked.table, "basis"))
        m_basis->value() == m_asked.basis ? draft.begin(*basis, m_asked.basis) : draft.type(*basis, m_basis->value());
    for (const auto& [field, line] : m_lines)
        if (!line->text().trimmed().isEmpty()) // what stands empty may be filled by what is said elsewhere
            draft.type(field, line->text());
    return draft;
}

/// What is wrong with the basis of a row to be added; empty if nothing is.
QString RowAdder::basisProblem(const RowDraft& draft) const
{
    const std::optional<Field> basis = fieldNamed(m_asked.table, "basis");
    if (!basis || !draft.has(*basis))
        return {};
    const ReadResult reading = draft.read(m_document->chain(), *basis);
    return reading ? QString() : sentenceText(reading.error());
}

/// Marks the lines that cannot be read.
/// @param echoes  gets how the others read
/// @return what is wrong with the first of them; empty if nothing is
QString RowAdder::markLines(const RowDraft& draft, QStringList& echoes)
{
    QString problem;
    for (const Field field : m_asked.fields) {
        const ReadResult reading =
            draft.has(field) ? draft.read(m_document->chain(), field) : ReadResult(Reading{}); // nothing is typed there
        setLook(m_lines.at(field), "state", reading ? QString() : QStringLiteral("wrong"));
        if (!reading && problem.isEmpty())
            problem = sentenceText(reading.error());
        else if (reading && !reading->echo.isEmpty())
            echoes << reading->echo << filledText(m_asked.table, *reading, draft.unit(m_document->chain()));
    }
    echoes.removeAll(QString());
    const QString badBasis = basisProblem(draft);
    setLook(m_basis, "state", badBasis.isEmpty() ? QString() : QStringLiteral("wrong"));
    return problem.isEmpty() ? badBasis : problem;
}

void RowAdder::judge()
{
    if (!m_document)
        return emit noted({}, false);
    const RowDraft draft = addition();
    QStringList echoes;
    const QString problem = markLines(draft, echoes);
    const bool isEmpty = std::all_of(m_lines.begin(), m_lines.end(),
                                     [](const auto& line) { return line.second->text().trimmed().isEmpty(); });
    const Chain& chain = m_document->chain();
    if (problem.isEmpty() && (isEmpty || !draft.isComplete(chain)))
        return emit noted({}, false);
    if (!problem.isEmpty())
        return emit noted(problem, true);
    const auto said = judgeEdit(*m_document, draft.edit(chain, draft.readableFields(chain)),
                                echoes.isEmpty() ? QString() : tr("reads as %1").arg(listOf(echoes)));
    emit noted(said ? *said : said.error(), !said);
}

void RowAdder::add()
{
    if (!m_document || !m_owner)
        return;
    const Chain& chain = m_document->chain();
    const RowDraft draft = addition();
    QStringList echoes;
    if (const QString problem = markLines(draft, echoes); !problem.isEmpty())
        return emit noted(problem, true);
    const tl::expected<Edit, Problem> edit = draft.edit(chain, draft.readableFields(chain));
    if (!edit)
        emit noted(sentenceText(edit.error().sentence), true);
    else
        emit wanted(*edit);
}

void RowAdder::retranslate(const QString& add, const QString& newRow)
{
    for (const auto& [field, line] : m_lines) {
        line->setPlaceholderText(fieldLabel(m_asked.table, field));
        line->setAccessibleName(newRow.arg(line->placeholderText()));
    }
    if (const std::optional<Field> basis = fieldNamed(m_asked.table, "basis")) {
        const bool isFirst = m_basis->count() == 0;
        m_basis->setItems(choicesOf(fieldSpec(m_asked.table, *basis)));
        if (isFirst)
            m_basis->setValue(m_asked.basis);
        m_basis->setAccessibleName(newRow.arg(fieldLabel(m_asked.table, *basis)));
    }
    m_add->setText(add);
    judge();
}

} // namespace ochain
