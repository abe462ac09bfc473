// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/card_columns.h"

#include "theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>
#include <numeric>
#include <utility>

namespace ochain {

namespace {

constexpr int kCellPadding = 16; ///< of a column, both sides
constexpr int kLeastColumn = 32;

/// Shares what is left of the room evenly, or takes what is missing from the widest.
void fill(std::vector<int>& widths, int room)
{
    const int rest = room - std::accumulate(widths.begin(), widths.end(), 0);
    if (widths.empty())
        return;
    if (rest < 0) {
        int& widest = *std::max_element(widths.begin(), widths.end());
        widest = std::max(kLeastColumn, widest + rest);
        return;
    }
    const int share = rest / static_cast<int>(widths.size());
    for (int& width : widths)
        width += share;
    widths.back() += rest - share * static_cast<int>(widths.size());
}

} // namespace

CardColumns::CardColumns(QTableView& table) : QObject(&table), m_table(table)
{
    m_table.horizontalHeader()->setMinimumSectionSize(kLeastColumn);
    m_table.horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table.viewport()->installEventFilter(this);
}

void CardColumns::setUp(int filling, std::vector<QString> samples)
{
    m_filling = filling;
    m_samples = std::move(samples);
    fit();
}

/// As wide as the widest of its title, its sample and its texts.
int CardColumns::widthFor(int column) const
{
    const QAbstractItemModel& model = *m_table.model();
    const QFontMetrics cells(m_table.font());
    int width = QFontMetrics(noteFont()).horizontalAdvance(model.headerData(column, Qt::Horizontal).toString());
    if (const auto place = static_cast<std::size_t>(column); place < m_samples.size())
        width = std::max(width, cells.horizontalAdvance(m_samples[place]));
    for (int row = 0; row < model.rowCount(); ++row)
        width = std::max(width, cells.horizontalAdvance(model.index(row, column).data().toString()));
    return width + kCellPadding;
}

void CardColumns::fit()
{
    if (m_table.model() == nullptr)
        return;
    std::vector<int> columns;
    std::vector<int> widths;
    for (int column = 0; column < m_table.model()->columnCount(); ++column) {
        if (m_table.isColumnHidden(column))
            continue;
        columns.push_back(column);
        widths.push_back(widthFor(column));
    }
    const std::size_t filling = std::min(static_cast<std::size_t>(m_filling), widths.size());
    std::vector<int> first(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(filling));
    fill(first, m_table.viewport()->width());
    std::copy(first.begin(), first.end(), widths.begin());
    for (std::size_t place = 0; place < columns.size(); ++place)
        m_table.horizontalHeader()->resizeSection(columns[place], widths[place]);
}

bool CardColumns::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

} // namespace ochain
