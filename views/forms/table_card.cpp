// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/table_card.h"

#include "editing/field_names.h"
#include "editing/metric_text.h"
#include "editing/row_commands.h"
#include "editing/typed_text.h"
#include "formats/format.h"
#include "forms/object_names.h"
#include "forms/row_claims.h"
#include "forms/row_words.h"
#include "items/roles.h"
#include "language/language.h"
#include "language/punctuation.h"
#include "theme/theme.h"
#include "widgets/cell_checks.h"
#include "widgets/checked_delegate.h"
#include "widgets/choice_box.h"
#include "widgets/figure_header.h"
#include "widgets/proposals.h"
#include "widgets/wheel_guard.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QGridLayout>
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
constexpr int kCellPadding = 18; ///< of a column, both sides
constexpr int kLeastColumn = 54; ///< in a narrower one the title would be cut
constexpr int kAdderColumns = 2;
constexpr double kWideFigure = 1.23e12; ///< among the widest that are written short

} // namespace

TableCard::TableCard(Spec spec, QWidget* parent)
    : FormCard(spec.name, parent), m_spec(std::move(spec)), m_table(new QTableView(this)),
      m_claims(new RowClaims(m_spec.name, m_spec.table, *m_table, this)), m_basis(new ChoiceBox(this)),
      m_add(new QPushButton(this)), m_remove(new QPushButton(this)), m_open(new QPushButton(this))
{
    createTable();
    createAdder();
    layOut();
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
    m_table->horizontalHeader()->setMinimumSectionSize(kLeastColumn);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
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
    connect(delegate, &CheckedDelegate::noted, this, &TableCard::showNote);
    connect(m_claims, &RowClaims::notSaved, this, &TableCard::notSaved);
    connect(m_claims, &RowClaims::left, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
}

void TableCard::createAdder()
{
    const QString newName = QStringLiteral("new") + capitalised(m_spec.name);
    for (const Field field : m_spec.added) {
        auto* line = new QLineEdit(this);
        line->setObjectName(newName + capitalised(fieldWord(m_spec.table, field)));
        if (const FieldType type = fieldSpec(m_spec.table, field).type;
            type == FieldType::Name || type == FieldType::Text) {
            m_proposals[field] = new Proposals(*line);
            connect(m_proposals[field], &Proposals::chosen, this, &TableCard::judgeAddition);
        }
        connect(line, &QLineEdit::textEdited, this, &TableCard::judgeAddition);
        connect(line, &QLineEdit::returnPressed, this, &TableCard::add);
        m_lines[field] = line;
    }
    m_basis->setObjectName(newName + QStringLiteral("Basis"));
    leaveWheelToForm(*m_basis);
    m_add->setObjectName(QStringLiteral("add") + capitalised(m_spec.name));
    m_remove->setObjectName(QStringLiteral("remove") + capitalised(m_spec.name));
    m_open->setObjectName(QStringLiteral("open") + capitalised(m_spec.name));
    for (QPushButton* button : {m_remove, m_open})
        button->setProperty("look", QStringLiteral("link"));
    for (const auto signal : {&ChoiceBox::typed, &ChoiceBox::chosen})
        connect(m_basis, signal, this, &TableCard::judgeAddition);
    connect(m_basis, &ChoiceBox::entered, this, &TableCard::add);
    connect(m_add, &QPushButton::clicked, this, &TableCard::add);
    connect(m_remove, &QPushButton::clicked, this, &TableCard::removeCurrent);
    connect(m_open, &QPushButton::clicked, this, &TableCard::openCurrent);
}

void TableCard::layOut()
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kGrid / 2);
    grid->setVerticalSpacing(kGrid / 2);
    int place = 0;
    const auto put = [&](QWidget* widget) {
        grid->addWidget(widget, place / kAdderColumns, place % kAdderColumns);
        ++place;
    };
    for (const Field field : m_spec.added)
        put(m_lines.at(field));
    put(m_basis);
    put(m_add);
    for (int column = 0; column < kAdderColumns; ++column)
        grid->setColumnStretch(column, 1);
    m_basis->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_basis->setVisible(!m_spec.added.empty());
    m_add->setVisible(!m_spec.added.empty());
    auto* head = new QHBoxLayout;
    head->addWidget(caption(), 1);
    head->addWidget(m_open);
    head->addWidget(m_remove);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, kGrid / 2, 12, 12);
    layout->setSpacing(kGrid / 2);
    layout->addLayout(head);
    layout->addWidget(m_table);
    layout->addWidget(m_claims);
    layout->addWidget(note());
    layout->addLayout(grid);
}

