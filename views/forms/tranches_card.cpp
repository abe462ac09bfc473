// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/tranches_card.h"

#include "browser/figure_header.h"
#include "chain/edit_builder.h"
#include "document/reason.h"
#include "figures/parse_input.h"
#include "forms/checked_delegate.h"
#include "forms/deal_draft.h"
#include "items/roles.h"
#include "items/tranches_model.h"
#include "theme/language.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace ochain {

namespace {

constexpr std::array<Field, 4> kAddedFields{tranche_field::Starts, tranche_field::Ends, tranche_field::CapacityMw,
                                            tranche_field::ValueUsd};
constexpr std::array<Field, TranchesModel::kColumnCount> kColumnFields{
    tranche_field::Starts,   tranche_field::Ends,  tranche_field::CapacityMw,
    tranche_field::ValueUsd, tranche_field::Basis, tranche_field::NoteEn};
constexpr int kMostRows = 8;
constexpr int kCellPadding = 10; ///< of a column, both sides

} // namespace

TranchesCard::TranchesCard(QWidget* parent)
    : QFrame(parent), m_caption(new QLabel(this)), m_table(new QTableView(this)), m_note(new QLabel(this))
{
    setProperty("look", QStringLiteral("card"));
    makeCaption(m_caption);
    makeNote(m_note);
    m_note->setObjectName(QStringLiteral("trancheNote"));
    m_note->setWordWrap(true);
    m_note->hide();
    m_table->setObjectName(QStringLiteral("tranchesTable"));
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalHeader(new FigureHeader(m_table));
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setMinimumSectionSize(36);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed);
    auto* delegate = new CheckedDelegate(
        [](int column, const QString& text) {
            return readField(Table::Tranches, kColumnFields[static_cast<std::size_t>(column)], text, currentLanguage());
        },
        m_table);
    m_table->setItemDelegate(delegate);
    connect(delegate, &CheckedDelegate::noted, this, &TranchesCard::showNote);
    createAdder();
    layOut();
    retranslate();
}

TranchesCard::~TranchesCard()
{
    m_table->setModel(nullptr);
}

void TranchesCard::createAdder()
{
    const std::array<QString, 4> names{QStringLiteral("newTrancheStarts"), QStringLiteral("newTrancheEnds"),
                                       QStringLiteral("newTrancheCapacity"), QStringLiteral("newTrancheValue")};
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        m_fields[i] = new QLineEdit(this);
        m_fields[i]->setObjectName(names[i]);
        connect(m_fields[i], &QLineEdit::textEdited, this, &TranchesCard::judgeAddition);
        connect(m_fields[i], &QLineEdit::returnPressed, this, &TranchesCard::add);
    }
    m_basis = new QComboBox(this);
    m_basis->setObjectName(QStringLiteral("newTrancheBasis"));
    m_add = new QPushButton(this);
    m_add->setObjectName(QStringLiteral("addTranche"));
    m_remove = new QPushButton(this);
    m_remove->setObjectName(QStringLiteral("removeTranche"));
    m_remove->setProperty("look", QStringLiteral("link"));
    connect(m_add, &QPushButton::clicked, this, &TranchesCard::add);
    connect(m_remove, &QPushButton::clicked, this, &TranchesCard::removeCurrent);
}

void TranchesCard::layOut()
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kGrid / 2);
    grid->setVerticalSpacing(kGrid / 2);
    for (std::size_t i = 0; i < m_fields.size(); ++i)
        grid->addWidget(m_fields[i], static_cast<int>(i) / 2, static_cast<int>(i) % 2);
    grid->addWidget(m_basis, 2, 0);
    grid->addWidget(m_add, 2, 1);
    auto* head = new QHBoxLayout;
    head->addWidget(m_caption);
    head->addStretch(1);
    head->addWidget(m_remove);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, kGrid / 2, 12, 12);
    layout->setSpacing(kGrid / 2);
    layout->addLayout(head);
    layout->addWidget(m_table);
    layout->addWidget(m_note);
    layout->addLayout(grid);
}

