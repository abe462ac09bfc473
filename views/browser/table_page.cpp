// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/table_page.h"

#include "browser/columns_menu.h"
#include "browser/keyed_view.h"
#include "items/roles.h"
#include "items/tsv.h"
#include "theme/theme.h"
#include "widgets/cell_delegate.h"
#include "widgets/column_defaults.h"
#include "widgets/figure_header.h"
#include "widgets/state_page.h"

#include <QAbstractItemDelegate>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QStyleOptionViewItem>
#include <QTableView>
#include <QTimer>

#include <algorithm>
#include <vector>

namespace ochain {

namespace {

constexpr int kScrollBarWidth = 12;

} // namespace

TablePage::TablePage(const QString& name, Selects selects, QWidget* parent)
    : QStackedWidget(parent),
      m_table(new KeyedView<QTableView>([this](const QModelIndex& index) { emit chosen(index); }, this)),
      m_empty(new StatePage(this))
{
    m_table->setObjectName(name);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(selects == Selects::Rows ? QAbstractItemView::SelectRows
                                                           : QAbstractItemView::SelectItems);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setTabKeyNavigation(false); // Tab leaves the table
    m_table->setCornerButtonEnabled(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->verticalHeader()->setMinimumSectionSize(kRowHeight);
    m_table->setHorizontalHeader(new FigureHeader(m_table));
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(40);
    header->setTextElideMode(Qt::ElideRight);
    addColumnsMenu(header);
    connect(header, &QHeaderView::sectionResized, this, [this] { m_areOwnWidths = m_areOwnWidths || !m_isFitting; });
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->installEventFilter(this);
    addWidget(m_table);
    addWidget(m_empty);
    connect(m_table, &QTableView::pressed, this, &TablePage::chosen); // also the row that is current already
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (index.flags().testFlag(Qt::ItemIsEditable))
            return;
        if (index.data(FigureCellRole).isValid())
            emit figureWanted(index);
        else
            emit activated(index);
    });
}

void TablePage::setModel(QAbstractItemModel* model)
{
    if (m_table->model() != nullptr) {
        m_columns = columns();
        disconnect(m_table->model(), nullptr, this, nullptr);
    }
    m_table->setSortingEnabled(false);
    m_table->setModel(model);
    if (model == nullptr)
        return;
    m_table->setSortingEnabled(true); // sorts by the indicator, which restoring the columns sets
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &TablePage::showState);
    connect(model, &QAbstractItemModel::modelReset, this, &TablePage::showState);
    connect(model, &QAbstractItemModel::layoutChanged, this, &TablePage::showState);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TablePage::showCurrentRow);
    if (!m_columns.isEmpty())
        setColumns(m_columns);
    showState();
}

void TablePage::showDefaults()
{
    showColumnDefaults(*m_table->horizontalHeader());
    m_areOwnWidths = !m_columns.isEmpty();
    if (m_areOwnWidths)
        setColumns(m_columns);
    else
        fitColumns();
}

namespace {

struct ColumnWidth {
    int column = 0;
    int now = 0;  ///< as the defaults have it
    int need = 0; ///< of its header and of the rows in sight
    bool isOfFigures = false;
};

/// How wide the cells of a column would be, of the rows that are seen first.
int widthOfCells(const QTableView& table, int column)
{
    constexpr int kMostRows = 30;
    QStyleOptionViewItem option;
    option.initFrom(&table);
    option.font = table.font();
    option.widget = &table;
    int width = 0;
    for (int row = 0; row < std::min(table.model()->rowCount(), kMostRows); ++row) {
        const QModelIndex cell = table.model()->index(row, column);
        width = std::max(width, table.itemDelegateForIndex(cell)->sizeHint(option, cell).width());
    }
    return width;
}

/// Takes so much from the columns that `share` says can give it, from each in proportion. @return what is left to take
template <class Share>
int takeFrom(std::vector<ColumnWidth>& columns, int wanted, Share&& share)
{
    int giving = 0;
    for (const ColumnWidth& each : columns)
        giving += share(each);
    const int taken = std::min(wanted, giving);
    if (taken > 0)
        for (ColumnWidth& each : columns)
            each.now -= share(each) * taken / giving;
    return wanted - taken;
}

/// Where there is too little room, figures, dates and states stay whole as long as they can, and names give way.
void shrink(std::vector<ColumnWidth>& columns, int wanted)
{
    const auto spare = [](const ColumnWidth& each) { return std::max(0, each.now - each.need); };
    const auto ofNames = [](const ColumnWidth& each) { return each.need > each.now ? each.now * 4 / 10 : 0; };
    wanted = takeFrom(columns, wanted, spare);
    wanted = takeFrom(columns, wanted, ofNames);
    takeFrom(columns, wanted, [](const ColumnWidth& each) { return each.now; });
}

} // namespace

