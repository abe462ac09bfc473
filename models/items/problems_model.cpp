// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/problems_model.h"

#include "figures/format.h"
#include "items/cells.h"
#include "rollups/notes.h"

#include <QDate>
#include <QTimer>

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

namespace ochain {

namespace {

constexpr std::array<const char*, ProblemsModel::kColumnCount> kTitles{
    QT_TRANSLATE_NOOP("ochain::ProblemsModel", "Severity"), QT_TRANSLATE_NOOP("ochain::ProblemsModel", "Table"),
    QT_TRANSLATE_NOOP("ochain::ProblemsModel", "Row"), QT_TRANSLATE_NOOP("ochain::ProblemsModel", "Field"),
    QT_TRANSLATE_NOOP("ochain::ProblemsModel", "What is wrong")};
constexpr int kLastColumn = ProblemsModel::kColumnCount - 1;
constexpr std::chrono::milliseconds kIdle{400}; ///< after the last edit

std::size_t rowsOf(const Chain& chain)
{
    std::size_t rows = 0;
    for (const TableSpec& table : allTables())
        rows += chain.size(table.table);
    return rows;
}

Day today()
{
    const QDate date = QDate::currentDate();
    return dayNumber(date.year(), date.month(), date.day());
}

} // namespace

struct ProblemsModel::Private {
    explicit Private(Document& followed) : document(followed) {}

    Document& document;
    Problems problems; ///< those of loading, then the notes
    bool isStale = false;
    QTimer idle;

    [[nodiscard]] Problems current() const
    {
        Problems now = document.loadProblems();
        Problems notes = notesOf(document.chain(), today());
        now.insert(now.end(), std::make_move_iterator(notes.begin()), std::make_move_iterator(notes.end()));
        return now;
    }
    [[nodiscard]] std::optional<RowRef> rowOf(const Problem& problem) const
    {
        const std::uint32_t row = document.chain().find(problem.table, problem.row);
        return row == kNoRow ? std::nullopt : std::optional(RowRef{problem.table, row});
    }
    [[nodiscard]] int count(Severity severity) const
    {
        return static_cast<int>(std::count_if(problems.begin(), problems.end(), [severity](const Problem& problem) {
            return problem.severity() == severity;
        }));
    }
    [[nodiscard]] QVariant cell(const Problem& problem, Column column, int role) const
    {
        switch (column) {
        case Column::Severity:
            if (role == SortRole)
                return static_cast<int>(problem.severity());
            return textData(
                problem.severity() == Severity::Error ? ProblemsModel::tr("Error") : ProblemsModel::tr("Note"), role);
        case Column::Table:
            return textData(problem.isOfFile ? QString() : toQString(tableSpec(problem.table).name), role);
        case Column::Row: {
            const auto row = rowOf(problem);
            return textData(row ? nameOf(document.chain(), *row) : toQString(problem.row), role);
        }
        case Column::FieldName:
            return textData(problem.field ? toQString(fieldSpec(problem.table, *problem.field).name) : QString(), role);
        case Column::Message:
            return textData(sentenceText(problem.sentence), role);
        }
        return {};
    }
};

ProblemsModel::ProblemsModel(Document& document, QObject* parent)
    : QAbstractTableModel(parent), m_private(std::make_unique<Private>(document))
{
    m_private->idle.setSingleShot(true);
    m_private->idle.setInterval(kIdle);
    connect(&m_private->idle, &QTimer::timeout, this, &ProblemsModel::refresh);
    connect(&document, &Document::changed, this, &ProblemsModel::followEdit);
    if (rowsOf(document.chain()) <= kAutomatic) {
        m_private->problems = m_private->current();
    } else {
        m_private->problems = document.loadProblems();
        m_private->isStale = true;
    }
}

ProblemsModel::~ProblemsModel() = default;

bool ProblemsModel::isStale() const noexcept
{
    return m_private->isStale;
}
int ProblemsModel::errorCount() const noexcept
{
    return m_private->count(Severity::Error);
}
int ProblemsModel::noteCount() const noexcept
{
    return m_private->count(Severity::Note);
}

void ProblemsModel::followEdit()
{
    const bool wasStale = std::exchange(m_private->isStale, true);
    if (rowsOf(m_private->document.chain()) <= kAutomatic)
        m_private->idle.start();
    if (!wasStale)
        emit refreshed();
}

/// Both lists are in the same order (of loading, then that of the rules), so what is new and what has gone is found by
/// walking along both.
void ProblemsModel::refresh()
{
    Private& d = *m_private;
    d.idle.stop();
    const Problems now = d.current();
    const auto isIn = [](const Problems& list, std::size_t from, const Problem& problem) {
        return std::find(list.begin() + static_cast<std::ptrdiff_t>(from), list.end(), problem) != list.end();
    };
    std::size_t at = 0;
    for (; at < now.size(); ++at) {
        while (at < d.problems.size() && d.problems[at] != now[at] && !isIn(now, at, d.problems[at]))
            removeAt(static_cast<int>(at));
        if (at < d.problems.size() && d.problems[at] == now[at])
            continue;
        // Not here: perhaps further down, then it moves up; else it is new.
        for (std::size_t old = at + 1; old < d.problems.size(); ++old)
            if (d.problems[old] == now[at]) {
                removeAt(static_cast<int>(old));
                break;
            }
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
        d.problems.insert(d.problems.begin() + static_cast<std::ptrdiff_t>(at), now[at]);
        endInsertRows();
    }
    while (d.problems.size() > at)
        removeAt(static_cast<int>(d.problems.size()) - 1);
    d.isStale = false;
    // Names of rows may have changed while their problems stay.
    if (!d.problems.empty())
        emit dataChanged(index(0, static_cast<int>(Column::Row)), index(rowCount() - 1, static_cast<int>(Column::Row)),
                         {Qt::DisplayRole, SortRole, PlainRole, RowRefRole});
    emit refreshed();
}

void ProblemsModel::removeAt(int row)
{
    beginRemoveRows({}, row, row);
    m_private->problems.erase(m_private->problems.begin() + row);
    endRemoveRows();
}

void ProblemsModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, kLastColumn);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, kLastColumn), {Qt::DisplayRole, SortRole, PlainRole});
}

int ProblemsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_private->problems.size());
}

int ProblemsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant ProblemsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Private& d = *m_private;
    const Problem& problem = d.problems[static_cast<std::size_t>(index.row())];
    switch (role) {
    case RowRefRole: {
        const auto row = d.rowOf(problem);
        return row ? toVariant(*row) : QVariant();
    }
    case KeyRole:
        return toQString(problem.row);
    case SeverityRole:
        return static_cast<int>(problem.severity());
    case FieldRole:
        return problem.field ? static_cast<int>(*problem.field) : -1;
    default:
        return d.cell(problem, static_cast<Column>(index.column()), role);
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= kColumnCount)
        return {};
    return tr(kTitles[static_cast<std::size_t>(section)]);
}

} // namespace ochain
