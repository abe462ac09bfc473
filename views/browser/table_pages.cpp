// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/table_pages.h"

#include "browser/history_menu.h"
#include "items/roles.h"
#include "widgets/cell_checks.h"
#include "widgets/checked_delegate.h"
#include "widgets/row_picker.h"

#include <QLineEdit>
#include <QTableView>

#include <utility>

namespace ochain {

namespace {

/// Under which a table's columns are remembered.
constexpr std::array<const char*, kTableTabs> kTableNames{
    "dealsTable", "nodesTable", "metricsTable", "eventsTable", "sourcesTable", "problemsTable", "historyTable"};

QString nameOfTable(TableTab tab)
{
    return QString::fromLatin1(kTableNames[static_cast<std::size_t>(tab)]);
}

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

} // namespace

TablePages::TablePages(QWidget* parent) : QStackedWidget(parent)
{
    show(TableTab::Deals);
}

TablePages::~TablePages() = default;

void TablePages::setDocument(Document* document)
{
    for (TablePage* each : m_pages)
        if (each != nullptr)
            each->setModel(nullptr);
    m_selection.reset();
    m_models.reset();
    m_document = document;
    if (m_history != nullptr)
        m_history->setDocument(document);
    if (document == nullptr)
        return;
    m_models = std::make_unique<TableModels>(*document);
    m_selection = std::make_unique<TableSelection>(*document, *m_models);
    connect(&m_models->deals, &DealsModel::refused, this, &TablePages::refused);
    equip(m_tab);
}

void TablePages::show(TableTab tab)
{
    m_tab = tab;
    setCurrentWidget(&made(tab));
    equip(tab);
}

HistoryMenu& TablePages::history()
{
    made(TableTab::History);
    return *m_history;
}

TablePage& TablePages::made(TableTab tab)
{
    TablePage*& slot = m_pages[indexOf(tab)];
    if (slot != nullptr)
        return *slot;
    slot = new TablePage(nameOfTable(tab), isOfCells(tab) ? TablePage::Selects::Cells : TablePage::Selects::Rows, this);
    addWidget(slot);
    slot->setColumns(m_columns.value(nameOfTable(tab)));
    QTableView* table = slot->table();
    if (isOfCells(tab))
        letEdit(*table);
    if (tab == TableTab::Deals)
        table->setItemDelegateForColumn(static_cast<int>(DealsModel::Column::Status),
                                        editing(new StatusDelegate(reader(), choices(), table)));
    if (tab == TableTab::ProblemList)
        table->setItemDelegateForColumn(static_cast<int>(ProblemsModel::Column::Severity), new SeverityDelegate(table));
    if (tab == TableTab::History) {
        m_history = new HistoryMenu(*table);
        m_history->setDocument(m_document);
        connect(m_history, &HistoryMenu::rowWanted, this, &TablePages::activated);
        connect(m_history, &HistoryMenu::refused, this, &TablePages::refused);
    }
    connect(slot, &TablePage::activated, this, &TablePages::activated);
    connect(slot, &TablePage::figureWanted, this, &TablePages::figureWanted);
    connect(slot, &TablePage::chosen, this, &TablePages::chosen);
    connect(slot, &TablePage::clearWanted, this, &TablePages::clearWanted);
    nameTable(tab);
    return *slot;
}

void TablePages::letEdit(QTableView& table)
{
    table.setItemDelegate(editing(new CheckedDelegate(reader(), choices(), &table)));
    table.setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                          QAbstractItemView::AnyKeyPressed);
}

CheckedDelegate::Reader TablePages::reader() const
{
    return [this](const QModelIndex& cell, const QString& text) {
        return m_document == nullptr ? QString() : judgeCell(*m_document, cell, text);
    };
}

CheckedDelegate::Choices TablePages::choices() const
{
    return [this](const QModelIndex& cell) {
        const std::optional<RowRef> row = rowRefOf(cell);
        const std::optional<Field> field = fieldOf(cell);
        return m_document == nullptr || !row || !field ? QList<std::pair<QString, QString>>()
                                                       : choicesFor(m_document->chain(), row->table, *field);
    };
}