/// Spreads the columns over the room there is, in the proportions of their defaults; until the user has set a width.
void TablePage::fitColumns()
{
    QHeaderView* header = m_table->horizontalHeader();
    const int room = m_table->viewport()->width() - kScrollBarWidth; // one may still come
    if (m_areOwnWidths || room == m_fittedTo || !m_table->isVisible())
        return;
    const QScopedValueRollback fitting(m_isFitting, true);
    showColumnWidths(*header);
    const int taken = header->length();
    if (taken <= 0 || room < taken * 6 / 10)
        return;
    std::vector<ColumnWidth> columns;
    for (int column = 0; column < header->count(); ++column)
        if (!header->isSectionHidden(column))
            columns.push_back({column, header->sectionSize(column),
                               std::max(widthOfCells(*m_table, column), header->sectionSizeHint(column)),
                               m_table->model()->index(0, column).data(NumericRole).toBool()});
    int wanted = 0;
    for (ColumnWidth& each : columns) {
        const bool isShort = each.isOfFigures || each.need <= each.now * 13 / 10; // as dates and states are
        each.now = isShort ? std::max(each.now, each.need) : each.now;
        wanted += each.now;
    }
    if (room < wanted)
        shrink(columns, wanted - room);
    for (const ColumnWidth& each : columns)
        header->resizeSection(each.column, room < wanted ? each.now : each.now * room / wanted);
    m_fittedTo = room;
}

void TablePage::setEmptyTexts(const QString& title, const QString& text, const QString& filteredTitle)
{
    m_emptyTitle = title;
    m_emptyText = text;
    m_filteredTitle = filteredTitle;
    showState();
}

void TablePage::setFiltered(bool isFiltered)
{
    m_isFiltered = isFiltered;
    showState();
}

void TablePage::showState()
{
    const bool isEmpty = m_table->model() != nullptr && m_table->model()->rowCount() == 0;
    if (isEmpty)
        m_empty->showText(m_isFiltered ? m_filteredTitle : m_emptyTitle, m_isFiltered ? QString() : m_emptyText);
    setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_empty) : m_table);
}

QByteArray TablePage::columns() const
{
    if (m_table->model() == nullptr)
        return m_columns;
    // Widths that were only spread over the room there was are nothing to remember.
    return m_areOwnWidths || areColumnsChosen() ? m_table->horizontalHeader()->saveState() : QByteArray();
}

/// Whether columns are others than the model has them to begin with, in another order, or sorted by.
bool TablePage::areColumnsChosen() const
{
    const QHeaderView& header = *m_table->horizontalHeader();
    for (int column = 0; column < header.count(); ++column)
        if (header.visualIndex(column) != column ||
            header.isSectionHidden(column) != m_table->model()->headerData(column, Qt::Horizontal, HiddenRole).toBool())
            return true;
    return header.sortIndicatorSection() >= 0;
}

void TablePage::setColumns(const QByteArray& state)
{
    m_columns = state;
    if (m_table->model() != nullptr && !state.isEmpty())
        m_areOwnWidths = m_table->horizontalHeader()->restoreState(state);
}

/// The English title of a column, by which saved views know it.
QString TablePage::titleOf(int column) const
{
    return m_table->model()->headerData(column, Qt::Horizontal, NamesRole).toStringList().value(0);
}

/// -1 if there is none.
int TablePage::columnCalled(const QString& title) const
{
    for (int column = 0; column < m_table->horizontalHeader()->count() && !title.isEmpty(); ++column)
        if (titleOf(column) == title)
            return column;
    return -1;
}

void TablePage::tellColumns(ShownTable& table) const
{
    if (m_table->model() == nullptr)
        return;
    const QHeaderView& header = *m_table->horizontalHeader();
    for (int place = 0; place < header.count(); ++place)
        if (const int column = header.logicalIndex(place); !header.isSectionHidden(column))
            table.columns << titleOf(column);
    if (header.sortIndicatorSection() >= 0)
        table.sortedBy = titleOf(header.sortIndicatorSection());
    table.isDescending = header.sortIndicatorSection() >= 0 && header.sortIndicatorOrder() == Qt::DescendingOrder;
}

