// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/tables_panel.h"

#include "browser/cell_summary.h"
#include "browser/columns_menu.h"
#include "browser/filter_field.h"
#include "browser/history_menu.h"
#include "document/second_lens.h"
#include "editing/table_edits.h"
#include "formats/format.h"
#include "items/roles.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/wrapped_label.h"

#include <QAbstractProxyModel>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QResizeEvent>
#include <QTabBar>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace ochain {

namespace {

constexpr int kTypingPauseMs = 120;
/// As saved views name the tables; in the order of the tabs.
constexpr std::array<const char*, kTableTabs> kTabNames{"deals",   "nodes",    "metrics", "events",
                                                        "sources", "problems", "history"};

int indexOf(TableTab tab)
{
    return static_cast<int>(tab);
}

QToolButton* stripButton(const char* name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

TablesPanel::TablesPanel(QWidget* parent)
    : QWidget(parent), m_tabs(new QTabBar(this)), m_pages(new TablePages(this)), m_summary(new CellSummary(this)),
      m_typing(new QTimer(this))
{
    m_typing->setSingleShot(true);
    m_typing->setInterval(kTypingPauseMs);
    createStrip();
    createNotes();
    layOut();
    connectStrip();
    connectPages();
    retranslate();
}

TablesPanel::~TablesPanel() = default;

void TablesPanel::createStrip()
{
    m_tabs->setObjectName(QStringLiteral("tableTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setElideMode(Qt::ElideNone);
    for (int i = 0; i < kTableTabs; ++i)
        m_tabs->addTab(QString());
    m_count = new QLabel(this);
    m_count->setObjectName(QStringLiteral("filterCount"));
    makeNote(m_count);
    m_only = stripButton("onlySelection", this);
    m_only->setCheckable(true);
    m_dismiss = stripButton("dismissNotes", this);
    m_dismiss->hide();
    m_columnsButton = stripButton("columnsButton", this);
    m_columnsButton->setIcon(lineIcon(QStringLiteral("columns")));
    m_filter = new FilterField(this);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(80);
    m_filter->setMaximumWidth(260);
}

void TablesPanel::createNotes()
{
    const auto note = [this](const char* name) {
        auto* label = new WrappedLabel(this);
        label->setObjectName(QString::fromLatin1(name));
        makeNote(label);
        label->setTextFormat(Qt::PlainText);
        label->hide();
        return label;
    };
    m_filterNote = note("filterNote");
    m_filterNote->setContentsMargins(2 * kGrid, 0, 2 * kGrid, kGrid / 2);
    m_note = note("cellNote");
    m_note->setContentsMargins(2 * kGrid, kGrid / 2, 2 * kGrid, kGrid / 2);
}

void TablesPanel::layOut()
{
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
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(strip);
    layout->addWidget(m_filterNote);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_note);
}

void TablesPanel::connectStrip()
{
    connect(m_tabs, &QTabBar::currentChanged, this, &TablesPanel::takeTab);
    m_filter->setOffers(
        [this](const QString& text, qsizetype cursor, bool isAskedFor) { return offerFor(text, cursor, isAskedFor); });
    connect(m_filter, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        applyFilter();
        m_pages->page().table()->setFocus();
    });
    connect(m_typing, &QTimer::timeout, this, &TablesPanel::applyFilter);
    connect(m_only, &QToolButton::toggled, this, &TablesPanel::setOnlySelection);
    connect(m_dismiss, &QToolButton::clicked, this, &TablesPanel::dismissNotes);
    connect(m_columnsButton, &QToolButton::clicked, this,
            [this] { openColumnsMenu(m_pages->page().table()->horizontalHeader(), m_columnsButton); });
}

void TablesPanel::connectPages()
{
    connect(m_pages, &TablePages::activated, this, &TablesPanel::openRow);
    connect(m_pages, &TablePages::figureWanted, this,
            [this](const QModelIndex& index) { emit figureWanted(index.data(FigureCellRole).value<FigureCell>()); });
    connect(m_pages, &TablePages::chosen, this, &TablesPanel::select);
    connect(m_pages, &TablePages::refused, this, &TablesPanel::refused);
    connect(m_pages, &TablePages::noted, this, &TablesPanel::showNote);
    connect(m_pages, &TablePages::clearWanted, this, &TablesPanel::clearWanted);
    connect(m_summary, &CellSummary::summed, this, &TablesPanel::summed);
}

void TablesPanel::showNote(const QString& text, bool isWrong)
{
    setLook(m_note, "role", isWrong ? QStringLiteral("error") : QStringLiteral("note"));
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void TablesPanel::takeTab(int index)
{
    const auto tab = static_cast<TableTab>(index);
    m_pages->show(tab);
    m_summary->watch(m_pages->page().table(), m_document);
    m_only->setVisible(tab == TableTab::Deals);
    m_dismiss->setVisible(tab == TableTab::ProblemList);
    m_filter->setText(m_filters[static_cast<std::size_t>(index)]);
    m_typing->stop();
    showVerdict(filterShown(m_filter->text().trimmed())); // how it reads there
    followSecondLens();
    showCounts();
}

void TablesPanel::setDocument(Document* document)
{
    m_summary->watch(nullptr, nullptr);
    if (m_document != nullptr) {
        disconnect(m_document, nullptr, this, nullptr);
        disconnect(&m_document->second(), nullptr, this, nullptr);
    }
    m_document = document;
    m_pages->setDocument(document);
    setEnabled(document != nullptr);
    if (document == nullptr)
        return;
    m_summary->watch(m_pages->page().table(), document);
    connectModels();
    followSelection();
    followSecondLens();
    showCounts();
}

/// Of deals the difference stands beside the money in the period, while two lenses are compared.
void TablesPanel::followSecondLens()
{
    using Column = DealsModel::Column;
    if (m_document != nullptr && tab() == TableTab::Deals)
        m_pages->page().showBeside(static_cast<int>(Column::Difference), static_cast<int>(Column::PeriodMoney),
                                   m_document->second().isOn());
}

void TablesPanel::connectModels()
{
    const TableModels& models = *m_pages->models();
    connect(&models.dealsProxy, &DealsProxy::countChanged, this, &TablesPanel::showCounts);
    connect(&models.dealsProxy, &DealsProxy::filtered, this, &TablesPanel::showSelection);
    connect(&models.problems.rows, &ProblemsModel::refreshed, this, &TablesPanel::showCounts);
    connect(m_document, &Document::selectionChanged, this, &TablesPanel::followSelection);
    connect(m_document, &Document::changed, this, &TablesPanel::followEdit);
    connect(&m_document->second(), &SecondLens::changed, this, &TablesPanel::followSecondLens);
    m_filters.fill({});
    m_filter->clear();
    showVerdict({});
}

/// Rows that are shown in the table in front.
int TablesPanel::shown() const
{
    const QAbstractItemModel* model = table().model();
    return model == nullptr ? 0 : model->rowCount();
}

int TablesPanel::total(TableTab tab) const
{
    if (m_document == nullptr)
        return 0;
    if (tab == TableTab::ProblemList)
        return m_pages->models()->problems.rows.rowCount();
    return static_cast<int>(m_document->chain().size(TableModels::tableOf(tab)));
}

/// @param isWhole  with the numbers of all; else of the table in front, unless the filter tells it, and of problems
QStringList TablesPanel::tabNames(bool isWhole) const
{
    QStringList names;
    const bool isFrontTold = m_count->text().isEmpty();
    const auto counted = [&](TableTab tab, const QString& title) {
        const bool isTold = isWhole || tab == TableTab::ProblemList || (tab == this->tab() && isFrontTold);
        names << title.arg(isTold ? countText(total(tab)) : QString()).trimmed();
    };
    counted(TableTab::Deals, tr("Deals %1"));
    counted(TableTab::Nodes, tr("Nodes %1"));
    counted(TableTab::Metrics, tr("Metrics %1"));
    counted(TableTab::Events, tr("Events %1"));
    counted(TableTab::Sources, tr("Sources %1"));
    counted(TableTab::ProblemList, tr("Problems %1"));
    names << tr("History");
    return names;
}

void TablesPanel::nameTabs(const QStringList& names)
{
    for (int at = 0; at < names.size(); ++at)
        m_tabs->setTabText(at, names[at]);
}

/// Of all that stands in the strip beside the tabs, at its narrowest.
int TablesPanel::widthBesideTabs() const
{
    int width = 3 * kGrid + m_filter->minimumWidth();
    for (const QWidget* each : std::initializer_list<const QWidget*>{m_count, m_only, m_dismiss, m_columnsButton})
        if (!each->isHidden())
            width += each->sizeHint().width() + kGrid;
    return width;
}

/// They are measured by being named, and each name lays the bar out anew: only where something is called otherwise.
void TablesPanel::fitTabs()
{
    const QStringList few = tabNames(false), whole = tabNames(true);
    const int room = width() - widthBesideTabs();
    if (few == m_fewNames && whole == m_wholeNames && room == m_roomForTabs)
        return;
    nameTabs(few);
    m_leastTabs = m_tabs->sizeHint().width();
    nameTabs(whole);
    if (m_tabs->sizeHint().width() > room)
        nameTabs(few);
    m_fewNames = few;
    m_wholeNames = whole;
    m_roomForTabs = room;
    updateGeometry();
}

QSize TablesPanel::minimumSizeHint() const
{
    QSize least = QWidget::minimumSizeHint();
    least.setWidth(std::min(least.width(), m_leastTabs + widthBesideTabs()));
    return least;
}

void TablesPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitTabs();
}

void TablesPanel::showCounts()
{
    const bool isFiltered = !filterText().isEmpty() || (tab() == TableTab::Deals && m_only->isChecked());
    const auto* proxy = qobject_cast<const QAbstractProxyModel*>(table().model());
    const int all = proxy == nullptr ? 0 : proxy->sourceModel()->rowCount();
    m_count->setText(isFiltered ? tr("%1 of %2 shown").arg(countText(shown()), countText(all)) : QString());
    m_pages->page().setFiltered(isFiltered);
    fitTabs();
}

void TablesPanel::applyFilter()
{
    m_typing->stop();
    if (m_pages->models() == nullptr)
        return;
    const QString text = m_filter->text().trimmed();
    m_filters[static_cast<std::size_t>(m_tabs->currentIndex())] = text;
    showVerdict(filterShown(text));
    showSelection();
    showCounts();
}

FilterVerdict TablesPanel::filterShown(const QString& text)
{
    TableModels* models = m_pages->models();
    return models == nullptr ? FilterVerdict()
                             : models->withProxy(tab(), [&](auto& proxy) { return proxy.setFilterText(text); });
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
    TableModels* models = m_pages->models();
    if (models == nullptr)
        return {};
    return models->withProxy(tab(), [&](auto& proxy) {
        return filterOffer(
            text, cursor, proxy.columns(), [&proxy](int column) { return proxy.valuesOf(column); }, isAskedFor);
    });
}

QString TablesPanel::filterText() const
{
    TableModels* models = m_pages->models();
    return models == nullptr ? QString() : models->withProxy(tab(), [](auto& proxy) { return proxy.filterText(); });
}

void TablesPanel::setOnlySelection(bool isOn)
{
    if (m_pages->models() == nullptr)
        return;
    m_pages->models()->dealsProxy.setOnly(isOn ? m_document->selection().row : std::nullopt);
    showSelection();
    showCounts();
}

/// The user went to a row.
void TablesPanel::select(const QModelIndex& index)
{
    if (m_pages->selection() != nullptr && m_document != nullptr)
        m_pages->selection()->choose(&m_pages->page(), index);
}

void TablesPanel::openRow(const QModelIndex& index)
{
    const std::optional<RowRef> row = rowRefOf(index);
    if (!row || m_document == nullptr || !m_document->chain().isAlive(*row))
        return;
    const std::optional<Field> field = fieldOf(index);
    emit rowWanted(*row, field ? *field : -1);
}

/// The notes of the selected rows were looked at: they are flagged no more, until that is undone.
void TablesPanel::dismissNotes()
{
    if (m_pages->models() == nullptr || m_document == nullptr || table().selectionModel() == nullptr)
        return;
    ProxiedModel<ProblemsModel>& problems = m_pages->models()->problems;
    QList<int> rows;
    const QModelIndexList selected = table().selectionModel()->selectedRows();
    for (const QModelIndex& index : selected)
        rows << problems.proxy.mapToSource(index).row();
    Edit edit = problems.rows.dismissalOf(rows);
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
    if (m_pages->selection() == nullptr || m_document == nullptr)
        return;
    const std::optional<RowRef> row = m_document->selection().row;
    DealsProxy& deals = m_pages->models()->dealsProxy;
    // A deal out of those shown leaves them standing.
    const bool isShown = row && row->table == Table::Deals && deals.indexOf(*row).isValid();
    if (m_only->isChecked() && row && !isShown)
        deals.setOnly(row);
    m_pages->selection()->show();
    m_pages->selection()->scroll();
    showCounts();
}

void TablesPanel::followEdit(const Changed& changed)
{
    if (m_pages->selection() == nullptr)
        return;
    const bool isFiltered = !m_pages->models()->dealsProxy.filterText().isEmpty() || m_only->isChecked();
    m_pages->selection()->followEdit(changed, isFiltered);
    showCounts();
}

void TablesPanel::showSelection()
{
    if (m_pages->selection() != nullptr && m_document != nullptr)
        m_pages->selection()->show();
}

void TablesPanel::showTab(TableTab tab)
{
    m_tabs->setCurrentIndex(indexOf(tab));
}

void TablesPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

ShownTable TablesPanel::shownTable() const
{
    ShownTable table;
    table.name = QString::fromLatin1(kTabNames[static_cast<std::size_t>(m_tabs->currentIndex())]);
    table.filter = m_filter->text().trimmed();
    m_pages->page().tellColumns(table);
    return table;
}

void TablesPanel::showTable(const ShownTable& table)
{
    const auto* found = std::find_if(kTabNames.begin(), kTabNames.end(),
                                     [&table](const char* name) { return table.name == QLatin1String(name); });
    if (found == kTabNames.end() || m_document == nullptr)
        return;
    showTab(static_cast<TableTab>(found - kTabNames.begin()));
    m_only->setChecked(false); // what is selected is none of what was saved
    m_pages->page().showColumns(table);
    m_filter->setText(table.filter);
    m_filter->setCursorPosition(0); // how it begins says what it is
    applyFilter();
}

bool TablesPanel::hasKeyboard() const
{
    return table().hasFocus();
}

std::optional<FigureCell> TablesPanel::currentFigure() const
{
    const QVariant cell = table().currentIndex().data(FigureCellRole);
    return cell.isValid() ? std::optional(cell.value<FigureCell>()) : std::nullopt;
}

void TablesPanel::copy()
{
    if (!m_pages->page().copy())
        emit refused(tr("So many cells are too much for the clipboard; export the tables from the File menu instead"));
}

void TablesPanel::undoChosen()
{
    m_pages->history().undoChosen();
}

void TablesPanel::fillColumns(QMenu& menu) const
{
    fillColumnsMenu(menu, *table().horizontalHeader());
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
    m_pages->retranslate();
    showCounts();
}

void TablesPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        applyFilter();
    }
    QWidget::changeEvent(event);
}

} // namespace ochain
