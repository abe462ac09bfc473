// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/tables_panel.h"

#include "browser/columns_menu.h"
#include "browser/filter_field.h"
#include "browser/history_menu.h"
#include "browser/table_models.h"
#include "browser/table_page.h"
#include "browser/table_selection.h"
#include "editing/table_edits.h"
#include "formats/format.h"
#include "items/roles.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/cell_checks.h"
#include "widgets/cell_delegate.h"
#include "widgets/row_picker.h"
#include "widgets/wrapped_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <optional>
#include <utility>

namespace ochain {

namespace {

constexpr int kTypingPauseMs = 120;
constexpr int kPages = 4;

/// A status as a pill, edited like the cells beside it.
class StatusDelegate final : public CheckedDelegate {
public:
    using CheckedDelegate::CheckedDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        paintPill(painter, option, cell);
    }
};

int indexOf(TablesPanel::Page page)
{
    return static_cast<int>(page);
}

} // namespace

TablesPanel::TablesPanel(QWidget* parent) : QWidget(parent), m_typing(new QTimer(this)), m_filters(kPages, QString())
{
    m_typing->setSingleShot(true);
    m_typing->setInterval(kTypingPauseMs);
    createStrip();
    createPages();
    connectPages();
    retranslate();
}

TablesPanel::~TablesPanel() = default;

void TablesPanel::createStrip()
{
    m_tabs = new QTabBar(this);
    m_tabs->setObjectName(QStringLiteral("tableTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setElideMode(Qt::ElideNone);
    for (int i = 0; i < kPages; ++i)
        m_tabs->addTab(QString());
    m_count = new QLabel(this);
    m_count->setObjectName(QStringLiteral("filterCount"));
    makeNote(m_count);
    m_only = new QToolButton(this);
    m_only->setObjectName(QStringLiteral("onlySelection"));
    m_only->setCheckable(true);
    m_only->setFocusPolicy(Qt::StrongFocus);
    m_dismiss = new QToolButton(this);
    m_dismiss->setObjectName(QStringLiteral("dismissNotes"));
    m_dismiss->setFocusPolicy(Qt::StrongFocus);
    m_dismiss->hide();
    m_columnsButton = new QToolButton(this);
    m_columnsButton->setObjectName(QStringLiteral("columnsButton"));
    m_columnsButton->setIcon(lineIcon(QStringLiteral("columns")));
    m_columnsButton->setFocusPolicy(Qt::StrongFocus);
    m_filter = new FilterField(this);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(140);
    m_filter->setMaximumWidth(260);
    auto* strip = new QHBoxLayout;
    strip->setContentsMargins(kGrid, kGrid / 2, kGrid, kGrid / 2);
    strip->setSpacing(kGrid);
    strip->addWidget(m_tabs);
    strip->addStretch(1);
    strip->addWidget(m_count);
    strip->addWidget(m_only);
    strip->addWidget(m_dismiss);
    strip->addWidget(m_columnsButton);
    strip->addWidget(m_filter, 1);
    m_filterNote = new WrappedLabel(this);
    m_filterNote->setObjectName(QStringLiteral("filterNote"));
    makeNote(m_filterNote);
    m_filterNote->setTextFormat(Qt::PlainText);
    m_filterNote->setContentsMargins(2 * kGrid, 0, 2 * kGrid, kGrid / 2);
    m_filterNote->hide();
    m_stack = new QStackedWidget(this);
    m_note = new WrappedLabel(this);
    m_note->setObjectName(QStringLiteral("cellNote"));
    makeNote(m_note);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setContentsMargins(2 * kGrid, kGrid / 2, 2 * kGrid, kGrid / 2);
    m_note->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(strip);
    layout->addWidget(m_filterNote);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_note);
}

void TablesPanel::createPages()
{
    for (const QString& name : {QStringLiteral("dealsTable"), QStringLiteral("eventsTable"),
                                QStringLiteral("problemsTable"), QStringLiteral("historyTable")}) {
        m_pages << new TablePage(name, this);
        m_stack->addWidget(m_pages.last());
    }
    QTableView* deals = m_pages[indexOf(Page::DealTable)]->table();
    deals->setItemDelegate(editing(new CheckedDelegate(reader(), choices(), deals)));
    deals->setItemDelegateForColumn(static_cast<int>(DealsModel::Column::Status),
                                    editing(new StatusDelegate(reader(), choices(), deals)));
    deals->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    QTableView* problems = m_pages[indexOf(Page::ProblemTable)]->table();
    problems->setItemDelegateForColumn(static_cast<int>(ProblemsModel::Column::Severity),
                                       new SeverityDelegate(problems));
    m_history = new HistoryMenu(*m_pages[indexOf(Page::HistoryTable)]->table());
}

CheckedDelegate::Reader TablesPanel::reader() const
{
    return [this](const QModelIndex& cell, const QString& text) {
        return m_document == nullptr ? QString() : judgeCell(*m_document, cell, text);
    };
}

CheckedDelegate::Choices TablesPanel::choices() const
{
    return [this](const QModelIndex& cell) {
        const int field = cell.data(FieldRole).toInt();
        return m_document == nullptr || field < 0
                   ? QList<std::pair<QString, QString>>()
                   : choicesFor(m_document->chain(), Table::Deals, static_cast<Field>(field));
    };
}

/// Lets cells that name a row find it by typing, and says below the table what is typed into one.
CheckedDelegate* TablesPanel::editing(CheckedDelegate* delegate)
{
    delegate->setFinder([this](const QModelIndex& cell, QLineEdit& line) -> RowPicker* {
        const FieldSpec& spec = fieldSpec(Table::Deals, static_cast<Field>(cell.data(FieldRole).toInt()));
        return m_document == nullptr || !isPicked(spec) ? nullptr : new RowPicker(line, *m_document, spec.target);
    });
    delegate->setTeller([this](const QModelIndex& cell, const QString& text) {
        return m_document == nullptr ? QString() : overtakenText(*m_document, cell, text);
    });
    connect(delegate, &CheckedDelegate::overtaken, this, &TablesPanel::refused);
    connect(delegate, &CheckedDelegate::noted, this, [this](const QString& text, bool isWrong) {
        setLook(m_note, "role", isWrong ? QStringLiteral("error") : QStringLiteral("note"));
        m_note->setText(text);
        m_note->setVisible(!text.isEmpty());
    });
    return delegate;
}

void TablesPanel::connectPages()
{
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_stack->setCurrentIndex(index);
        m_only->setVisible(index == indexOf(Page::DealTable));
        m_dismiss->setVisible(index == indexOf(Page::ProblemTable));
        m_filter->setText(m_filters.value(index));
        m_typing->stop();
        showVerdict(m_models ? filterShown(m_filter->text().trimmed()) : FilterVerdict()); // how it reads there
        showCounts();
    });
    m_filter->setOffers(
        [this](const QString& text, qsizetype cursor, bool isAskedFor) { return offerFor(text, cursor, isAskedFor); });
    connect(m_filter, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        applyFilter();
        page()->table()->setFocus();
    });
    connect(m_typing, &QTimer::timeout, this, &TablesPanel::applyFilter);
    connect(m_only, &QToolButton::toggled, this, &TablesPanel::setOnlySelection);
    connect(m_dismiss, &QToolButton::clicked, this, &TablesPanel::dismissNotes);
    connect(m_columnsButton, &QToolButton::clicked, this,
            [this] { openColumnsMenu(page()->table()->horizontalHeader(), m_columnsButton); });
    connect(m_history, &HistoryMenu::rowWanted, this, &TablesPanel::openRow);
    connect(m_history, &HistoryMenu::refused, this, &TablesPanel::refused);
    for (TablePage* tablePage : std::as_const(m_pages)) {
        connect(tablePage, &TablePage::activated, this, &TablesPanel::openRow);
        connect(tablePage, &TablePage::chosen, this, &TablesPanel::select);
    }
}

