// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/chain_tree_panel.h"

#include "browser/columns_menu.h"
#include "browser/keyed_view.h"
#include "document/names.h"
#include "document/second_lens.h"
#include "items/chain_tree_model.h"
#include "items/roles.h"
#include "items/tsv.h"
#include "theme/theme.h"
#include "widgets/cell_delegate.h"
#include "widgets/column_defaults.h"
#include "widgets/figure_header.h"
#include "widgets/state_page.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTreeView>
#include <QVBoxLayout>

#include <functional>

namespace ochain {

namespace {

QString keyOf(const Chain& chain, RowRef row)
{
    return toQString(tableSpec(row.table).name) + QLatin1Char('/') + toQString(chain.key(row));
}

/// Calls f for every index of column 0 below a parent, parents first.
void forEachIndex(const QAbstractItemModel& model, const QModelIndex& parent,
                  const std::function<bool(const QModelIndex&)>& f)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (f(index))
            forEachIndex(model, index, f);
    }
}

} // namespace

ChainTreePanel::ChainTreePanel(QWidget* parent)
    : QWidget(parent), m_tree(new KeyedView<QTreeView>([this](const QModelIndex& index) { select(index); }, this)),
      m_empty(new StatePage(this))
{
    m_tree->setObjectName(QStringLiteral("chainTree"));
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->setSelectionMode(QAbstractItemView::SingleSelection);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setTabKeyNavigation(false);
    m_tree->setHeader(new FigureHeader(m_tree));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setMinimumSectionSize(40);
    addColumnsMenu(m_tree->header());
    m_tree->setItemDelegate(new CellDelegate(m_tree));
    connect(m_tree, &QTreeView::pressed, this, &ChainTreePanel::select); // also the row that is current already
    connect(m_tree, &QTreeView::doubleClicked, this, &ChainTreePanel::openFigure);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tree);
    layout->addWidget(m_empty);
    m_empty->hide();
    retranslate();
}

ChainTreePanel::~ChainTreePanel() = default;

void ChainTreePanel::setDocument(Document* document)
{
    if (m_model) {
        m_columns = columns();
        m_expanded = expanded();
    }
    m_tree->setModel(nullptr);
    m_model.reset();
    if (m_document != nullptr) {
        disconnect(m_document, nullptr, this, nullptr);
        disconnect(&m_document->second(), nullptr, this, nullptr);
    }
    m_document = document;
    m_tree->setVisible(document != nullptr);
    if (document == nullptr)
        return;
    m_model = std::make_unique<ChainTreeModel>(*document);
    m_tree->setModel(m_model.get());
    auto* names = new TreeNameDelegate(*document, m_tree);
    delete m_tree->itemDelegateForColumn(0);
    m_tree->setItemDelegateForColumn(0, names);
    connect(document, &Document::selectionChanged, this, &ChainTreePanel::followSelection);
    connect(document, &Document::changed, this, &ChainTreePanel::followSelection); // what is selected may have moved
    connect(&document->second(), &SecondLens::changed, this, &ChainTreePanel::followSecondLens);
    showDefaultColumns();
    setColumns(m_columns);
    if (m_expanded.isEmpty())
        expandFirst();
    else
        setExpanded(m_expanded);
    const bool isEmpty = m_model->rowCount() == 0;
    m_tree->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    connect(m_model.get(), &QAbstractItemModel::rowsInserted, this, [this] {
        m_tree->show();
        m_empty->hide();
    });
    followSelection();
}

