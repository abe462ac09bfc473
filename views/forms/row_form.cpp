// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/row_form.h"

#include "document/names.h"
#include "editing/field_names.h"
#include "editing/scenario_edits.h"
#include "editing/table_edits.h"
#include "editing/typed_text.h"
#include "editing/usual_tier.h"
#include "formats/format.h"
#include "forms/field_conflicts.h"
#include "forms/field_histories.h"
#include "forms/field_judge.h"
#include "forms/form_card.h"
#include "forms/form_cards.h"
#include "forms/form_fields.h"
#include "forms/form_head.h"
#include "forms/impact_place.h"
#include "forms/object_names.h"
#include "forms/override_marks.h"
#include "forms/read_line_strip.h"
#include "forms/row_words.h"
#include "language/punctuation.h"
#include "theme/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>
#include <utility>

namespace ochain {

RowForm::RowForm(const FormSpec& spec, QWidget* parent) : QWidget(parent), m_spec(spec), m_drafts(spec.table)
{
    setObjectName(rowWord(spec.table) + QStringLiteral("Form"));
    createHead();
    createFields();
    createReadLine();
    createCards();
    layOut();
    retranslate();
}

RowForm::~RowForm() = default;

void RowForm::createHead()
{
    m_head = new FormHead(m_spec.table, this);
    connect(m_head, &FormHead::dropAsked, this, [this] {
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
    m_marks = new OverrideMarks(m_spec, *m_fields, this);
    connect(m_marks, &OverrideMarks::notSaved, this, &RowForm::refused);
    connect(m_histories, &FieldHistories::notSaved, this, &RowForm::notSaved);
    connect(m_fields, &FormFields::picked, this, [this](Field field, const QString& text) {
        edited(field, text);
        commit(field);
    });
    connect(m_fields, &FormFields::nodeWanted, this, [this](Field field, const NewNode& node) {
        m_drafts.draft().setNewNode(field, node);
        m_judge->judge(field);
        commit(field);
    });
}

/// Deals are read from pasted lines.
void RowForm::createReadLine()
{
    if (m_spec.table != Table::Deals)
        return;
    m_readLine = new ReadLineStrip(this);
    for (const Field field : m_spec.fields)
        m_readLine->watch(*m_fields->row(field)->editor());
    connect(m_readLine, &ReadLineStrip::enterAsked, this, &RowForm::enterRead);
    connect(m_readLine, &ReadLineStrip::takeBackAsked, this, &RowForm::takeReadBack);
    connect(m_readLine, &ReadLineStrip::noteAsked, this, &RowForm::noteRest);
    connect(m_readLine, &ReadLineStrip::chosen, this, [this](Field field, const QString& text) {
        m_drafts.draft().settleRest(field);
        m_fields->show(field, text);
        edited(field, text);
        showHead();
        focusField(field);
    });
}

void RowForm::createCards()
{
    m_cards = new FormCards(m_spec.table, *this);
    connect(m_cards, &FormCards::notSaved, this, &RowForm::notSaved);
    connect(m_cards, &FormCards::refused, this, &RowForm::refused);
    connect(m_cards, &FormCards::rowWanted, this, &RowForm::rowWanted);
    if (m_spec.movesFigures)
        m_impact = new ImpactPlace(rowWord(m_spec.table), this);
    m_judge = std::make_unique<FieldJudge>(m_spec, *m_fields, m_drafts, m_impact);
}

void RowForm::layOut()
{
    auto* page = new QWidget;
    auto* body = new QVBoxLayout(page);
    body->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, 2 * kGrid);
    body->setSpacing(6);
    body->addWidget(m_head);
    if (m_readLine != nullptr)
        body->addWidget(m_readLine);
    for (FormCard* card : m_cards->above())
        body->addWidget(card);
    body->addSpacing(m_cards->above().empty() ? kGrid / 2 : kGrid);
    for (const Field field : m_spec.fields)
        m_fields->layInto(*body, field);
    for (FormCard* card : m_cards->below()) {
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
    layout->setSpacing(0);
    layout->addWidget(m_scroll, 1);
    if (m_impact != nullptr)
        layout->addWidget(m_impact);
}

void RowForm::setDocument(Document* document)
{
    if (m_document != nullptr)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = document;
    m_drafts.setDocument(document);
    m_judge->setDocument(document);
    m_conflicts->setDocument(document);
    m_histories->setDocument(document);
    m_marks->setDocument(document);
    m_cards->setDocument(document);
    m_isBehind = false;
    m_judge->clearImpact();
    if (document != nullptr) {
        connect(document, &Document::changed, this, &RowForm::follow);
        connect(document, &Document::overridesChanged, this, &RowForm::followOverrides);
    }
    m_fields->setDocument(document);
}

void RowForm::showRow(RowRef shown)
{
    if (shown == m_drafts.row() && !isNew())
        return;
    commitPending();
    m_head->keepHeight(m_drafts.isCommitting());
    m_drafts.show(shown);
    showOther();
    if (!m_drafts.isCommitting()) // a new row that has just been taken over stays where it is
        m_scroll->ensureVisible(0, 0);
}

void RowForm::beginNew()
{
    commitPending();
    m_head->keepHeight(false);
    m_drafts.beginNew();
    showOther();
    const auto first = std::find_if(m_spec.fields.begin(), m_spec.fields.end(),
                                    [this](Field field) { return !m_drafts.draft().has(field); });
    focusField(first == m_spec.fields.end() ? m_spec.fields.front() : *first);
}

/// The form is about another row.
void RowForm::showOther()
{
    if (m_document != nullptr)
        m_fields->fillChoices();
    m_isBehind = false;
    m_judge->clearImpact();
    m_cards->setRow(m_drafts.row());
    showAll();
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

std::optional<std::pair<RowRef, Field>> RowForm::fieldAt(const QWidget& widget) const
{
    for (const Field field : m_spec.fields)
        if (m_drafts.row() && m_fields->row(field)->isAncestorOf(&widget))
            return std::pair(*m_drafts.row(), field);
    return std::nullopt;
}

QString RowForm::valueText(Field field) const
{
    if (m_drafts.draft().has(field))
        return m_drafts.draft().typed().at(field);
    return m_drafts.row() && m_document != nullptr ? shownText(editedChain(*m_document), *m_drafts.row(), field)
                                                   : QString();
}

void RowForm::showAll()
{
    if (m_document == nullptr)
        return;
    for (const Field field : m_spec.fields)
        m_fields->show(field, valueText(field));
    m_histories->show(m_drafts.row());
    m_marks->show(m_drafts.row());
    showHead();
    judgeAll();
}

void RowForm::showHead()
{
    const std::optional<RowRef>& row = m_drafts.row();
    m_head->setNew(isNew());
    if (m_readLine != nullptr)
        m_readLine->showLine(m_document->chain(), m_drafts.draft().line());
    m_head->showTexts(row ? rowTitle(editedChain(*m_document), *row) : newRowTitle(m_spec.table),
                      row           ? rowSubtitle(editedChain(*m_document), *row)
                      : isWaiting() ? QString() // which the strip says otherwise
                                    : newRowHint(m_spec.table));
}

/// What concerns drafts is followed at once; what is seen of an edit waits until the form is.
void RowForm::follow(const Changed& changed)
{
    if (m_document == nullptr)
        return;
    for (const RowDraft& draft : m_drafts.follow(changed.edit, m_document->isOthers()))
        emit rowErased(changed.edit, draft);
    m_histories->follow(changed.edit);
    const std::optional<RowRef> row = m_drafts.row();
    const bool isGone = row && !m_document->chain().isAlive(*row);
    if (isGone) {
        m_histories->show(std::nullopt);
        m_drafts.leaveRow(); // the selection moves on by itself
    }
    m_isBehind = m_isBehind || !isVisible() || isGone;
    if (m_isBehind)
        return;
    m_fields->fillChoices();
    if (row || isNew())
        showEdit(std::find(changed.rows.begin(), changed.rows.end(), row) != changed.rows.end());
}

/// The scenario has other values, or is edited from now on, or no more.
void RowForm::followOverrides()
{
    m_isBehind = m_isBehind || !isVisible();
    if (!m_isBehind && m_drafts.row())
        showEdit(false);
}

/// Shows what an edit made of the row, but for what is being typed.
void RowForm::showEdit(bool isOfRow)
{
    for (const Field field : m_spec.fields) {
        const FieldRow* fieldRow = m_fields->row(field);
        const bool isBeingTyped = fieldRow->editor()->hasFocus() && fieldRow->text() == valueText(field);
        if (!m_drafts.draft().has(field) && !isBeingTyped)
            m_fields->show(field, valueText(field));
    }
    m_histories->show(m_drafts.row());
    m_marks->show(m_drafts.row());
    showHead();
    if (m_drafts.isCommitting() || isNew())
        return m_conflicts->show(); // others may have come in before what is being taken over
    judgeAll();
    if (isOfRow)
        m_judge->showImpact(m_document->lastImpact());
    else if (m_drafts.draft().typed().empty())
        m_judge->clearImpact();
}

/// Shows what has come in while nobody looked.
void RowForm::catchUp()
{
    if (!std::exchange(m_isBehind, false) || m_document == nullptr)
        return;
    m_fields->fillChoices();
    if (isNew() || m_drafts.row())
        showAll();
}

void RowForm::showEvent(QShowEvent* event)
{
    catchUp();
    m_cards->setLookedAt(true);
    QWidget::showEvent(event);
}

void RowForm::hideEvent(QHideEvent* event)
{
    m_cards->setLookedAt(false);
    m_drafts.endEntering();
    m_judge->clearImpact(); // of an edit that is long past when the form is seen again
    QWidget::hideEvent(event);
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
    if (readPasted(text))
        return;
    const std::optional<RowRef>& row = m_drafts.row();
    if (row && text == shownText(editedChain(*m_document), *row, field)) {
        m_drafts.draft().drop(field); // typed back to what it was; the line stays as it is, somebody is typing
        m_fields->say(field, {});
        m_fields->withdrawNode(field);
        m_judge->clearImpact();
        judgeAll();
        return;
    }
    m_drafts.draft().type(field, text);
    m_drafts.draft().rememberStored(editedChain(*m_document));
    m_judge->judge(field);
    m_conflicts->show();
    if (m_spec.table == Table::Deals && field == deal_field::Kind)
        m_judge->proposeTiers();
}

void RowForm::judgeAll()
{
    m_judge->judgeAll();
    m_conflicts->show();
}

bool RowForm::readPasted(const QString& text)
{
    const bool isEmpty = m_readLine != nullptr && isNew() && !m_drafts.draft().isTouched();
    if (!isEmpty || text.simplified() != QGuiApplication::clipboard()->text().simplified())
        return false;
    DealLine line = readDealLine(m_document->chain(), text);
    if (!line.isOfDeal())
        return false;
    m_drafts.draft().takeLine(std::move(line));
    showAll();
    for (const Field field : {deal_field::Supplier, deal_field::Customer, deal_field::Kind})
        if (!m_drafts.draft().has(field)) {
            focusField(field);
            break;
        }
    m_scroll->ensureVisible(0, 0);
    return true;
}

/// It was looked at.
void RowForm::enterRead()
{
    m_drafts.draft().endLine();
    const RowDraft& draft = m_drafts.draft();
    if (!m_document->isReadOnly() && draft.isComplete(editedChain(*m_document))) {
        std::ignore = commitFields(draft.readableFields(editedChain(*m_document)), deal_field::Supplier);
        return;
    }
    showHead();
    judgeAll();
    for (const Field field : {deal_field::Supplier, deal_field::Customer, deal_field::Kind})
        if (!draft.has(field) || !draft.read(editedChain(*m_document), field))
            return focusField(field);
}

void RowForm::takeReadBack()
{
    m_drafts.dropNew();
    m_drafts.beginNew();
    showOther();
    focusField(m_spec.fields.front());
}

void RowForm::noteRest(const QString& text)
{
    const QString before = valueText(deal_field::NoteEn).trimmed();
    const QString note = before.isEmpty() ? text : before + QLatin1Char('\n') + text;
    m_drafts.draft().settleRest();
    m_drafts.draft().type(deal_field::NoteEn, note);
    m_fields->show(deal_field::NoteEn, note);
    m_judge->judge(deal_field::NoteEn);
    showHead();
}

void RowForm::commit(Field field)
{
    const RowDraft& draft = m_drafts.draft();
    if (isWaiting())
        return; // what was read from a line is looked at first
    if (m_document == nullptr || m_drafts.isCommitting() || !draft.has(field) || m_document->isReadOnly())
        return;
    const Chain& chain = editedChain(*m_document);
    if (m_conflicts->isAt(field))
        return m_conflicts->show(); // both stand there, and one of them is chosen
    if (!draft.read(chain, field))
        return; // kept and marked
    if (!m_drafts.row()) {
        if (draft.isComplete(chain))
            commitFields(draft.readableFields(chain), field);
        else
            m_fields->say(field, {}); // as of a field that is saved: what is below moves once, not when the row is
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
    const std::map<Field, QString> said = m_judge->fillings(fields);
    if (const auto taken = m_drafts.commit(fields); !taken) {
        sayNotTaken(taken.error(), at);
        return false;
    }
    const Impact& impact = m_document->lastImpact();
    for (const Field field : fields)
        m_fields->show(field, valueText(field));
    showHead();
    judgeAll();
    for (const auto& [field, text] : said) {
        m_fields->show(field, valueText(field));
        m_fields->say(field, text);
    }
    m_judge->showImpact(impact);
    return true;
}

void RowForm::sayNotTaken(const RowDrafts::NotTaken& why, Field at)
{
    if (m_drafts.draft().isStored(editedChain(*m_document), at))
        return restore(at); // others were faster with the same
    if (why.unclear)
        m_fields->placeProblems({*why.unclear}, m_drafts.draft(), at);
    else if (why.refused->error)
        emit notSaved(errorText(*why.refused->error));
    else
        m_judge->judge(at);
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
    for (UnsavedText& text : m_cards->unsaved())
        texts.push_back(std::move(text));
    return texts;
}

void RowForm::saveUnsaved()
{
    if (m_document == nullptr || m_document->isReadOnly())
        return;
    m_drafts.draft().endLine();
    const std::map<Field, QString> typed = m_drafts.draft().typed();
    for (const auto& [field, text] : typed)
        commit(field); // with all others that can be
    m_drafts.saveKept();
}

void RowForm::restore(Field field)
{
    if (isWaiting())
        return takeReadBack();
    m_drafts.draft().drop(field);
    m_fields->show(field, valueText(field));
    if (QLineEdit* line = m_fields->row(field)->line(); line != nullptr && line->hasFocus())
        line->selectAll();
    m_judge->clearImpact();
    judgeAll();
}

void RowForm::retranslate()
{
    m_fields->retranslate();
    m_head->retranslate();
    if (m_readLine != nullptr)
        m_readLine->retranslate();
    if (m_impact != nullptr)
        m_impact->retranslate();
    setAccessibleName(tableWord(m_spec.table));
}

void RowForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_isBehind = true;
        if (isVisible())
            catchUp();
    }
    QWidget::changeEvent(event);
}

} // namespace ochain
