// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items_testing.h"

#include "items/roles.h"

namespace ochain::testing {

QString asText(const QAbstractItemModel& model, const QList<int>& columns, const QModelIndex& parent, int depth)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (const int column : columns)
            cells += model.index(row, column, parent).data().toString();
        text += QString(depth * 2, QLatin1Char(' ')) + cells.join(QStringLiteral(" | ")) + QLatin1Char('\n');
        text += asText(model, columns, model.index(row, 0, parent), depth + 1);
    }
    return text;
}

QString wholeTree()
{
    return QStringLiteral("Upstream\n"
                          "  Chips\n"
                          "    NVIDIA\n"
                          "    AMD\n"
                          "      MI450\n"
                          "    Broadcom\n"
                          "  Cloud\n"
                          "    Oracle\n"
                          "Midstream\n"
                          "  OpenAI Foundation\n"
                          "    OpenAI\n"
                          "Downstream\n"
                          "  ChatGPT\n"
                          "  Users\n");
}

Watch::Watch(QAbstractItemModel& model)
    : m_tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal),
      m_changes(&model, &QAbstractItemModel::dataChanged), m_inserts(&model, &QAbstractItemModel::rowsInserted),
      m_removals(&model, &QAbstractItemModel::rowsRemoved), m_moves(&model, &QAbstractItemModel::rowsMoved),
      m_resets(&model, &QAbstractItemModel::modelReset), m_layouts(&model, &QAbstractItemModel::layoutChanged)
{}

QStringList Watch::changedRows() const
{
    QStringList rows;
    for (const QList<QVariant>& change : m_changes) {
        const auto first = change[0].value<QModelIndex>();
        const auto last = change[1].value<QModelIndex>();
        for (int row = first.row(); row <= last.row(); ++row)
            if (const QString text = first.sibling(row, 0).data().toString(); !rows.contains(text))
                rows += text;
    }
    return rows;
}

void Watch::clear()
{
    for (QSignalSpy* spy : {&m_changes, &m_inserts, &m_removals, &m_moves, &m_resets, &m_layouts})
        spy->clear();
}

QModelIndex find(const QAbstractItemModel& model, RowRef row, const QModelIndex& parent)
{
    for (int i = 0; i < model.rowCount(parent); ++i) {
        const QModelIndex index = model.index(i, 0, parent);
        if (rowRefOf(index) == row)
            return index;
        if (const QModelIndex below = find(model, row, index); below.isValid())
            return below;
    }
    return {};
}

} // namespace ochain::testing
