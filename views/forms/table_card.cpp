// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/table_card.h"

#include "editing/metric_text.h"
#include "editing/row_commands.h"
#include "formats/format.h"
#include "forms/card_columns.h"
#include "forms/object_names.h"
#include "forms/row_adder.h"
#include "forms/row_claims.h"
#include "forms/row_words.h"
#include "items/roles.h"
#include "language/language.h"
#include "language/punctuation.h"
#include "theme/theme.h"
#include "widgets/cell_checks.h"
#include "widgets/checked_delegate.h"
#include "widgets/figure_header.h"
#include "widgets/wrapped_label.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace ochain {

namespace {

constexpr int kMostRows = 8;
constexpr int kTableMargin = 3;          ///< of the card beside its table, whose cells have a padding
constexpr int kSide = 12 - kTableMargin; ///< of the rest, within that
constexpr double kWideFigure = 1.23e12;  ///< among the widest that are written short

} // namespace

TableCard::TableCard(Spec spec, QWidget* parent)
    : FormCard(spec.name, parent), m_spec(std::move(spec)), m_table(new QTableView(this)),
      m_claims(new RowClaims(m_spec.name, m_spec.table, *m_table, this)), m_hint(new WrappedLabel(this)),
      m_adder(new RowAdder({m_spec.name, m_spec.table, m_spec.owner, m_spec.added, m_spec.basis}, this)),
      m_remove(new QPushButton(this)), m_open(new QPushButton(this))
{
    createTable();
    createButtons();
    layOut();
    orderTabs();
}

TableCard::~TableCard()
{
    disconnect(m_table->itemDelegate(), nullptr, this, nullptr); // an editor that goes now has nobody left to tell
    m_table->setModel(nullptr);
}

void TableCard::createTable()
{
    m_table->setObjectName(m_spec.name + QStringLiteral("sTable"));
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalHeader(new FigureHeader(m_table));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setFont(noteFont()); // dates to the day, and figures beside them
    m_columns = new CardColumns(*m_table);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed);
    m_table->installEventFilter(this);
    auto* delegate = new CheckedDelegate(
        [this](const QModelIndex& cell, const QString& text) {
            return document() == nullptr ? QString() : judgeCell(*document(), cell, text);
        },
        [this](const QModelIndex& cell) {
            return choicesFor(document()->chain(), m_spec.table, m_model->fieldAt(cell.column()));
        },
        m_table);
    m_table->setItemDelegate(delegate);
    delegate->setTeller([this](const QModelIndex& cell, const QString& text) {
        return document() == nullptr ? QString() : overtakenText(*document(), cell, text);
    });
    connect(delegate, &CheckedDelegate::overtaken, this, &TableCard::refused);
    connect(delegate, &CheckedDelegate::noted, this, &TableCard::noteCell);
    connect(m_claims, &RowClaims::notSaved, this, &TableCard::notSaved);
    connect(m_claims, &RowClaims::left, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
}

void TableCard::createButtons()
{
    m_remove->setObjectName(QStringLiteral("remove") + capitalised(m_spec.name));
    m_open->setObjectName(QStringLiteral("open") + capitalised(m_spec.name));
    for (QPushButton* button : {m_remove, m_open})
        button->setProperty("look", QStringLiteral("link"));
    connect(m_adder, &RowAdder::noted, this, &TableCard::showNote);
    connect(m_adder, &RowAdder::wanted, this, &TableCard::add);
    connect(m_remove, &QPushButton::clicked, this, &TableCard::removeCurrent);
    connect(m_open, &QPushButton::clicked, this, &TableCard::openCurrent);
}

void TableCard::layOut()
{
    m_adder->setVisible(!m_spec.added.empty());
    makeNote(m_hint);
    m_hint->setObjectName(m_spec.name + QStringLiteral("Hint"));
    m_hint->setTextFormat(Qt::PlainText);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kSide, 0, kSide, 0);
    head->addWidget(caption(), 1);
    head->addWidget(m_open);
    head->addWidget(m_remove);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(kSide, 0, kSide, 0);
    below->setSpacing(kGrid / 2);
    below->addWidget(m_claims);
    below->addWidget(m_hint);
    below->addSpacing(kGrid / 2);
    below->addWidget(m_adder);
    below->addWidget(note()); // last, so that nothing one types into moves
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kTableMargin, kGrid / 2, kTableMargin, 12);
    layout->setSpacing(kGrid / 2);
    layout->addLayout(head);
    layout->addWidget(m_table);
    layout->addLayout(below);
}

/// From top to bottom, as they stand; lines of claims come in between when they are made.
void TableCard::orderTabs()
{
    const QList<QWidget*> stops = QList<QWidget*>{m_open, m_remove, m_table} + m_adder->stops();
    for (qsizetype stop = 1; stop < stops.size(); ++stop)
        setTabOrder(stops.at(stop - 1), stops.at(stop));
}

void TableCard::setDocument(Document* document)
{
    if (this->document() != nullptr)
        disconnect(this->document(), nullptr, this, nullptr);
    m_table->setModel(nullptr);
    m_model.reset();
    follow(document);
    m_claims->setDocument(document);
    m_adder->setDocument(document);
    if (document == nullptr)
        return;
    m_model = makeModel(*document);
    m_model->setLookedAt(isLookedAt());
    m_table->setModel(m_model.get());
    connect(document, &Document::changed, this, &TableCard::askRefresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TableCard::showClaims);
    showColumns();
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model.get(), signal, this, &TableCard::fitHeight);
    connect(m_model.get(), &QAbstractItemModel::dataChanged, m_columns, &CardColumns::fit);
    connect(m_model.get(), &RowsModel::refused, this, &TableCard::refused); // the cell has it no longer
    m_remove->setEnabled(!document->isReadOnly());
}

