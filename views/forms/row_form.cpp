// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/row_form.h"

#include "editing/field_names.h"
#include "editing/typed_text.h"
#include "forms/belonging_cards.h"
#include "forms/figures_card.h"
#include "forms/links_card.h"
#include "forms/new_node_strip.h"
#include "forms/object_names.h"
#include "forms/row_list_edit.h"
#include "forms/row_words.h"
#include "forms/sources_card.h"
#include "theme/language.h"
#include "theme/theme.h"
#include "widgets/cell_checks.h"
#include "widgets/impact_list.h"
#include "widgets/row_picker.h"

#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ochain {

RowForm::RowForm(const FormSpec& spec, QWidget* parent) : QWidget(parent), m_spec(spec), m_draft(spec.table)
{
    setObjectName(rowWord(spec.table) + QStringLiteral("Form"));
    createHead();
    createRows();
    createImpact();
    createCards();
    layOut();
    retranslate();
}

RowForm::~RowForm() = default;

void RowForm::createHead()
{
    const QString word = rowWord(m_spec.table);
    m_title = new QLabel(this);
    m_title->setObjectName(word + QStringLiteral("Title"));
    makeTitle(m_title);
    m_subtitle = new QLabel(this);
    m_subtitle->setObjectName(word + QStringLiteral("Subtitle"));
    makeNote(m_subtitle);
    for (QLabel* label : {m_title, m_subtitle}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_drop = new QPushButton(this);
    m_drop->setObjectName(QStringLiteral("dropNew") + capitalised(word));
    m_drop->setProperty("look", QStringLiteral("link"));
    connect(m_drop, &QPushButton::clicked, this, [this] {
        m_draft = RowDraft(m_spec.table);
        m_kept.erase(std::string());
        m_isDrafting = false;
        emit newRowDropped();
    });
}

void RowForm::createRows()
{
    for (const Field field : m_spec.fields) {
        const FieldSpec& spec = fieldSpec(m_spec.table, field);
        const QString word = capitalised(fieldWord(m_spec.table, field));
        m_rows[field] = new FieldRow(editorKind(spec), rowWord(m_spec.table) + word, this);
        connectRow(field);
        if (!isPicked(spec) || spec.target != Table::Nodes)
            continue;
        auto* strip = new NewNodeStrip(QStringLiteral("new") + word, this);
        m_strips[field] = strip;
        connect(strip, &NewNodeStrip::wanted, this, [this, field](const NewNode& node) {
            m_draft.setNewNode(field, node);
            judge(field);
            commit(field);
        });
    }
}

void RowForm::connectRow(Field field)
{
    connect(row(field), &FieldRow::edited, this, [this, field](const QString& text) { edited(field, text); });
    connect(row(field), &FieldRow::left, this, [this, field] { commit(field); });
    connect(row(field), &FieldRow::restoreAsked, this, [this, field] { restore(field); });
}

void RowForm::createImpact()
{
    m_impactCard = new QFrame(this);
    m_impactCard->setObjectName(rowWord(m_spec.table) + QStringLiteral("ImpactCard"));
    m_impactCard->setProperty("look", QStringLiteral("card"));
    m_impactTitle = new QLabel(m_impactCard);
    makeCaption(m_impactTitle);
    m_impact = new ImpactList(m_impactCard);
    m_impact->setObjectName(rowWord(m_spec.table) + QStringLiteral("Impact"));
    auto* layout = new QVBoxLayout(m_impactCard);
    layout->setContentsMargins(12, kGrid, 12, kGrid);
    layout->addWidget(m_impactTitle);
    layout->addWidget(m_impact);
    m_impactCard->hide();
}

void RowForm::createCards()
{
    const Table table = m_spec.table;
    if (table == Table::Nodes || table == Table::Tiers)
        addCard(new FiguresCard(this), true);
    if (table == Table::Deals)
        addCard(new TranchesCard(this), false);
    if (table == Table::Nodes)
        addCard(new MetricsCard(this), false);
    if (table == Table::Statuses)
        addCard(new WeightsCard(this), false);
    if (table != Table::Sources)
        addCard(new SourcesCard(this), false);
    if (table != Table::Deals)
        addCard(new LinksCard(this), false);
}

void RowForm::addCard(RowCard* card, bool isAbove)
{
    (isAbove ? m_above : m_below).push_back(card);
    connect(card, &RowCard::notSaved, this, &RowForm::notSaved);
    connect(card, &RowCard::rowWanted, this, &RowForm::rowWanted);
}

void RowForm::layOut()
{
    auto* page = new QWidget;
    auto* body = new QVBoxLayout(page);
    body->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, 2 * kGrid);
    body->setSpacing(6);
    body->addWidget(m_title);
    body->addWidget(m_subtitle);
    body->addWidget(m_drop, 0, Qt::AlignLeft);
    for (RowCard* card : m_above)
        body->addWidget(card);
    body->addSpacing(m_above.empty() ? kGrid / 2 : kGrid);
    for (const Field field : m_spec.fields) {
        body->addWidget(row(field));
        if (const auto strip = m_strips.find(field); strip != m_strips.end())
            body->addWidget(strip->second);
        if (field == m_spec.impactBelow)
            body->addWidget(m_impactCard);
    }
    for (RowCard* card : m_below) {
        body->addSpacing(kGrid);
        body->addWidget(card);
    }
    body->addStretch(1);
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(rowWord(m_spec.table) + QStringLiteral("Scroll"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(page);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
}

void RowForm::setDocument(Document* document)
{
    m_pickers.clear();
    if (m_document != nullptr)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = document;
    m_row.reset();
    m_draft = RowDraft(m_spec.table);
    m_isDrafting = false;
    m_kept.clear();
    for (const auto& [field, strip] : m_strips)
        strip->withdraw(); // it offers a place in the chain that goes
    for (const std::vector<RowCard*>* cards : {&m_above, &m_below})
        for (RowCard* card : *cards)
            card->setDocument(document);
    if (document == nullptr)
        return;
    connect(document, &Document::changed, this, &RowForm::follow);
    createPickers();
    for (const Field field : m_spec.fields)
        row(field)->setReadOnly(document->isReadOnly());
    fillChoices();
}

void RowForm::createPickers()
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
                return nameOf(m_document->chain(), ref, currentLanguage());
            });
    }
}

