// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/problems_model.h"

#include "chain/edit_builder.h"
#include "editing/field_names.h"
#include "formats/format.h"
#include "items/cells.h"
#include "rollups/notes.h"

#include <QTimer>

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <tuple>
#include <vector>

namespace ochain {

namespace {

constexpr std::chrono::milliseconds kIdle{400}; ///< after the last edit

std::size_t rowsOf(const Chain& chain)
{
    std::size_t rows = 0;
    for (const TableSpec& table : allTables())
        rows += chain.size(table.table);
    return rows;
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

    using Cell = CellColumn<Private, const Problem&>;
    static const std::array<Cell, kColumnCount> kColumns;
};

constexpr std::array<ProblemsModel::Private::Cell, ProblemsModel::kColumnCount> ProblemsModel::Private::kColumns{{
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::ProblemsModel", "Severity"), .width = 90},
     .cell =
         [](const Private&, const Problem& problem, int role) {
             if (role == SortRole)
                 return QVariant(static_cast<int>(problem.severity()));
             return textData(
                 problem.severity() == Severity::Error ? ProblemsModel::tr("Error") : ProblemsModel::tr("Note"), role);
         }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::ProblemsModel", "Table"), .width = 90},
     .cell =
         [](const Private&, const Problem& problem, int role) {
             return textData(problem.isOfFile ? QString() : toQString(tableSpec(problem.table).name), role);
         }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::ProblemsModel", "Row"), .width = 190},
     .cell =
         [](const Private& d, const Problem& problem, int role) {
             const auto row = d.rowOf(problem);
             return textData(row ? nameOf(d.document.chain(), *row) : visibleText(problem.row), role);
         }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::ProblemsModel", "Field"), .width = 110},
     .cell =
         [](const Private&, const Problem& problem, int role) {
             return textData(problem.field ? fieldLabel(problem.table, *problem.field) : QString(), role);
         }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::ProblemsModel", "What is wrong"), .width = 300},
     .cell = [](const Private&, const Problem& problem,
                int role) { return textData(sentenceText(problem.sentence), role); }},
}};

ProblemsModel::ProblemsModel(Document& document, QObject* parent)
    : TableModel(kColumnCount, parent), m_private(std::make_unique<Private>(document))
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

Edit ProblemsModel::dismissalOf(const QList<int>& rows) const
{
    const Private& d = *m_private;
    EditBuilder builder(d.document.chain());
    for (const int place : rows) {
        const Problem& problem = d.problems[static_cast<std::size_t>(place)];
        std::optional<RowRef> row = d.rowOf(problem);
        if (row && row->table == Table::Claims) // which no note is kept of: it is that of what the claim is about
            row = d.document.chain().claims()[ClaimId{row->row}].of;
        if (!row || problem.isOfFile || problem.severity() != Severity::Note || !isCited(row->table))
            continue;
        // The same note of a row may stand here twice, for two of its fields.
        static_cast<void>(
            builder.addRow(Table::Dismissals, {{dismissal_field::Rule, std::string(ruleName(problem.rule))},
                                               {dismissal_field::Table, std::string(tableSpec(row->table).name)},
                                               {dismissal_field::RowKey, std::string(d.document.chain().key(*row))}}));
    }
    return std::move(builder).build({}, {});
}

void ProblemsModel::followEdit()
{
    const bool wasStale = std::exchange(m_private->isStale, true);
    if (rowsOf(m_private->document.chain()) <= kAutomatic)
        m_private->idle.start();
    if (!wasStale)
        emit refreshed();
}

void ProblemsModel::refresh()
{
    Private& d = *m_private;
    d.idle.stop();
    const auto keyOf = [](const Problem& problem) {
        return std::tie(problem.rule, problem.table, problem.row, problem.field, problem.isOfFile);
    };
    leadOver(d.problems, d.current(), announcer(), keyOf, std::not_equal_to<Problem>(),
             [this](int first, int last) { announceRows(first, last, rowRoles()); });
    d.isStale = false;
    // Names of rows may have changed while their problems stay.
    const int column = static_cast<int>(Column::Row);
    announceCells(0, rowCount() - 1, column, column, {Qt::DisplayRole, SortRole, PlainRole, RowRefRole});
    emit refreshed();
}

void ProblemsModel::retranslate()
{
    announceLanguage();
}

int ProblemsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_private->problems.size());
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
        return Private::kColumns[static_cast<std::size_t>(index.column())].cell(d, problem, role);
    }
}

const ColumnSpec& ProblemsModel::column(int section) const
{
    return Private::kColumns[static_cast<std::size_t>(section)].spec;
}

} // namespace ochain
