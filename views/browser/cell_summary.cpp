// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/cell_summary.h"

#include "document/document.h"
#include "formats/format.h"

#include <QElapsedTimer>
#include <QItemSelectionModel>
#include <QTableView>
#include <QTimer>

#include <algorithm>
#include <utility>
#include <vector>

namespace ochain {

namespace {

constexpr int kSliceMs = 8; ///< work at a time: half a frame

/// The columns of a range that are shown.
QList<int> shownColumns(const QTableView& table, const QItemSelectionRange& range)
{
    QList<int> columns;
    for (int column = range.left(); column <= range.right(); ++column)
        if (!table.isColumnHidden(column))
            columns << column;
    return columns;
}

/// How many rows a selection touches; its ranges may lie beside each other.
qint64 rowsIn(const QItemSelection& selection)
{
    std::vector<std::pair<int, int>> spans;
    for (const QItemSelectionRange& range : selection)
        spans.emplace_back(range.top(), range.bottom());
    std::sort(spans.begin(), spans.end());
    qint64 rows = 0;
    int next = 0;
    for (const auto& [first, last] : spans) {
        rows += std::max(0, last - std::max(first, next) + 1);
        next = std::max(next, last + 1);
    }
    return rows;
}

} // namespace

CellSummary::CellSummary(QObject* parent) : QObject(parent), m_slices(new QTimer(this))
{
    m_slices->setInterval(0);
    connect(m_slices, &QTimer::timeout, this, &CellSummary::goOn);
}

void CellSummary::watch(const QTableView* table, const Document* document)
{
    for (const QMetaObject::Connection& each : std::as_const(m_watched))
        disconnect(each);
    m_watched.clear();
    m_table = table;
    m_document = document;
    if (table != nullptr && table->selectionModel() != nullptr) {
        m_watched << connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
                             &CellSummary::begin);
        m_watched << connect(table->model(), &QAbstractItemModel::dataChanged, this, &CellSummary::begin);
        m_watched << connect(table->model(), &QAbstractItemModel::layoutChanged, this, &CellSummary::begin);
    }
    begin();
}

/// Lists what is to be added up; the adding itself waits until all that the selection moves has been moved.
void CellSummary::begin()
{
    m_blocks.clear();
    m_cells = m_rows = 0;
    m_sums.reset();
    const bool isThere = m_table != nullptr && m_document != nullptr && m_table->selectionModel() != nullptr;
    const QItemSelection selection = isThere ? m_table->selectionModel()->selection() : QItemSelection();
    m_rows = rowsIn(selection);
    for (const QItemSelectionRange& range : selection) {
        const QList<int> shown = shownColumns(*m_table, range);
        m_cells += qint64{range.height()} * shown.size();
        Block block{range.top(), range.bottom(), {}};
        for (const int column : shown)
            if (const QVariant content = m_table->model()->headerData(column, Qt::Horizontal, ContentRole);
                content.toInt() != static_cast<int>(ColumnContent::Text))
                block.columns << Column{column, static_cast<ColumnContent>(content.toInt())};
        if (!block.columns.isEmpty())
            m_blocks << block;
    }
    if (m_rows < 2) {
        m_slices->stop();
        emit summed({});
        return;
    }
    m_sums = std::make_unique<CellSums>(m_document->chain());
    m_slices->start();
}

void CellSummary::goOn()
{
    if (m_table == nullptr || m_document == nullptr || !m_sums) {
        m_slices->stop();
        return;
    }
    QElapsedTimer time;
    time.start();
    const QAbstractItemModel& model = *m_table->model();
    while (!m_blocks.isEmpty() && time.elapsed() < kSliceMs) {
        Block& block = m_blocks.last();
        for (const Column& column : std::as_const(block.columns))
            m_sums->take(model.index(block.row, column.column), column.content);
        if (++block.row > block.last)
            m_blocks.removeLast();
    }
    if (!m_blocks.isEmpty())
        return;
    m_slices->stop();
    tell(m_sums->text());
    m_sums.reset();
}

void CellSummary::tell(const QString& sums)
{
    const QString count = tr("%1 cells in %2 rows").arg(countText(m_cells), countText(m_rows));
    emit summed(sums.isEmpty() ? count : count + QStringLiteral(" · ") + sums);
}

} // namespace ochain