void TableCard::setDocument(Document* document)
{
    m_table->setModel(nullptr);
    m_model.reset();
    follow(document);
    m_claims->setDocument(document);
    if (document == nullptr)
        return;
    m_model = makeModel(*document);
    m_table->setModel(m_model.get());
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TableCard::showClaims);
    showColumns();
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model.get(), signal, this, &TableCard::fitHeight);
    connect(m_model.get(), &RowsModel::refused, this, [this](const QString& why) { showNote(why, true); });
    for (QWidget* widget :
         {static_cast<QWidget*>(m_add), static_cast<QWidget*>(m_remove), static_cast<QWidget*>(m_basis)})
        widget->setEnabled(!document->isReadOnly());
    for (const auto& [field, line] : m_lines)
        line->setEnabled(!document->isReadOnly());
}

/// Columns as wide as what usually stands in them; the others share what is left of the narrow inspector.
void TableCard::showColumns()
{
    QHeaderView* const header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Stretch);
    for (const Field field : m_spec.hidden)
        m_table->setColumnHidden(m_model->columnOf(field), true);
    const bool isChinese = language() == Language::Chinese;
    for (const auto& [name, isOther] : {std::pair("name_en", isChinese), std::pair("name_zh", !isChinese)})
        if (const std::optional<Field> field = fieldNamed(m_spec.table, name); field && m_model->columnOf(*field) >= 0)
            m_table->setColumnHidden(m_model->columnOf(*field), isOther);
    for (const auto& [field, given] : m_spec.fixed) {
        const int column = m_model->columnOf(field);
        const QString sample =
            fieldSpec(m_spec.table, field).type == FieldType::Decimal ? metricText(kWideFigure, QString()) : given;
        const QString title = m_model->headerData(column, Qt::Horizontal).toString();
        header->setSectionResizeMode(column, QHeaderView::Fixed);
        header->resizeSection(column,
                              kCellPadding + std::max(fontMetrics().horizontalAdvance(sample),
                                                      QFontMetrics(noteFont()).horizontalAdvance(title) + kGrid));
    }
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
    for (const auto& [field, line] : m_lines)
        line->clear();
    m_basis->setValue(m_spec.basis);
    showNote({}, false);
    fitHeight();
    offerValues();
}

void TableCard::offerValues()
{
    if (document() == nullptr)
        return;
    for (const auto& [field, proposals] : m_proposals)
        proposals->setTexts(valuesInUse(document()->chain(), m_spec.table, field));
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
}

std::vector<UnsavedText> TableCard::unsaved() const
{
    if (document() == nullptr || !m_model || !m_model->owner())
        return {};
    QList<const QLineEdit*> lines;
    for (const Field field : m_spec.added)
        lines << m_lines.at(field);
    std::vector<UnsavedText> texts = m_claims->unsaved();
    std::vector<UnsavedText> added =
        unsavedIn(lines, rowTitle(document()->chain(), *m_model->owner()),
                  note()->isHidden() || note()->property("role").toString() != QLatin1String("error")
                      ? tr("It is added by Enter or by the button beside it.")
                      : note()->text());
    texts.insert(texts.end(), added.begin(), added.end());
    return texts;
}

