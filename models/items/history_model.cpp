// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/history_model.h"

#include "document/names.h"
#include "editing/change_words.h"
#include "formats/format.h"
#include "items/cells.h"
#include "language/punctuation.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace ochain {

namespace {

constexpr std::size_t kPage = 200;

/// What an edit did, a line a row.
QStringList described(const Chain& chain, const Edit& edit, std::size_t most)
{
    QStringList lines;
    for (const RowChange* change : mainChanges(edit, most))
        lines += changeInWords(chain, edit, *change);
    if (edit.changes.size() > most) {
        const int rest = static_cast<int>(edit.changes.size() - most);
        lines += QCoreApplication::translate("ochain::HistoryModel", "and %n more row(s)", nullptr, rest);
    }
    return lines;
}

/// The field that an edit is about, where it is one of the row that it is about.
int fieldAbout(const Chain& chain, const Edit& edit, RowRef row)
{
    for (const RowChange& change : edit.changes)
        if (change.op == Op::Update && change.table == row.table && !change.fields.empty() &&
            chain.find(change.table, change.key) == row.row)
            return change.fields.front().field;
    return -1;
}

} // namespace

struct HistoryModel::Private {
    explicit Private(Document& followed) : document(followed) {}

    Document& document;
    std::vector<JournalEntry> entries; ///< oldest first, so that a new one is appended; rows run the other way
    bool isWhole = false;              ///< the oldest entry of the journal is here

    [[nodiscard]] const JournalEntry& at(int row) const
    {
        return entries[entries.size() - 1 - static_cast<std::size_t>(row)];
    }
    [[nodiscard]] int rowOfSeq(std::int64_t seq) const
    {
        const auto found =
            std::lower_bound(entries.begin(), entries.end(), seq,
                             [](const JournalEntry& entry, std::int64_t wanted) { return entry.edit.seq < wanted; });
        return found == entries.end() || found->edit.seq != seq ? -1 : static_cast<int>(entries.end() - found) - 1;
    }
    [[nodiscard]] QString whyOf(const Edit& edit) const
    {
        QString why = toQString(edit.why);
        switch (edit.kind) {
        case EditKind::Undo:
            return HistoryModel::tr("Undone: %1").arg(why);
        case EditKind::Redo:
            return HistoryModel::tr("Done again: %1").arg(why);
        case EditKind::Accept:
            return HistoryModel::tr("Accepted from another program: %1").arg(why);
        case EditKind::Change:
            break;
        }
        return why;
    }

    using Cell = CellColumn<Private, const Edit&>;
    static const std::array<Cell, kColumnCount> kColumns;
};

constexpr std::array<HistoryModel::Private::Cell, HistoryModel::kColumnCount> HistoryModel::Private::kColumns{{
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::HistoryModel", "Time"),
              .width = 170,
              .content = ColumnContent::Start},
     .cell =
         [](const Private&, const Edit& edit, int role) {
             if (role == SortRole)
                 return QVariant::fromValue<qlonglong>(edit.seq);
             return textData(momentText(edit.timeMs), role);
         }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::HistoryModel", "Who"), .width = 70},
     .cell = [](const Private&, const Edit& edit, int role) { return textData(toQString(edit.author), role); }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::HistoryModel", "Why"), .width = 170},
     .cell = [](const Private& d, const Edit& edit, int role) { return textData(d.whyOf(edit), role); }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::HistoryModel", "Changes"), .width = 340},
     .cell = [](const Private& d, const Edit& edit,
                int role) { return textData(clausesOf(described(d.document.chain(), edit, 1)), role); }},
}};

HistoryModel::HistoryModel(Document& document, QObject* parent)
    : TableModel(kColumnCount, parent), m_private(std::make_unique<Private>(document))
{
    if (auto journal = document.history(kPage)) {
        m_private->isWhole = journal->size() < kPage;
        m_private->entries.assign(std::make_move_iterator(journal->rbegin()), std::make_move_iterator(journal->rend()));
    }
    connect(&document, &Document::changed, this, &HistoryModel::follow);
}

