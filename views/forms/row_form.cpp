// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/row_form.h"

#include "document/names.h"
#include "editing/field_names.h"
#include "editing/table_edits.h"
#include "editing/typed_text.h"
#include "formats/format.h"
#include "formats/parse_input.h"
#include "forms/belonging_cards.h"
#include "forms/field_conflicts.h"
#include "forms/field_histories.h"
#include "forms/figures_card.h"
#include "forms/form_fields.h"
#include "forms/links_card.h"
#include "forms/object_names.h"
#include "forms/row_words.h"
#include "forms/sources_card.h"
#include "theme/theme.h"
#include "widgets/impact_list.h"

#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ochain {

RowForm::RowForm(const FormSpec& spec, QWidget* parent) : QWidget(parent), m_spec(spec), m_drafts(spec.table)
{
    setObjectName(rowWord(spec.table) + QStringLiteral("Form"));
    createHead();
    createFields();
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
        m_drafts.dropNew();
        emit newRowDropped();
    });
}

void RowForm::createFields()
{
    m_fields = new FormFields(m_spec, *this);
    connect(m_fields, &FormFields::edited, this, &RowForm::edited);
    connect(m_fields, &FormFields::left, this, &RowForm::commit);
    connect(m_fields, &FormFields::restoreAsked, this, &RowForm::restore);
    m_conflicts = new FieldConflicts(m_spec, *m_fields, m_drafts, this);
    connect(m_conflicts, &FieldConflicts::mineTaken, this, [this](Field field) { settle(field, &RowForm::commit); });
    connect(m_conflicts, &FieldConflicts::theirsKept, this, [this](Field field) { settle(field, &RowForm::restore); });
    connect(m_conflicts, &FieldConflicts::notKept, this, [this](Field field, const Document::Refused& why) {
        sayNotTaken({std::nullopt, why}, field);
    });
    m_histories = new FieldHistories(m_spec, *m_fields, this);
    connect(m_histories, &FieldHistories::notSaved, this, &RowForm::notSaved);
    connect(m_fields, &FormFields::picked, this, [this](Field field, const QString& text) {
        edited(field, text);
        commit(field);
    });
    connect(m_fields, &FormFields::nodeWanted, this, [this](Field field, const NewNode& node) {
        m_drafts.draft().setNewNode(field, node);
        judge(field);
        commit(field);
    });
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

void RowForm::addCard(FormCard* card, bool isAbove)
{
    (isAbove ? m_above : m_below).push_back(card);
    connect(card, &FormCard::notSaved, this, &RowForm::notSaved);
    connect(card, &FormCard::refused, this, &RowForm::refused);
    connect(card, &FormCard::rowWanted, this, &RowForm::rowWanted);
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
    for (FormCard* card : m_above)
        body->addWidget(card);
    body->addSpacing(m_above.empty() ? kGrid / 2 : kGrid);
    for (const Field field : m_spec.fields) {
        m_fields->layInto(*body, field);
        if (field == m_spec.impactBelow)
            body->addWidget(m_impactCard);
    }
    for (FormCard* card : m_below) {
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
    if (m_document != nullptr)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = document;
    m_drafts.setDocument(document);
    m_conflicts->setDocument(document);
    m_histories->setDocument(document);
    for (const std::vector<FormCard*>* cards : {&m_above, &m_below})
        for (FormCard* card : *cards)
            card->setDocument(document);
    if (document != nullptr)
        connect(document, &Document::changed, this, &RowForm::follow);
    m_fields->setDocument(document);
}

void RowForm::showRow(RowRef shown)
{
    if (shown == m_drafts.row() && !isNew())
        return;
    commitPending();
    m_drafts.show(shown);
    showOther();
    if (!m_drafts.isCommitting()) // a new row that has just been taken over stays where it is
        m_scroll->ensureVisible(0, 0);
}

void RowForm::beginNew()
{
    commitPending();
    m_drafts.beginNew();
    showOther();
    const auto first = std::find_if(m_spec.fields.begin(), m_spec.fields.end(),
                                    [this](Field field) { return !m_drafts.draft().has(field); });
    focusField(first == m_spec.fields.end() ? m_spec.fields.front() : *first);
}

/// The form is about another row.
void RowForm::showOther()
{
    m_impactCard->hide();
    showCards();
    m_fields->fillProposals();
    showAll();
}

void RowForm::showCards()
{
    for (const std::vector<FormCard*>* cards : {&m_above, &m_below})
        for (FormCard* card : *cards) {
            card->setVisible(m_drafts.row().has_value());
            card->setRow(m_drafts.row());
        }
}

void RowForm::focusField(int field)
{
    const bool isThere = field >= 0 && m_fields->has(static_cast<Field>(field));
    FieldRow* wanted = m_fields->row(isThere ? static_cast<Field>(field) : m_spec.fields.front());
    wanted->editor()->setFocus(Qt::ShortcutFocusReason);
    if (QLineEdit* line = wanted->line())
        line->selectAll();
    m_scroll->ensureWidgetVisible(wanted);
}

QString RowForm::valueText(Field field) const
{
    if (m_drafts.draft().has(field))
        return m_drafts.draft().typed().at(field);
    return m_drafts.row() && m_document != nullptr ? shownText(m_document->chain(), *m_drafts.row(), field) : QString();
}

void RowForm::showAll()
{
    if (m_document == nullptr)
        return;
    for (const Field field : m_spec.fields)
        m_fields->show(field, valueText(field));
    m_histories->show(m_drafts.row());
    showHead();
    judgeAll();
}

void RowForm::showHead()
{
    m_drop->setVisible(isNew());
    const std::optional<RowRef>& row = m_drafts.row();
    m_title->setText(row ? rowTitle(m_document->chain(), *row) : newRowTitle(m_spec.table));
    m_subtitle->setText(row ? rowSubtitle(m_document->chain(), *row) : newRowHint(m_spec.table));
}

void RowForm::follow(const Changed& changed)
{
    if (m_document == nullptr)
        return;
    for (const RowDraft& draft : m_drafts.follow(changed.edit, m_document->isOthers()))
        emit rowErased(changed.edit, draft);
    m_histories->follow(changed.edit);
    m_fields->fillChoices();
    const std::optional<RowRef> row = m_drafts.row();
    if (row && !m_document->chain().isAlive(*row)) {
        m_histories->show(std::nullopt);
        return m_drafts.leaveRow(); // the selection moves on by itself
    }
    if (!row && !isNew())
        return;
    for (const Field field : m_spec.fields) {
        const FieldRow* fieldRow = m_fields->row(field);
        const bool isBeingTyped = fieldRow->editor()->hasFocus() && fieldRow->text() == valueText(field);
        if (!m_drafts.draft().has(field) && !isBeingTyped)
            m_fields->show(field, valueText(field));
    }
    m_histories->show(row);
    showHead();
    if (m_drafts.isCommitting() || isNew())
        return m_conflicts->show(); // others may have come in before what is being taken over
    judgeAll();
    const bool isMine = std::find(changed.rows.begin(), changed.rows.end(), *row) != changed.rows.end();
    m_impactCard->setVisible(isMine);
    if (isMine)
        m_impact->setImpact(m_document->chain(), m_document->lastImpact(), kImpactLines);
}

void RowForm::commitPending()
{
    if (m_document == nullptr)
        return;
    for (const Field field : m_spec.fields)
        if (m_fields->row(field)->editor()->hasFocus() && m_drafts.draft().has(field))
            commit(field);
}

void RowForm::edited(Field field, const QString& text)
{
    const std::optional<RowRef>& row = m_drafts.row();
    if (row && text == shownText(m_document->chain(), *row, field)) {
        m_drafts.draft().drop(field); // typed back to what it was; the line stays as it is, somebody is typing
        m_impactCard->hide();
        judgeAll();
        return;
    }
    m_drafts.draft().type(field, text);
    m_drafts.draft().rememberStored(m_document->chain());
    judge(field);
    m_conflicts->show();
}

QString RowForm::echoText(Field field, const Reading& reading) const
{
    const FieldRow* fieldRow = m_fields->row(field);
    if (fieldRow->line() == nullptr || fieldRow->rows() != nullptr)
        return {}; // a choice reads as what it says, and rows stand there by name
    QString text = readsAsText(fieldRow->text(), reading);
    const FieldType type = fieldSpec(m_spec.table, field).type;
    if (!m_drafts.row() || type == FieldType::Text || type == FieldType::Name)
        return text;
    const QString before = shownText(m_document->chain(), *m_drafts.row(), field);
    if (!before.isEmpty())
        text += (text.isEmpty() ? tr("was %1") : tr("; was %1")).arg(visibleText(before));
    return text;
}

void RowForm::judge(Field field)
{
    std::optional<Tried> tried;
    judge(field, tried);
}

/// @param tried  what the whole draft would do; found out at the first field that asks
void RowForm::judge(Field field, std::optional<Tried>& tried)
{
    const ReadResult reading = m_drafts.draft().read(m_document->chain(), field);
    if (!reading) {
        m_fields->row(field)->showProblem(sentenceText(reading.error()));
        m_fields->offerNode(field, reading.error(), tierOfNamed(field));
        showImpact(std::nullopt);
        return;
    }
    m_fields->withdrawNode(field);
    m_fields->say(field, echoText(field, *reading));
    if (!tried)
        tried = m_drafts.tryOut();
    if (!tried)
        return;
    m_fields->placeProblems(tried->problems, m_drafts.draft(), field);
    showImpact(tried->impact);
}

/// Where the node stands that a field of the row shown names now: the one whose place another takes.
std::string RowForm::tierOfNamed(Field field) const
{
    const Chain& chain = m_document->chain();
    const std::uint32_t named = m_drafts.row() ? chain.find(Table::Nodes, chain.value(*m_drafts.row(), field)) : kNoRow;
    return named == kNoRow ? std::string() : std::string(chain.value({Table::Nodes, named}, node_field::Tier));
}

void RowForm::judgeAll()
{
    std::vector<Field> fields;
    for (const auto& [field, text] : m_drafts.draft().typed())
        fields.push_back(field);
    std::optional<Tried> tried; // once for all of them
    for (const Field field : fields)
        judge(field, tried);
    m_conflicts->show();
}

void RowForm::showImpact(const std::optional<Impact>& impact)
{
    m_impactCard->setVisible(impact.has_value());
    if (impact)
        m_impact->setImpact(m_document->chain(), *impact, kImpactLines);
}

void RowForm::commit(Field field)
{
    const RowDraft& draft = m_drafts.draft();
    if (m_document == nullptr || m_drafts.isCommitting() || !draft.has(field) || m_document->isReadOnly())
        return;
    const Chain& chain = m_document->chain();
    if (m_conflicts->isAt(field))
        return m_conflicts->show(); // both stand there, and one of them is chosen
    if (!draft.read(chain, field))
        return; // kept and marked
    if (!m_drafts.row()) {
        if (draft.isComplete(chain))
            commitFields(draft.readableFields(chain), field);
        return;
    }
    // All that is pending may be valid only together, as a start and an end that both move.
    const std::vector<Field> pending = m_conflicts->without(draft.readableFields(chain));
    if (pending.size() > 1 && commitFields(pending, field))
        return;
    commitFields({field}, field);
}

bool RowForm::commitFields(const std::vector<Field>& fields, Field at)
{
    if (const auto taken = m_drafts.commit(fields); !taken) {
        sayNotTaken(taken.error(), at);
        return false;
    }
    const Impact& impact = m_document->lastImpact();
    for (const Field field : fields)
        m_fields->show(field, valueText(field));
    showHead();
    judgeAll();
    m_impactCard->show();
    m_impact->setImpact(m_document->chain(), impact, kImpactLines);
    return true;
}

void RowForm::sayNotTaken(const RowDrafts::NotTaken& why, Field at)
{
    if (m_drafts.draft().isStored(m_document->chain(), at))
        return restore(at); // others were faster with the same
    if (why.unclear)
        m_fields->placeProblems({*why.unclear}, m_drafts.draft(), at);
    else if (why.refused->error)
        emit notSaved(errorText(*why.refused->error));
    else
        judge(at);
    m_conflicts->show();
}

/// What was chosen where two had changed a field; the keyboard goes back there.
void RowForm::settle(Field field, void (RowForm::*order)(Field))
{
    m_fields->row(field)->editor()->setFocus(Qt::OtherFocusReason);
    (this->*order)(field);
}

std::vector<UnsavedText> RowForm::unsaved() const
{
    std::vector<UnsavedText> texts;
    if (m_document == nullptr)
        return texts;
    for (const RowDraft& draft : m_drafts.touched())
        for (UnsavedText& text : unsavedOf(*m_document, draft))
            texts.push_back(std::move(text));
    for (UnsavedText& text : m_histories->unsaved())
        texts.push_back(std::move(text));
    for (const std::vector<FormCard*>* cards : {&m_above, &m_below})
        for (const FormCard* card : *cards)
            for (UnsavedText& text : card->unsaved())
                texts.push_back(std::move(text));
    return texts;
}

void RowForm::saveUnsaved()
{
    if (m_document == nullptr || m_document->isReadOnly())
        return;
    const std::map<Field, QString> typed = m_drafts.draft().typed();
    for (const auto& [field, text] : typed)
        commit(field); // with all others that can be
    m_drafts.saveKept();
}

void RowForm::restore(Field field)
{
    m_drafts.draft().drop(field);
    m_fields->show(field, valueText(field));
    if (QLineEdit* line = m_fields->row(field)->line(); line != nullptr && line->hasFocus())
        line->selectAll();
    m_impactCard->hide();
    judgeAll();
}

void RowForm::retranslate()
{
    m_fields->retranslate();
    m_impactTitle->setText(tr("WHAT THIS EDIT MOVES"));
    m_drop->setText(dropNewText(m_spec.table));
    setAccessibleName(tableWord(m_spec.table));
}

void RowForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (m_document != nullptr) {
            m_fields->fillChoices();
            if (isNew() || m_drafts.row())
                showAll();
        }
    }
    QWidget::changeEvent(event);
}

} // namespace ochain