void RowForm::showRow(RowRef shown)
{
    if (shown == m_row && !isNew())
        return;
    commitPending();
    keepDraft();
    m_row = shown;
    m_isDrafting = false;
    const std::string key(m_document->chain().key(shown));
    const auto kept = m_kept.find(key);
    m_draft = kept == m_kept.end() ? RowDraft(m_spec.table, key) : kept->second;
    m_impactCard->hide();
    showCards();
    fillProposals();
    showAll();
    if (!m_isCommitting) // a new row that has just been taken over stays where it is
        m_scroll->ensureVisible(0, 0);
}

void RowForm::beginNew()
{
    commitPending();
    keepDraft();
    const auto kept = m_kept.find({});
    m_draft = kept == m_kept.end()
                  ? RowDraft::newRow(m_document->chain(), m_spec.table, m_document->selection().row, currentLanguage())
                  : kept->second;
    m_row.reset();
    m_isDrafting = true;
    m_impactCard->hide();
    showCards();
    fillProposals();
    showAll();
    const auto first =
        std::find_if(m_spec.fields.begin(), m_spec.fields.end(), [this](Field field) { return !m_draft.has(field); });
    focusField(first == m_spec.fields.end() ? m_spec.fields.front() : *first);
}

void RowForm::showCards()
{
    for (const std::vector<RowCard*>* cards : {&m_above, &m_below})
        for (RowCard* card : *cards) {
            card->setVisible(m_row.has_value());
            card->setRow(m_row);
        }
}

void RowForm::focusField(int field)
{
    const auto found = field < 0 ? m_rows.end() : m_rows.find(static_cast<Field>(field));
    FieldRow* wanted = found == m_rows.end() ? row(m_spec.fields.front()) : found->second;
    wanted->editor()->setFocus(Qt::ShortcutFocusReason);
    if (QLineEdit* line = wanted->line())
        line->selectAll();
    m_scroll->ensureWidgetVisible(wanted);
}

QString RowForm::valueText(Field field) const
{
    if (m_draft.has(field))
        return m_draft.typed().at(field);
    return m_row && m_document != nullptr ? shownText(m_document->chain(), *m_row, field, currentLanguage())
                                          : QString();
}

void RowForm::showField(Field field)
{
    row(field)->setText(valueText(field));
    row(field)->showEcho({});
    withdrawNode(field);
}

void RowForm::showAll()
{
    if (m_document == nullptr)
        return;
    for (const Field field : m_spec.fields)
        showField(field);
    showHead();
    judgeAll();
}

void RowForm::showHead()
{
    m_drop->setVisible(isNew());
    if (!m_row) {
        m_title->setText(newRowTitle(m_spec.table));
        m_subtitle->setText(newRowHint(m_spec.table));
        return;
    }
    m_title->setText(rowTitle(m_document->chain(), *m_row, currentLanguage()));
    m_subtitle->setText(rowSubtitle(m_document->chain(), *m_row, currentLanguage()));
}

void RowForm::follow(const Changed& changed)
{
    if (m_document == nullptr)
        return;
    fillChoices();
    if (m_row && !m_document->chain().isAlive(*m_row)) {
        m_kept.erase(m_draft.key());
        m_draft = RowDraft(m_spec.table);
        m_row.reset(); // the selection moves on by itself
        return;
    }
    if (!m_row && !isNew())
        return;
    for (const Field field : m_spec.fields)
        if (!m_draft.has(field) && !(row(field)->editor()->hasFocus() && row(field)->text() == valueText(field)))
            showField(field);
    showHead();
    if (m_isCommitting || isNew())
        return;
    judgeAll();
    const bool isMine = std::find(changed.rows.begin(), changed.rows.end(), *m_row) != changed.rows.end();
    m_impactCard->setVisible(isMine);
    if (isMine)
        m_impact->setImpact(m_document->chain(), m_document->lastImpact(), kImpactLines);
}

void RowForm::fillChoices()
{
    const Chain& chain = m_document->chain();
    for (const Field field : m_spec.fields) {
        const FieldSpec& spec = fieldSpec(m_spec.table, field);
        if (editorKind(spec) != FieldRow::Kind::Choice)
            continue;
        row(field)->setChoices(choicesFor(chain, m_spec.table, field, currentLanguage()));
    }
}

void RowForm::fillProposals()
{
    for (const Field field : m_spec.fields)
        if (hasProposals(m_spec.table, field))
            row(field)->setProposals(valuesInUse(m_document->chain(), m_spec.table, field));
}

void RowForm::retranslate()
{
    for (const Field field : m_spec.fields) {
        row(field)->setLabel(fieldLabel(m_spec.table, field));
        row(field)->setPlaceholder(placeholder(m_spec.table, field));
    }
    m_impactTitle->setText(tr("WHAT THIS EDIT MOVES"));
    m_drop->setText(dropNewText(m_spec.table));
    setAccessibleName(tableWord(m_spec.table));
}

void RowForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        for (const auto& [field, picker] : m_pickers)
            picker->setLanguage(currentLanguage());
        if (m_document != nullptr) {
            fillChoices();
            if (isNew() || m_row)
                showAll();
        }
    }
    QWidget::changeEvent(event);
}

} // namespace ochain