void TablesPanel::setDocument(Document* document)
{
    for (TablePage* tablePage : std::as_const(m_pages))
        tablePage->setModel(nullptr);
    m_selection.reset();
    m_models.reset();
    if (m_document != nullptr)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = document;
    m_history->setDocument(document);
    setEnabled(document != nullptr);
    if (document == nullptr)
        return;
    m_models = std::make_unique<TableModels>(*document);
    m_selection = std::make_unique<TableSelection>(
        *document, *m_models,
        TableSelection::Pages{m_pages[indexOf(Page::DealTable)],
                              m_pages[indexOf(Page::EventTable)],
                              {m_pages[indexOf(Page::ProblemTable)], m_pages[indexOf(Page::HistoryTable)]}});
    connectModels();
    followSelection();
    showCounts();
}

void TablesPanel::connectModels()
{
    const auto show = [this](Page which, QAbstractItemModel& model) {
        TablePage* const tablePage = m_pages[indexOf(which)];
        tablePage->setModel(&model);
        tablePage->showDefaults();
    };
    show(Page::DealTable, m_models->dealsProxy);
    show(Page::EventTable, m_models->eventsProxy);
    show(Page::ProblemTable, m_models->problemsProxy);
    show(Page::HistoryTable, m_models->historyProxy);
    for (TablePage* tablePage : std::as_const(m_pages)) {
        const QAbstractItemModel* model = tablePage->table()->model();
        for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
            connect(model, signal, this, &TablesPanel::showCounts);
    }
    connect(&m_models->dealsProxy, &DealsProxy::countChanged, this, &TablesPanel::showCounts);
    connect(&m_models->dealsProxy, &DealsProxy::filtered, this, &TablesPanel::showSelection);
    connect(&m_models->problems, &ProblemsModel::refreshed, this, &TablesPanel::showCounts);
    connect(&m_models->deals, &DealsModel::refused, this, &TablesPanel::refused);
    connect(m_document, &Document::selectionChanged, this, &TablesPanel::followSelection);
    connect(m_document, &Document::changed, this, &TablesPanel::followEdit);
    for (int i = 0; i < kPages; ++i)
        m_filters[i].clear();
    m_filter->clear();
    showVerdict({});
}

