// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/deal_form.h"

#include "figures/format.h"
#include "forms/field_row.h"
#include "forms/new_node_strip.h"
#include "forms/row_picker.h"
#include "forms/sources_card.h"
#include "forms/tranches_card.h"
#include "panels/impact_list.h"
#include "theme/language.h"
#include "theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ochain {

namespace {

struct RowSpec {
    Field field;
    FieldRow::Kind kind;
    const char* label;
    const char* name; ///< object name
};

/// In the order of the form; the first ones are what a deal in the news says.
constexpr std::array<RowSpec, 15> kRows{{
    {deal_field::Supplier, FieldRow::Kind::Line, QT_TRANSLATE_NOOP("ochain::DealForm", "Supplier"), "dealSupplier"},
    {deal_field::Customer, FieldRow::Kind::Line, QT_TRANSLATE_NOOP("ochain::DealForm", "Customer"), "dealCustomer"},
    {deal_field::Kind, FieldRow::Kind::Choice, QT_TRANSLATE_NOOP("ochain::DealForm", "Kind"), "dealKind"},
    {deal_field::Status, FieldRow::Kind::Choice, QT_TRANSLATE_NOOP("ochain::DealForm", "Status"), "dealStatus"},
    {deal_field::CapacityMw, FieldRow::Kind::Line, QT_TRANSLATE_NOOP("ochain::DealForm", "Capacity"), "dealCapacity"},
    {deal_field::ValueUsd, FieldRow::Kind::Line, QT_TRANSLATE_NOOP("ochain::DealForm", "Value"), "dealValue"},
    {deal_field::Announced, FieldRow::Kind::Line, QT_TRANSLATE_NOOP("ochain::DealForm", "Announced"), "dealAnnounced"},
    {deal_field::Starts, FieldRow::Kind::Line, QT_TRANSLATE_NOOP("ochain::DealForm", "Starts"), "dealStarts"},
    {deal_field::Ends, FieldRow::Kind::Line, QT_TRANSLATE_NOOP("ochain::DealForm", "Ends"), "dealEnds"},
    {deal_field::PartOf, FieldRow::Kind::Line, QT_TRANSLATE_NOOP("ochain::DealForm", "Part of"), "dealPartOf"},
    {deal_field::Formula, FieldRow::Kind::Line, QT_TRANSLATE_NOOP("ochain::DealForm", "Formula"), "dealFormula"},
    {deal_field::EquityPct, FieldRow::Kind::Line, QT_TRANSLATE_NOOP("ochain::DealForm", "Equity"), "dealEquity"},
    {deal_field::Profile, FieldRow::Kind::Choice, QT_TRANSLATE_NOOP("ochain::DealForm", "Profile"), "dealProfile"},
    {deal_field::Basis, FieldRow::Kind::Choice, QT_TRANSLATE_NOOP("ochain::DealForm", "Basis"), "dealBasis"},
    {deal_field::NoteEn, FieldRow::Kind::Text, QT_TRANSLATE_NOOP("ochain::DealForm", "Note"), "dealNote"},
}};

bool isDate(Field field)
{
    return fieldSpec(Table::Deals, field).type == FieldType::Date;
}

} // namespace

DealForm::DealForm(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("dealForm"));
    createRows();
    createCards();
    layOut();
    retranslate();
}

DealForm::~DealForm() = default;

void DealForm::createRows()
{
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("dealTitle"));
    makeTitle(m_title);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_subtitle = new QLabel(this);
    makeNote(m_subtitle);
    m_subtitle->setWordWrap(true);
    m_drop = new QPushButton(this);
    m_drop->setObjectName(QStringLiteral("dropNewDeal"));
    m_drop->setProperty("look", QStringLiteral("link"));
    connect(m_drop, &QPushButton::clicked, this, [this] {
        m_draft = {};
        emit newDealDropped();
    });
    for (const RowSpec& spec : kRows) {
        auto* fieldRow = new FieldRow(spec.kind, QString::fromLatin1(spec.name), this);
        m_rows[spec.field] = fieldRow;
        connectRow(spec.field, fieldRow);
    }
    for (const Field field : {deal_field::Supplier, deal_field::Customer}) {
        const QString name =
            field == deal_field::Supplier ? QStringLiteral("newSupplier") : QStringLiteral("newCustomer");
        auto* strip = new NewNodeStrip(name, this);
        m_strips[field] = strip;
        connect(strip, &NewNodeStrip::wanted, this, [this, field](const NewNode& node) {
            m_draft.setNewNode(field, node);
            judge(field);
            commit(field);
        });
    }
}