void TablePage::showColumn(int column)
{
    QHeaderView& header = *m_table->horizontalHeader();
    header.setSectionHidden(column, false);
    if (header.sectionSize(column) < header.minimumSectionSize() + kGrid)
        header.resizeSection(column, header.sectionSizeHint(column) + 2 * kGrid);
}

void TablePage::showColumns(const ShownTable& table)
{
    if (m_table->model() == nullptr)
        return;
    const QScopedValueRollback fitting(m_isFitting, true); // nobody has set a width by that
    QHeaderView& header = *m_table->horizontalHeader();
    std::vector<int> columns;
    for (const QString& title : table.columns)
        if (const int column = columnCalled(title); column >= 0)
            columns.push_back(column);
    for (int column = 1; column < header.count() && !columns.empty(); ++column) // the first one always stands
        header.setSectionHidden(column, std::find(columns.begin(), columns.end(), column) == columns.end());
    for (std::size_t place = 0; place < columns.size(); ++place) {
        showColumn(columns[place]);
        header.moveSection(header.visualIndex(columns[place]), static_cast<int>(place));
    }
    const int sorted = columnCalled(table.sortedBy);
    if (sorted >= 0)
        showColumn(sorted);
    header.setSortIndicator(sorted, table.isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    m_fittedTo = 0; // other columns want other widths
    fitColumns();
}

void TablePage::showBeside(int column, int other, bool isShown)
{
    if (m_table->model() == nullptr)
        return;
    const QScopedValueRollback fitting(m_isFitting, true); // nobody has set a width by that
    if (!ochain::showBeside(*m_table->horizontalHeader(), column, other, isShown))
        return;
    m_fittedTo = 0;
    fitColumns();
}

bool TablePage::copy() const
{
    constexpr qint64 kMostCells = 1'000'000;
    if (m_table->selectionModel() == nullptr)
        return true;
    qint64 count = 0;
    const QItemSelection selection = m_table->selectionModel()->selection();
    for (const QItemSelectionRange& range : selection)
        count += qint64{range.height()} * range.width();
    if (count > kMostCells)
        return false;
    QModelIndexList cells;
    const QModelIndexList selected = selection.indexes();
    for (const QModelIndex& index : selected)
        if (!m_table->isColumnHidden(index.column()))
            cells << index;
    if (!cells.isEmpty())
        QGuiApplication::clipboard()->setText(cells.size() == 1 ? toPlainCell(cells.front()) : toTsv(cells));
    return true;
}

/// The row on which one stands is tinted as far as its cells are not selected themselves.
void TablePage::showCurrentRow(const QModelIndex& current, const QModelIndex& before)
{
    for (const QModelIndex& index : {current, before})
        if (index.isValid())
            m_table->viewport()->update(0, m_table->rowViewportPosition(index.row()), m_table->viewport()->width(),
                                        m_table->rowHeight(index.row()));
}

/// @return the key meant something to the table as a whole
bool TablePage::takeKey(const QKeyEvent& key)
{
    const bool isPlain = key.modifiers() == Qt::NoModifier || key.modifiers() == Qt::KeypadModifier;
    const bool isOfCells = m_table->selectionBehavior() == QAbstractItemView::SelectItems;
    if (isPlain && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter)) {
        if (m_table->currentIndex().isValid())
            emit activated(m_table->currentIndex());
        return true;
    }
    if (isOfCells && isPlain && key.key() == Qt::Key_Backspace) {
        emit clearWanted();
        return true;
    }
    if (isOfCells && key.modifiers() == Qt::ShiftModifier && key.key() == Qt::Key_Space) {
        m_table->selectionModel()->select(m_table->selectionModel()->selection(),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
        return true;
    }
    return false;
}

bool TablePage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && (event->type() == QEvent::Resize || event->type() == QEvent::Show))
        QTimer::singleShot(0, this, &TablePage::fitColumns); // when the viewport has its size
    if (watched == m_table && event->type() == QEvent::KeyPress && takeKey(*static_cast<QKeyEvent*>(event)))
        return true;
    return QStackedWidget::eventFilter(watched, event);
}

} // namespace ochain