void TableCard::showColumns()
{
    for (const Field field : m_spec.hidden)
        m_table->setColumnHidden(m_model->columnOf(field), true);
    const bool isChinese = language() == Language::Chinese;
    for (const auto& [name, isOther] : {std::pair("name_en", isChinese), std::pair("name_zh", !isChinese)})
        if (const std::optional<Field> field = fieldNamed(m_spec.table, name); field && m_model->columnOf(*field) >= 0)
            m_table->setColumnHidden(m_model->columnOf(*field), isOther);
    std::vector<QString> samples(static_cast<std::size_t>(m_model->columnCount()));
    for (const auto& [field, given] : m_spec.samples)
        samples.at(static_cast<std::size_t>(m_model->columnOf(field))) =
            fieldSpec(m_spec.table, field).type == FieldType::Decimal ? metricText(kWideFigure, QString()) : given;
    m_columns->setUp(m_spec.filling, std::move(samples));
}

/// Those of the row that is chosen.
void TableCard::showClaims()
{
    m_claims->showRow(rowRefOf(m_table->currentIndex()));
}

void TableCard::setRow(std::optional<RowRef> row)
{
    if (m_model)
        m_model->setOwner(row);
    showClaims();
    m_adder->setOwner(row);
    fitHeight();
    refresh();
}

std::optional<RowRef> TableCard::owner() const
{
    return m_model ? m_model->owner() : std::nullopt;
}

void TableCard::lookedAtChanged()
{
    m_claims->setLookedAt(isLookedAt());
    if (m_model)
        m_model->setLookedAt(isLookedAt());
}

void TableCard::refresh()
{
    const QString hint = words().hint;
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

/// What is said of the cell that is being edited; once that is over, what is to be said of the lines below it again.
void TableCard::noteCell(const QString& text, bool isWrong)
{
    if (text.isEmpty())
        m_adder->judge();
    else
        showNote(text, isWrong);
}

void TableCard::fitHeight()
{
    const int rows = m_model ? m_model->rowCount() : 0;
    m_table->setVisible(rows > 0);
    m_remove->setVisible(rows > 0 && !m_spec.added.empty());
    m_open->setVisible(rows > 0 && m_spec.opensRows);
    const bool scrolls = m_table->horizontalScrollBar()->isVisible();
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + kRowHeight * std::min(rows, kMostRows) +
                            (scrolls ? m_table->horizontalScrollBar()->height() : 0) + 12);
    const TableCardWords now = words();
    caption()->setText(rows > 0 ? now.caption : now.none);
    m_columns->fit();
}

std::vector<UnsavedText> TableCard::unsaved() const
{
    if (document() == nullptr || !m_model || !m_model->owner())
        return {};
    std::vector<UnsavedText> texts = m_claims->unsaved();
    std::vector<UnsavedText> added =
        unsavedIn(m_adder->lines(), rowTitle(document()->chain(), *m_model->owner()),
                  note()->isHidden() || note()->property("role").toString() != QLatin1String("error")
                      ? tr("It is added by Enter or by the button beside it.")
                      : note()->text());
    texts.insert(texts.end(), added.begin(), added.end());
    return texts;
}

void TableCard::add(const Edit& edit)
{
    if (!apply(edit))
        return;
    m_adder->clear();
    m_table->scrollToBottom();
}

void TableCard::removeCurrent()
{
    const std::optional<RowRef> row = rowRefOf(m_table->currentIndex());
    if (!row || document() == nullptr)
        return showNote(words().notChosen, false);
    tl::expected<Edit, Problem> edit = deletionOf(document()->chain(), *row);
    if (!edit)
        return showNote(sentenceText(edit.error().sentence), true);
    if (const Problems problems = document()->validate(*edit); !problems.empty())
        return showNote(whyNotDeleted(document()->chain(), *row, {problems, {}}), true);
    if (apply(std::move(*edit)))
        m_adder->judge(); // what was said of the lines below still holds
}

void TableCard::openCurrent()
{
    if (const std::optional<RowRef> row = rowRefOf(m_table->currentIndex()))
        emit rowWanted(*row);
    else
        showNote(words().notChosen, false);
}

bool TableCard::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (watched != m_table || !isKey || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Delete)
        return FormCard::eventFilter(watched, event);
    // Delete is about the row of this table, not about the whole that the form shows.
    if (event->type() == QEvent::KeyPress && m_remove->isVisible() && m_remove->isEnabled())
        removeCurrent();
    event->accept();
    return true;
}

void TableCard::retranslate()
{
    const TableCardWords now = words();
    m_adder->retranslate(now.add, now.newRow);
    m_remove->setText(tr("Remove"));
    m_remove->setAccessibleName(now.remove);
    m_open->setText(tr("Open"));
    m_open->setAccessibleName(tr("Open the chosen row with all its fields"));
    m_table->setAccessibleName(now.table);
    fitHeight();
    refresh();
}

void TableCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        if (m_model) {
            m_model->retranslate();
            showColumns();
        }
        retranslate();
    }
    FormCard::changeEvent(event);
}

} // namespace ochain