void TranchesCard::setDocument(Document* document)
{
    m_table->setModel(nullptr);
    m_model.reset();
    m_document = document;
    if (document == nullptr)
        return;
    m_model = std::make_unique<TranchesModel>(*document);
    m_model->setLanguage(currentLanguage());
    m_table->setModel(m_model.get());
    m_table->setColumnHidden(static_cast<int>(TranchesModel::Column::Note), true);
    // The inspector is narrow: an assumed phase is marked in its figures, and the box below the table sets the basis.
    m_table->setColumnHidden(static_cast<int>(TranchesModel::Column::Basis), true);
    QHeaderView* const header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Stretch);
    using Column = TranchesModel::Column;
    for (const auto& [column, sample] :
         {std::pair(Column::Starts, QStringLiteral("2026-12")), std::pair(Column::Ends, QStringLiteral("2026-12")),
          std::pair(Column::Capacity, QStringLiteral("99.9 GW"))}) {
        const QString title = m_model->headerData(static_cast<int>(column), Qt::Horizontal).toString();
        header->setSectionResizeMode(static_cast<int>(column), QHeaderView::Fixed);
        header->resizeSection(
            static_cast<int>(column),
            kCellPadding + std::max(fontMetrics().horizontalAdvance(sample), fontMetrics().horizontalAdvance(title)));
    }
    connect(m_model.get(), &QAbstractItemModel::rowsInserted, this, &TranchesCard::fitHeight);
    connect(m_model.get(), &QAbstractItemModel::rowsRemoved, this, &TranchesCard::fitHeight);
    connect(m_model.get(), &QAbstractItemModel::modelReset, this, &TranchesCard::fitHeight);
    connect(m_model.get(), &TranchesModel::refused, this, [this](const QString& why) { showNote(why, true); });
    const bool isReadOnly = document->isReadOnly();
    for (QWidget* widget :
         {static_cast<QWidget*>(m_add), static_cast<QWidget*>(m_remove), static_cast<QWidget*>(m_basis)})
        widget->setEnabled(!isReadOnly);
    for (QLineEdit* field : m_fields)
        field->setEnabled(!isReadOnly);
}

void TranchesCard::setDeal(DealId deal)
{
    m_deal = deal;
    if (m_model)
        m_model->setDeal(deal);
    for (QLineEdit* field : m_fields)
        field->clear();
    showNote({}, false);
    fitHeight();
}

void TranchesCard::fitHeight()
{
    const int rows = m_model ? m_model->rowCount() : 0;
    m_table->setVisible(rows > 0);
    m_remove->setVisible(rows > 0);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + kRowHeight * std::min(rows, kMostRows) +
                            12);
    m_caption->setText(rows > 0 ? tr("PHASES") : tr("PHASES  ·  none: the whole deal runs over its own dates"));
}

tl::expected<Edit, QString> TranchesCard::additionEdit() const
{
    const Chain& chain = m_document->chain();
    const std::string dealKey(chain.key(RowRef{Table::Deals, m_deal.value}));
    int number = 1;
    chain.forEachTranche(m_deal, [&](TrancheId, const Tranche&) { ++number; });
    const std::string key = freeKey(chain, Table::Tranches, dealKey + '-' + std::to_string(number));
    EditBuilder builder(chain);
    std::optional<Problem> problem = builder.add(Table::Tranches, key);
    const auto set = [&](Field field, const std::string& value) {
        if (!problem)
            problem = builder.set(Table::Tranches, key, field, value);
    };
    set(tranche_field::Deal, dealKey);
    set(tranche_field::Basis, m_basis->currentData().toString().toStdString());
    for (std::size_t i = 0; i < kAddedFields.size(); ++i) {
        const ReadResult reading = readField(Table::Tranches, kAddedFields[i], m_fields[i]->text(), currentLanguage());
        if (!reading)
            return tl::unexpected(sentenceText(reading.error()));
        set(kAddedFields[i], reading->canonical);
    }
    if (problem)
        return tl::unexpected(sentenceText(problem->sentence));
    Edit edit = std::move(builder).build(systemAuthor(), {});
    edit.why = defaultReason(chain, edit);
    return edit;
}