HistoryModel::~HistoryModel() = default;

void HistoryModel::follow(const Changed& changed)
{
    Private& d = *m_private;
    beginInsertRows({}, 0, 0);
    d.entries.push_back({changed.edit, false});
    endInsertRows();
    announceNames(changed);
    if (changed.edit.kind != EditKind::Undo && changed.edit.kind != EditKind::Redo)
        return;
    const int row = d.rowOfSeq(changed.edit.of);
    if (row < 0)
        return;
    d.entries[d.entries.size() - 1 - static_cast<std::size_t>(row)].isUndone = changed.edit.kind == EditKind::Undo;
    announceRows(row, row, {UndoneRole});
}

/// Names of rows stand in what older edits did to them; and rows come and go, to which a click leads.
void HistoryModel::announceNames(const Changed& changed)
{
    const bool mayRename =
        std::any_of(changed.edit.changes.begin(), changed.edit.changes.end(), [](const RowChange& change) {
            return change.op != Op::Update ||
                   std::any_of(change.fields.begin(), change.fields.end(), [&](const FieldChange& field) {
                       const std::string_view name = fieldSpec(change.table, field.field).name;
                       return name.starts_with("name_") || name.starts_with("title") || name == "supplier" ||
                              name == "customer";
                   });
        });
    const int column = static_cast<int>(Column::Changes);
    if (mayRename && rowCount() > 1)
        announceCells(1, rowCount() - 1, column, column,
                      {Qt::DisplayRole, Qt::ToolTipRole, SortRole, PlainRole, RowRefRole});
}

bool HistoryModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_private->isWhole;
}

void HistoryModel::fetchMore(const QModelIndex& parent)
{
    Private& d = *m_private;
    if (parent.isValid() || d.isWhole)
        return;
    const std::size_t wanted = d.entries.size() * 2 + kPage;
    auto journal = d.document.history(wanted);
    if (!journal) {
        d.isWhole = true; // nothing more can be had; Document::failed() is for what concerns everybody
        return;
    }
    d.isWhole = journal->size() < wanted;
    const std::int64_t oldest = d.entries.empty() ? INT64_MAX : d.entries.front().edit.seq;
    std::vector<JournalEntry> older;
    for (auto entry = journal->rbegin(); entry != journal->rend() && entry->edit.seq < oldest; ++entry)
        older.push_back(std::move(*entry));
    if (older.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(older.size()) - 1);
    d.entries.insert(d.entries.begin(), std::make_move_iterator(older.begin()), std::make_move_iterator(older.end()));
    endInsertRows();
}

void HistoryModel::retranslate()
{
    announceLanguage();
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_private->entries.size());
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    constexpr std::size_t kMostInTip = 20;
    const JournalEntry& entry = m_private->at(index.row());
    switch (role) {
    case SeqRole:
        return QVariant::fromValue<qlonglong>(entry.edit.seq);
    case UndoneRole:
        return entry.isUndone;
    case RowRefRole: {
        const std::optional<RowRef> row = rowAbout(m_private->document.chain(), entry.edit);
        return row ? toVariant(*row) : QVariant();
    }
    case KeyRole: {
        const std::optional<RowRef> row = rowAbout(m_private->document.chain(), entry.edit);
        return row ? toQString(m_private->document.chain().key(*row)) : QString();
    }
    case FieldRole: {
        const std::optional<RowRef> row = rowAbout(m_private->document.chain(), entry.edit);
        return row ? fieldAbout(m_private->document.chain(), entry.edit, *row) : -1;
    }
    case Qt::ToolTipRole:
        return described(m_private->document.chain(), entry.edit, kMostInTip).join(QLatin1Char('\n'));
    default:
        return Private::kColumns[static_cast<std::size_t>(index.column())].cell(*m_private, entry.edit, role);
    }
}

const ColumnSpec& HistoryModel::column(int section) const
{
    return Private::kColumns[static_cast<std::size_t>(section)].spec;
}

} // namespace ochain