RowDraft TableCard::addition() const
{
    const Chain& chain = document()->chain();
    RowDraft draft(m_spec.table);
    if (m_spec.owner && m_model->owner())
        draft.type(*m_spec.owner, toQString(chain.key(*m_model->owner())));
    if (const std::optional<Field> basis = fieldNamed(m_spec.table, "basis"))
        draft.type(*basis, m_basis->value());
    for (const auto& [field, line] : m_lines)
        draft.type(field, line->text());
    return draft;
}

/// What is wrong with the basis of a row to be added; empty if nothing is.
QString TableCard::basisProblem(const RowDraft& draft) const
{
    const std::optional<Field> basis = fieldNamed(m_spec.table, "basis");
    if (!basis || !draft.has(*basis))
        return {};
    const ReadResult reading = draft.read(document()->chain(), *basis);
    return reading ? QString() : sentenceText(reading.error());
}

void TableCard::judgeAddition()
{
    const Chain& chain = document()->chain();
    const RowDraft draft = addition();
    bool isEmpty = true;
    QStringList echoes;
    QString problem;
    for (const Field field : m_spec.added) {
        QLineEdit* line = m_lines.at(field);
        isEmpty = isEmpty && line->text().trimmed().isEmpty();
        const ReadResult reading = draft.read(chain, field);
        setLook(line, "state", reading ? QString() : QStringLiteral("wrong"));
        if (!reading && problem.isEmpty())
            problem = sentenceText(reading.error());
        else if (reading && !reading->echo.isEmpty())
            echoes << reading->echo;
    }
    const QString badBasis = basisProblem(draft);
    setLook(m_basis, "state", badBasis.isEmpty() ? QString() : QStringLiteral("wrong"));
    if (problem.isEmpty())
        problem = badBasis;
    if ((isEmpty && badBasis.isEmpty()) || (problem.isEmpty() && !draft.isComplete(chain)))
        return showNote({}, false);
    if (!problem.isEmpty())
        return showNote(problem, true);
    const auto said = judgeEdit(*document(), draft.edit(chain, draft.readableFields(chain)),
                                echoes.isEmpty() ? QString() : tr("reads as %1").arg(listOf(echoes)));
    showNote(said ? *said : said.error(), !said);
}

void TableCard::add()
{
    if (document() == nullptr || !m_model->owner())
        return;
    const Chain& chain = document()->chain();
    const RowDraft draft = addition();
    for (const Field field : m_spec.added)
        if (const ReadResult reading = draft.read(chain, field); !reading)
            return showNote(sentenceText(reading.error()), true);
    if (const QString problem = basisProblem(draft); !problem.isEmpty())
        return showNote(problem, true);
    tl::expected<Edit, Problem> edit = draft.edit(chain, draft.readableFields(chain));
    if (!edit)
        return showNote(sentenceText(edit.error().sentence), true);
    if (!apply(std::move(*edit)))
        return;
    for (const auto& [field, line] : m_lines)
        line->clear();
    offerValues();
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
    apply(std::move(*edit));
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
    for (const auto& [field, line] : m_lines) {
        line->setPlaceholderText(fieldLabel(m_spec.table, field));
        line->setAccessibleName(now.newRow.arg(line->placeholderText()));
    }
    if (const std::optional<Field> basis = fieldNamed(m_spec.table, "basis")) {
        const bool isFirst = m_basis->count() == 0;
        m_basis->setItems(choicesOf(fieldSpec(m_spec.table, *basis)));
        if (isFirst)
            m_basis->setValue(m_spec.basis);
        m_basis->setAccessibleName(now.newRow.arg(fieldLabel(m_spec.table, *basis)));
    }
    m_add->setText(now.add);
    m_remove->setText(tr("Remove"));
    m_remove->setAccessibleName(now.remove);
    m_open->setText(tr("Open"));
    m_open->setAccessibleName(tr("Open the chosen row with all its fields"));
    m_table->setAccessibleName(now.table);
    fitHeight();
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