void DealForm::connectRow(Field field, FieldRow* fieldRow)
{
    connect(fieldRow, &FieldRow::edited, this, [this, field](const QString& text) { edited(field, text); });
    connect(fieldRow, &FieldRow::left, this, [this, field] { commit(field); });
    connect(fieldRow, &FieldRow::restoreAsked, this, [this, field] { restore(field); });
}

void DealForm::createCards()
{
    m_impactCard = new QFrame(this);
    m_impactCard->setObjectName(QStringLiteral("impactCard"));
    m_impactCard->setProperty("look", QStringLiteral("card"));
    m_impactTitle = new QLabel(m_impactCard);
    makeCaption(m_impactTitle);
    m_impact = new ImpactList(m_impactCard);
    m_impact->setObjectName(QStringLiteral("impactList"));
    auto* layout = new QVBoxLayout(m_impactCard);
    layout->setContentsMargins(12, kGrid, 12, kGrid);
    layout->addWidget(m_impactTitle);
    layout->addWidget(m_impact);
    m_impactCard->hide();
    m_tranches = new TranchesCard(this);
    m_sources = new SourcesCard(this);
    connect(m_tranches, &TranchesCard::notSaved, this, &DealForm::notSaved);
    connect(m_sources, &SourcesCard::notSaved, this, &DealForm::notSaved);
}

void DealForm::layOut()
{
    auto* page = new QWidget;
    auto* body = new QVBoxLayout(page);
    body->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, 2 * kGrid);
    body->setSpacing(6);
    body->addWidget(m_title);
    body->addWidget(m_subtitle);
    body->addWidget(m_drop, 0, Qt::AlignLeft);
    body->addSpacing(kGrid / 2);
    for (const RowSpec& spec : kRows) {
        body->addWidget(m_rows[spec.field]);
        if (const auto strip = m_strips.find(spec.field); strip != m_strips.end())
            body->addWidget(strip->second);
        if (spec.field == deal_field::PartOf)
            body->addWidget(m_impactCard);
    }
    body->addSpacing(kGrid);
    body->addWidget(m_tranches);
    body->addSpacing(kGrid);
    body->addWidget(m_sources);
    body->addStretch(1);
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("dealScroll"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(page);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
}

void DealForm::setDocument(Document* document)
{
    m_pickers.clear();
    if (m_document != nullptr)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = document;
    m_deal = {};
    m_draft = {};
    m_kept.clear();
    m_tranches->setDocument(document);
    m_sources->setDocument(document);
    if (document == nullptr)
        return;
    connect(document, &Document::changed, this, &DealForm::follow);
    for (const Field field : {deal_field::Supplier, deal_field::Customer, deal_field::PartOf}) {
        const ItemKind kind = field == deal_field::PartOf ? ItemKind::Deal : ItemKind::Node;
        m_pickers.push_back(std::make_unique<RowPicker>(*row(field)->line(), *document, kind));
        connect(m_pickers.back().get(), &RowPicker::picked, this, [this, field](const QString& key) {
            const RowRef chosen{fieldSpec(Table::Deals, field).target,
                                m_document->chain().find(fieldSpec(Table::Deals, field).target, key.toStdString())};
            const QString name = nameOf(m_document->chain(), chosen, currentLanguage());
            // A name that two bear is no address; then the key is.
            const bool isUnique = rowCalled(m_document->chain(), chosen.table, name) == chosen.row;
            row(field)->setText(isUnique ? name : key);
            edited(field, isUnique ? name : key);
            commit(field);
        });
    }
    for (const RowSpec& spec : kRows)
        row(spec.field)->setReadOnly(document->isReadOnly());
    fillChoices();
}

void DealForm::showDeal(DealId deal)
{
    if (deal == m_deal && !isNew())
        return;
    commitPending();
    keepDraft();
    m_deal = deal;
    const std::string key(m_document->chain().key(RowRef{Table::Deals, deal.value}));
    const auto kept = m_kept.find(key);
    m_draft = kept == m_kept.end() ? DealDraft(key) : kept->second;
    m_impactCard->hide();
    m_tranches->setDeal(deal);
    m_sources->setRow(RowRef{Table::Deals, deal.value});
    showAll();
    if (!m_isCommitting) // a new deal that has just been taken over stays where it is
        m_scroll->ensureVisible(0, 0);
}

void DealForm::beginNew()
{
    commitPending();
    keepDraft();
    m_deal = {};
    const auto kept = m_kept.find({});
    m_draft = kept == m_kept.end() ? DealDraft::newDeal() : kept->second;
    m_impactCard->hide();
    m_tranches->setDeal({});
    m_sources->setRow(std::nullopt);
    showAll();
    focusField(deal_field::Supplier);
}

void DealForm::keepDraft()
{
    if (m_draft.typed().empty())
        m_kept.erase(m_draft.key());
    else if (m_deal.isSet() || m_draft.isNew())
        m_kept[m_draft.key()] = m_draft;
}