void TranchesCard::judgeAddition()
{
    bool isEmpty = true;
    QStringList echoes;
    for (std::size_t i = 0; i < kAddedFields.size(); ++i) {
        isEmpty = isEmpty && m_fields[i]->text().trimmed().isEmpty();
        const ReadResult reading = readField(Table::Tranches, kAddedFields[i], m_fields[i]->text(), currentLanguage());
        setLook(m_fields[i], "state", reading ? QString() : QStringLiteral("wrong"));
        if (reading && !reading->echo.isEmpty())
            echoes << reading->echo;
    }
    if (isEmpty) {
        showNote({}, false);
        return;
    }
    const tl::expected<Edit, QString> edit = additionEdit();
    if (!edit) {
        showNote(edit.error(), true);
        return;
    }
    const Problems problems = m_document->validate(*edit);
    if (problems.empty())
        showNote(tr("reads as %1").arg(echoes.join(QStringLiteral(", "))), false);
    else
        showNote(sentenceText(problems.front().sentence), true);
}

void TranchesCard::add()
{
    if (m_document == nullptr || !m_deal.isSet())
        return;
    tl::expected<Edit, QString> edit = additionEdit();
    if (edit)
        apply(std::move(*edit));
    else
        showNote(edit.error(), true);
}

void TranchesCard::removeCurrent()
{
    const std::optional<RowRef> row = rowRefOf(m_table->currentIndex());
    if (!row || row->table != Table::Tranches || m_document == nullptr) {
        showNote(tr("Choose the phase to remove first."), false);
        return;
    }
    const Chain& chain = m_document->chain();
    EditBuilder builder(chain);
    if (const std::optional<Problem> problem = builder.erase(Table::Tranches, chain.key(*row))) {
        showNote(sentenceText(problem->sentence), true);
        return;
    }
    Edit edit = std::move(builder).build(systemAuthor(), {});
    edit.why = defaultReason(chain, edit);
    apply(std::move(edit));
}

void TranchesCard::apply(Edit edit)
{
    const auto applied = m_document->apply(std::move(edit));
    if (applied) {
        for (QLineEdit* field : m_fields)
            field->clear();
        showNote({}, false);
        return;
    }
    if (applied.error().error)
        emit notSaved(errorText(*applied.error().error));
    else if (!applied.error().problems.empty())
        showNote(sentenceText(applied.error().problems.front().sentence), true);
}

void TranchesCard::showNote(const QString& text, bool isWrong)
{
    setLook(m_note, "role", isWrong ? QStringLiteral("error") : QStringLiteral("note"));
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void TranchesCard::retranslate()
{
    const std::array<QString, 4> names{tr("Starts"), tr("Ends"), tr("Capacity"), tr("Value")};
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        m_fields[i]->setPlaceholderText(names[i]);
        m_fields[i]->setAccessibleName(tr("New phase: %1").arg(names[i]));
    }
    const QString now = m_basis->currentData().toString();
    m_basis->clear();
    m_basis->addItem(tr("assumed"), QStringLiteral("assumed"));
    m_basis->addItem(tr("reported"), QStringLiteral("reported"));
    m_basis->addItem(tr("estimated"), QStringLiteral("estimated"));
    m_basis->addItem(tr("derived"), QStringLiteral("derived"));
    m_basis->setCurrentIndex(std::max(0, m_basis->findData(now)));
    m_basis->setAccessibleName(tr("New phase: %1").arg(tr("Basis")));
    m_add->setText(tr("Add phase"));
    m_remove->setText(tr("Remove"));
    m_remove->setAccessibleName(tr("Remove the chosen phase"));
    m_table->setAccessibleName(tr("Phases"));
    fitHeight();
}

void TranchesCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        if (m_model)
            m_model->setLanguage(currentLanguage());
        retranslate();
    }
    QFrame::changeEvent(event);
}

} // namespace ochain