/// Lets cells that name a row find it by typing, and says below the table what is typed into one.
CheckedDelegate* TablePages::editing(CheckedDelegate* delegate)
{
    delegate->setFinder([this](const QModelIndex& cell, QLineEdit& line) -> RowPicker* {
        const std::optional<RowRef> row = rowRefOf(cell);
        const std::optional<Field> field = fieldOf(cell);
        if (m_document == nullptr || !row || !field || !isPicked(fieldSpec(row->table, *field)))
            return nullptr;
        return new RowPicker(line, *m_document, fieldSpec(row->table, *field).target);
    });
    delegate->setTeller([this](const QModelIndex& cell, const QString& text) {
        return m_document == nullptr ? QString() : overtakenText(*m_document, cell, text);
    });
    connect(delegate, &CheckedDelegate::overtaken, this, &TablePages::refused);
    connect(delegate, &CheckedDelegate::noted, this, &TablePages::noted);
    return delegate;
}

/// Gives a table its model, once.
void TablePages::equip(TableTab tab)
{
    TablePage& page = made(tab);
    if (!m_models || page.table()->model() != nullptr)
        return;
    m_models->withProxy(tab, [&page](auto& proxy) { page.setModel(&proxy); });
    page.showDefaults();
    if (isOfCells(tab) && tab != TableTab::Deals)
        connect(&m_models->whole(tab).rows, &WholeTableModel::refused, this, &TablePages::refused);
    m_selection->add(tab, &page);
}

QMap<QString, QByteArray> TablePages::columns() const
{
    QMap<QString, QByteArray> columns = m_columns;
    for (const TablePage* each : m_pages)
        if (each != nullptr)
            columns.insert(each->table()->objectName(), each->columns());
    return columns;
}

void TablePages::setColumns(const QMap<QString, QByteArray>& columns)
{
    m_columns = columns;
    for (TablePage* each : m_pages)
        if (each != nullptr)
            each->setColumns(columns.value(each->table()->objectName()));
}

void TablePages::retranslate()
{
    if (m_models)
        m_models->retranslate();
    for (int tab = 0; tab < kTableTabs; ++tab)
        nameTable(static_cast<TableTab>(tab));
}

namespace {

struct TableTexts {
    QString name, emptyTitle, emptyText;
};

TableTexts textsOf(TableTab tab)
{
    switch (tab) {
    case TableTab::Deals:
        return {TablePages::tr("Deals"), TablePages::tr("No deals yet"),
                TablePages::tr("Deals stand here, one a row. Enter the first with Ctrl+N.")};
    case TableTab::Nodes:
        return {TablePages::tr("Nodes"), TablePages::tr("No nodes yet"),
                TablePages::tr("Companies, sites and products stand here, one a row. Enter the first with "
                               "Ctrl+Shift+N.")};
    case TableTab::Metrics:
        return {TablePages::tr("Metrics"), TablePages::tr("No metrics yet"),
                TablePages::tr("Prices, users and other figures stand here, one a row. Enter the first with "
                               "Ctrl+Shift+M.")};
    case TableTab::Events:
        return {TablePages::tr("Events"), TablePages::tr("No events yet"),
                TablePages::tr("What happened, and when, stands here once it is imported.")};
    case TableTab::Sources:
        return {TablePages::tr("Sources"), TablePages::tr("No sources yet"),
                TablePages::tr("Where figures come from stands here, once a row cites it.")};
    case TableTab::ProblemList:
        return {TablePages::tr("Problems"), TablePages::tr("Nothing to look at"),
                TablePages::tr("Every figure has its source and its dates.")};
    case TableTab::History:
        return {TablePages::tr("History"), TablePages::tr("No edits yet"),
                TablePages::tr("Every edit stands here, with what it changed; each can be undone.")};
    }
    return {};
}

} // namespace

void TablePages::nameTable(TableTab tab)
{
    TablePage* page = m_pages[indexOf(tab)];
    if (page == nullptr)
        return;
    const TableTexts texts = textsOf(tab);
    page->setEmptyTexts(texts.emptyTitle, texts.emptyText, tr("No row meets all of this filter"));
    page->table()->setAccessibleName(texts.name);
}

} // namespace ochain