void DealForm::focusField(Field field)
{
    const auto found = m_rows.find(field);
    if (found == m_rows.end())
        return;
    found->second->editor()->setFocus(Qt::ShortcutFocusReason);
    if (QLineEdit* line = found->second->line())
        line->selectAll();
    m_scroll->ensureWidgetVisible(found->second);
}

void DealForm::commitPending()
{
    if (m_document == nullptr)
        return;
    for (const auto& [field, fieldRow] : m_rows)
        if (fieldRow->editor()->hasFocus() && m_draft.has(field))
            commit(field);
}

QString DealForm::valueText(Field field) const
{
    if (m_draft.has(field))
        return m_draft.typed().at(field);
    if (!m_deal.isSet() || m_document == nullptr)
        return {};
    return shownText(m_document->chain(), RowRef{Table::Deals, m_deal.value}, field, currentLanguage());
}

void DealForm::showField(Field field)
{
    row(field)->setText(valueText(field));
    row(field)->showEcho({});
    if (const auto strip = m_strips.find(field); strip != m_strips.end())
        strip->second->withdraw();
}

void DealForm::showAll()
{
    if (m_document == nullptr)
        return;
    for (const RowSpec& spec : kRows)
        showField(spec.field);
    showHead();
    judgeAll();
}

void DealForm::showHead()
{
    m_drop->setVisible(isNew());
    m_tranches->setVisible(!isNew());
    m_sources->setVisible(!isNew());
    if (isNew()) {
        m_title->setText(tr("New deal"));
        m_subtitle->setText(tr("Saved as soon as it has a supplier, a customer and a kind."));
        return;
    }
    const Chain& chain = m_document->chain();
    const Language language = currentLanguage();
    const Deal& deal = chain.deals()[m_deal];
    m_title->setText(nameOf(chain, m_deal, language));
    QStringList parts{nameOf(chain, deal.kind, language), nameOf(chain, deal.status, language),
                      toQString(chain.key(RowRef{Table::Deals, m_deal.value}))};
    m_subtitle->setText(parts.join(QStringLiteral("  ·  ")));
}

void DealForm::follow(const Changed& changed)
{
    if (m_document == nullptr)
        return;
    fillChoices();
    if (!isNew() && !m_document->chain().isAlive(RowRef{Table::Deals, m_deal.value}))
        return; // the selection moves on by itself
    for (const RowSpec& spec : kRows)
        if (!m_draft.has(spec.field) &&
            !(row(spec.field)->editor()->hasFocus() && row(spec.field)->text() == valueText(spec.field)))
            showField(spec.field);
    showHead();
    if (m_isCommitting || isNew())
        return;
    judgeAll();
    const bool isMine =
        std::find(changed.rows.begin(), changed.rows.end(), RowRef{Table::Deals, m_deal.value}) != changed.rows.end();
    m_impactCard->setVisible(isMine);
    if (isMine)
        m_impact->setImpact(m_document->chain(), m_document->lastImpact(), kImpactLines);
}

void DealForm::edited(Field field, const QString& text)
{
    if (!isNew() && m_deal.isSet() &&
        text == shownText(m_document->chain(), RowRef{Table::Deals, m_deal.value}, field, currentLanguage())) {
        restore(field); // typed back to what it was
        return;
    }
    m_draft.type(field, text);
    judge(field);
}

QString DealForm::echoText(Field field, const Reading& reading) const
{
    if (row(field)->line() == nullptr)
        return {}; // a choice reads as what it says
    QString text = readsAsText(row(field)->text(), reading);
    const bool wasThere = !isNew() && m_deal.isSet();
    const QString before =
        wasThere ? shownText(m_document->chain(), RowRef{Table::Deals, m_deal.value}, field, currentLanguage())
                 : QString();
    const FieldType type = fieldSpec(Table::Deals, field).type;
    const bool hasBefore =
        !before.isEmpty() && type != FieldType::Text && type != FieldType::Choice && row(field)->line() != nullptr;
    if (hasBefore)
        text += (text.isEmpty() ? tr("was %1") : tr("; was %1")).arg(before);
    return text;
}

std::vector<Field> DealForm::readableFields() const
{
    std::vector<Field> fields;
    for (const auto& [field, text] : m_draft.typed())
        if (m_draft.read(m_document->chain(), field, currentLanguage()))
            fields.push_back(field);
    return fields;
}