TablePage* TablesPanel::page() const
{
    return m_pages[m_tabs->currentIndex()];
}

int TablesPanel::shown(Page which) const
{
    const QAbstractItemModel* model = m_pages[indexOf(which)]->table()->model();
    return model == nullptr ? 0 : model->rowCount();
}

int TablesPanel::total(Page which) const
{
    const auto* proxy = qobject_cast<const QAbstractProxyModel*>(m_pages[indexOf(which)]->table()->model());
    return proxy == nullptr ? 0 : proxy->sourceModel()->rowCount();
}

void TablesPanel::showCounts()
{
    m_tabs->setTabText(indexOf(Page::DealTable), tr("Deals %1").arg(countText(total(Page::DealTable))));
    m_tabs->setTabText(indexOf(Page::EventTable), tr("Events %1").arg(countText(total(Page::EventTable))));
    m_tabs->setTabText(indexOf(Page::ProblemTable), tr("Problems %1").arg(countText(total(Page::ProblemTable))));
    m_tabs->setTabText(indexOf(Page::HistoryTable), tr("History"));
    const auto now = static_cast<Page>(m_tabs->currentIndex());
    const bool isFiltered = !filterText(now).isEmpty() || (now == Page::DealTable && m_only->isChecked());
    m_count->setText(isFiltered ? tr("%1 of %2 shown").arg(countText(shown(now)), countText(total(now))) : QString());
    page()->setFiltered(isFiltered);
}

void TablesPanel::applyFilter()
{
    m_typing->stop();
    if (!m_models)
        return;
    const QString text = m_filter->text().trimmed();
    m_filters[m_tabs->currentIndex()] = text;
    showVerdict(filterShown(text));
    showSelection();
    showCounts();
}

FilterVerdict TablesPanel::filterShown(const QString& text)
{
    return m_models->withProxy(m_tabs->currentIndex(), [&](auto& proxy) { return proxy.setFilterText(text); });
}

/// What cannot be read is marked, and the rows stay as the filter before it had them.
void TablesPanel::showVerdict(const FilterVerdict& verdict)
{
    const bool isWrong = verdict.problem.has_value();
    setLook(m_filter, "state", isWrong ? QStringLiteral("wrong") : QString());
    setLook(m_filterNote, "role", isWrong ? QStringLiteral("error") : QStringLiteral("note"));
    m_filterNote->setText(isWrong ? sentenceText(verdict.problem->sentence) : verdict.reading);
    m_filterNote->setVisible(!m_filterNote->text().isEmpty());
}

FilterOffer TablesPanel::offerFor(const QString& text, qsizetype cursor, bool isAskedFor) const
{
    if (!m_models)
        return {};
    return m_models->withProxy(m_tabs->currentIndex(), [&](auto& proxy) {
        return filterOffer(
            text, cursor, proxy.columns(), [&proxy](int column) { return proxy.valuesOf(column); }, isAskedFor);
    });
}

QString TablesPanel::filterText(Page which) const
{
    return m_models ? m_models->withProxy(indexOf(which), [](auto& proxy) { return proxy.filterText(); }) : QString();
}

void TablesPanel::setOnlySelection(bool isOn)
{
    if (!m_models)
        return;
    m_models->dealsProxy.setOnly(isOn ? m_document->selection().row : std::nullopt);
    showSelection();
    showCounts();
}

/// The user went to a row.
void TablesPanel::select(const QModelIndex& index)
{
    if (m_selection && m_document != nullptr)
        m_selection->choose(page(), index);
}

void TablesPanel::openRow(const QModelIndex& index)
{
    const std::optional<RowRef> row = rowRefOf(index);
    if (!row || m_document == nullptr || !m_document->chain().isAlive(*row))
        return;
    const QVariant field = index.data(FieldRole);
    emit rowWanted(*row, field.isValid() ? field.toInt() : -1);
}