void ChainTreePanel::showDefaultColumns()
{
    QHeaderView* header = m_tree->header();
    showColumnDefaults(*header);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

/// To begin with: the streams, and in them the layers that have stages of their own.
void ChainTreePanel::expandFirst()
{
    m_tree->expandToDepth(0);
    const Chain& chain = m_document->chain();
    for (const TierId layer : chain.layers()) {
        const QModelIndex index = m_model->indexOf(RowRef{Table::Tiers, layer.value});
        if (index.isValid() && rowRefOf(m_model->index(0, 0, index)).value_or(RowRef{}).table == Table::Tiers &&
            m_model->rowCount(index) > 0)
            m_tree->expand(index);
    }
}

QStringList ChainTreePanel::expanded() const
{
    QStringList keys;
    if (!m_model || m_document == nullptr)
        return m_expanded;
    forEachIndex(*m_model, {}, [&](const QModelIndex& index) {
        const std::optional<RowRef> row = rowRefOf(index);
        const bool isOpen = m_tree->isExpanded(index);
        if (isOpen && row)
            keys << keyOf(m_document->chain(), *row);
        return isOpen;
    });
    return keys;
}

void ChainTreePanel::setExpanded(const QStringList& keys)
{
    m_expanded = keys;
    if (!m_model || m_document == nullptr || keys.isEmpty())
        return;
    const QSet<QString> wanted(keys.begin(), keys.end());
    forEachIndex(*m_model, {}, [&](const QModelIndex& index) {
        const std::optional<RowRef> row = rowRefOf(index);
        const bool isWanted = row && wanted.contains(keyOf(m_document->chain(), *row));
        m_tree->setExpanded(index, isWanted);
        return isWanted;
    });
}

QByteArray ChainTreePanel::columns() const
{
    return m_model ? m_tree->header()->saveState() : m_columns;
}

void ChainTreePanel::setColumns(const QByteArray& state)
{
    m_columns = state;
    if (m_model && !state.isEmpty())
        m_tree->header()->restoreState(state);
    if (m_model)
        followSecondLens();
}

/// The difference stands beside the figure that it is of, while two lenses are compared.
void ChainTreePanel::followSecondLens()
{
    using Column = ChainTreeModel::Column;
    showBeside(*m_tree->header(), static_cast<int>(Column::Difference), static_cast<int>(Column::Figure),
               m_document->second().isOn());
}

void ChainTreePanel::copy() const
{
    if (m_tree->selectionModel() == nullptr)
        return;
    QModelIndexList cells;
    const QModelIndexList selected = m_tree->selectionModel()->selectedIndexes();
    for (const QModelIndex& index : selected)
        if (!m_tree->isColumnHidden(index.column()))
            cells << index;
    if (!cells.isEmpty())
        QGuiApplication::clipboard()->setText(toTsv(cells));
}

void ChainTreePanel::fillColumns(QMenu& menu) const
{
    fillColumnsMenu(menu, *m_tree->header());
}

void ChainTreePanel::select(const QModelIndex& index)
{
    if (m_document == nullptr)
        return;
    if (const std::optional<RowRef> row = rowRefOf(index))
        m_document->select(*row);
}

/// A name opens and closes what is in it.
void ChainTreePanel::openFigure(const QModelIndex& index)
{
    const QVariant cell = index.data(FigureCellRole);
    if (cell.isValid() && index.column() != static_cast<int>(ChainTreeModel::Column::Name))
        emit figureWanted(cell.value<FigureCell>());
}

std::optional<FigureCell> ChainTreePanel::currentFigure() const
{
    const QVariant cell = m_tree->currentIndex().data(FigureCellRole);
    return cell.isValid() ? std::optional(cell.value<FigureCell>()) : std::nullopt;
}

void ChainTreePanel::followSelection()
{
    if (!m_model || m_document == nullptr)
        return;
    const std::optional<RowRef> row = m_document->selection().row;
    const bool isAlive = row && m_document->chain().isAlive(*row); // it may go with this very edit
    const QModelIndex index = isAlive ? m_model->indexOf(*row) : QModelIndex();
    if (index.isValid() && index == m_tree->currentIndex().siblingAtColumn(0) &&
        m_tree->selectionModel()->isSelected(index))
        return;
    if (index.isValid()) {
        for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
            m_tree->expand(above);
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index);
    } else {
        m_tree->clearSelection();
    }
}

void ChainTreePanel::retranslate()
{
    m_tree->setAccessibleName(tr("Chain tree"));
    m_empty->showText(tr("No tiers yet"),
                      tr("The chain would stand here, tier by tier. Import a folder of CSV files from the "
                         "File menu to begin."));
}

void ChainTreePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (m_model)
            m_model->retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace ochain