void DealForm::judge(Field field)
{
    const Language language = currentLanguage();
    const ReadResult reading = m_draft.read(m_document->chain(), field, language);
    if (!reading) {
        row(field)->showProblem(sentenceText(reading.error()));
        offerNode(field);
        showImpact(std::nullopt);
        return;
    }
    if (const auto strip = m_strips.find(field); strip != m_strips.end())
        strip->second->withdraw();
    row(field)->showEcho(echoText(field, *reading));
    if (isNew() && !m_draft.isComplete(m_document->chain(), language))
        return;
    const auto edit = m_draft.edit(m_document->chain(), readableFields(), language);
    if (!edit) {
        row(field)->showProblem(sentenceText(edit.error().sentence));
        showImpact(std::nullopt);
        return;
    }
    const Problems problems = m_document->validate(*edit);
    bool isPlaced = false;
    for (const Problem& problem : problems) {
        const bool isOurs = problem.table == Table::Deals && problem.field && m_rows.contains(*problem.field) &&
                            m_draft.has(*problem.field);
        if (isOurs)
            row(*problem.field)->showProblem(sentenceText(problem.sentence));
        isPlaced = isPlaced || isOurs;
    }
    if (!isPlaced && !problems.empty()) // what it does to a phase or a part is said where one types
        row(field)->showProblem(sentenceText(problems.front().sentence));
    showImpact(problems.empty() ? std::optional(*edit) : std::nullopt);
}

void DealForm::judgeAll()
{
    std::vector<Field> fields;
    for (const auto& [field, text] : m_draft.typed())
        fields.push_back(field);
    for (const Field field : fields)
        judge(field);
}

void DealForm::offerNode(Field field)
{
    const auto strip = m_strips.find(field);
    const QString name = row(field)->text().trimmed();
    if (strip == m_strips.end() || name.isEmpty())
        return;
    std::string tier;
    if (m_deal.isSet()) {
        const Deal& deal = m_document->chain().deals()[m_deal];
        const NodeId end = field == deal_field::Supplier ? deal.supplier : deal.customer;
        tier = m_document->chain().key(RowRef{Table::Tiers, m_document->chain().nodes()[end].tier.value});
    }
    strip->second->offer(m_document->chain(), name, tier, currentLanguage());
}

void DealForm::fillChoices()
{
    const Chain& chain = m_document->chain();
    const Language language = currentLanguage();
    QList<std::pair<QString, QString>> kinds;
    for (const std::uint32_t kind : chain.inOrder(Table::DealKinds))
        kinds.append({toQString(chain.key(RowRef{Table::DealKinds, kind})), nameOf(chain, KindId{kind}, language)});
    row(deal_field::Kind)->setChoices(kinds);
    QList<std::pair<QString, QString>> statuses;
    for (const std::uint32_t status : chain.inOrder(Table::Statuses))
        statuses.append(
            {toQString(chain.key(RowRef{Table::Statuses, status})), nameOf(chain, StatusId{status}, language)});
    row(deal_field::Status)->setChoices(statuses);
}

void DealForm::retranslate()
{
    for (const RowSpec& spec : kRows) {
        row(spec.field)->setLabel(tr(spec.label));
        if (isDate(spec.field))
            row(spec.field)->setPlaceholder(tr("unknown"));
    }
    row(deal_field::Supplier)->setPlaceholder(tr("type a name"));
    row(deal_field::Customer)->setPlaceholder(tr("type a name"));
    row(deal_field::Kind)->setPlaceholder(tr("choose"));
    row(deal_field::CapacityMw)->setPlaceholder(tr("undisclosed"));
    row(deal_field::ValueUsd)->setPlaceholder(tr("undisclosed"));
    row(deal_field::Formula)->setPlaceholder(tr("dollars a year, of metric series"));
    row(deal_field::EquityPct)->setPlaceholder(tr("none"));
    row(deal_field::PartOf)->setPlaceholder(tr("of no larger deal"));
    row(deal_field::Profile)
        ->setChoices({{QString(), tr("as its kind")},
                      {QStringLiteral("deploy"), tr("deployed bit by bit")},
                      {QStringLiteral("term"), tr("stands for its term")},
                      {QStringLiteral("none"), tr("no capacity")}});
    row(deal_field::Basis)
        ->setChoices({{QStringLiteral("reported"), tr("reported")},
                      {QStringLiteral("estimated"), tr("estimated")},
                      {QStringLiteral("derived"), tr("derived")},
                      {QStringLiteral("assumed"), tr("assumed")}});
    m_impactTitle->setText(tr("WHAT THIS EDIT MOVES"));
    m_drop->setText(tr("Give up this new deal"));
    setAccessibleName(tr("Deal"));
}

void DealForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        for (const std::unique_ptr<RowPicker>& picker : m_pickers)
            picker->setLanguage(currentLanguage());
        if (m_document != nullptr) {
            fillChoices();
            if (isNew() || m_deal.isSet())
                showAll();
        }
    }
    QWidget::changeEvent(event);
}

} // namespace ochain