/// The notes of the selected rows were looked at: they are flagged no more, until that is undone.
void TablesPanel::dismissNotes()
{
    const QTableView* table = m_pages[indexOf(Page::ProblemTable)]->table();
    if (!m_models || m_document == nullptr || table->selectionModel() == nullptr)
        return;
    QList<int> rows;
    const QModelIndexList selected = table->selectionModel()->selectedRows();
    for (const QModelIndex& index : selected)
        rows << m_models->problemsProxy.mapToSource(index).row();
    Edit edit = m_models->problems.dismissalOf(rows);
    if (edit.changes.empty()) {
        emit refused(tr("Select notes of rows to say that they are fine; errors and notes of the whole file stay"));
        return;
    }
    edit.why = tr("Looked at: fine as it is").toStdString();
    if (const auto done = m_document->apply(std::move(edit)); !done)
        emit refused(refusedText(done.error()));
}

void TablesPanel::followSelection()
{
    if (!m_selection || m_document == nullptr)
        return;
    const std::optional<RowRef> row = m_document->selection().row;
    // A deal out of those shown leaves them standing.
    const bool isShown = row && row->table == Table::Deals && m_models->dealsProxy.indexOf(*row).isValid();
    if (m_only->isChecked() && row && !isShown)
        m_models->dealsProxy.setOnly(row);
    m_selection->show();
    m_selection->scroll();
    showCounts();
}

void TablesPanel::followEdit(const Changed& changed)
{
    const bool isFiltered = !filterText(Page::DealTable).isEmpty() || m_only->isChecked();
    if (m_selection)
        m_selection->followEdit(changed, isFiltered);
}

void TablesPanel::showSelection()
{
    if (m_selection && m_document != nullptr)
        m_selection->show();
}

void TablesPanel::showPage(Page which)
{
    m_tabs->setCurrentIndex(indexOf(which));
}

void TablesPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void TablesPanel::copy() const
{
    page()->copy();
}

void TablesPanel::undoChosen()
{
    m_history->undoChosen();
}

void TablesPanel::fillColumns(QMenu& menu) const
{
    fillColumnsMenu(menu, *page()->table()->horizontalHeader());
}

QMap<QString, QByteArray> TablesPanel::columns() const
{
    QMap<QString, QByteArray> columns;
    for (const TablePage* tablePage : m_pages)
        columns.insert(tablePage->table()->objectName(), tablePage->columns());
    return columns;
}

void TablesPanel::setColumns(const QMap<QString, QByteArray>& columns)
{
    for (TablePage* tablePage : std::as_const(m_pages))
        tablePage->setColumns(columns.value(tablePage->table()->objectName()));
}

void TablesPanel::retranslate()
{
    m_tabs->setAccessibleName(tr("Tables"));
    m_filter->setPlaceholderText(tr("Filter…"));
    m_filter->setAccessibleName(tr("Filter the table"));
    m_filter->setToolTip(tr("Words, \"phrases\", -not this, column:word, value>1bn, starts<2027 (Ctrl+F); "
                            "Down lists the columns"));
    m_only->setText(tr("Selection only"));
    m_only->setToolTip(tr("Only deals of what is selected"));
    m_dismiss->setText(tr("Fine as it is"));
    m_dismiss->setToolTip(tr("The selected notes were looked at and are flagged no more; Ctrl+Z brings them back"));
    m_columnsButton->setToolTip(tr("Choose columns"));
    m_columnsButton->setAccessibleName(tr("Choose columns"));
    const QString nothing = tr("No row meets all of this filter");
    m_pages[indexOf(Page::DealTable)]->setEmptyTexts(
        tr("No deals yet"), tr("Deals stand here, one a row. Enter the first with Ctrl+N."), nothing);
    m_pages[indexOf(Page::EventTable)]->setEmptyTexts(
        tr("No events yet"), tr("What happened, and when, stands here once it is imported."), nothing);
    m_pages[indexOf(Page::ProblemTable)]->setEmptyTexts(tr("Nothing to look at"),
                                                        tr("Every figure has its source and its dates."), nothing);
    m_pages[indexOf(Page::HistoryTable)]->setEmptyTexts(
        tr("No edits yet"), tr("Every edit stands here, with what it changed; each can be undone."), nothing);
    m_pages[indexOf(Page::DealTable)]->table()->setAccessibleName(tr("Deals"));
    m_pages[indexOf(Page::EventTable)]->table()->setAccessibleName(tr("Events"));
    m_pages[indexOf(Page::ProblemTable)]->table()->setAccessibleName(tr("Problems"));
    m_pages[indexOf(Page::HistoryTable)]->table()->setAccessibleName(tr("History"));
    showCounts();
}

void TablesPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        if (m_models)
            m_models->retranslate();
        retranslate();
        applyFilter();
    }
    QWidget::changeEvent(event);
}

} // namespace ochain
