// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/backups_model.h"

#include "formats/format.h"
#include "items/cells.h"

#include <QDateTime>
#include <QLocale>

#include <array>
#include <utility>

namespace ochain {

namespace {

/// "2026-11-29  09:12"; the day alone of a file that was copied since, which lost the time.
QString madeText(const Backup& backup)
{
    QString day = dateText(backup.day);
    const QDateTime made = QDateTime::fromMSecsSinceEpoch(backup.madeMs);
    if (made.toString(QStringLiteral("yyyy-MM-dd")) != day)
        return day;
    return day + QStringLiteral("  ") + made.toString(QStringLiteral("HH:mm"));
}

QString kindText(Backup::Kind kind)
{
    return kind == Backup::Kind::Daily ? BackupsModel::tr("Before the first edit of the day")
                                       : BackupsModel::tr("Before a newer O-chain changed its form");
}

QVariant sizeData(std::uintmax_t bytes, int role)
{
    if (role == Qt::DisplayRole)
        return QLocale::c().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
    return countData(static_cast<std::int64_t>(bytes), role);
}

QString foundText(const std::optional<Result<std::size_t>>& found)
{
    if (!found)
        return BackupsModel::tr("comparing…");
    if (!*found)
        switch (found->error().kind) {
        case ErrorKind::Newer:
            return BackupsModel::tr("of a newer O-chain");
        case ErrorKind::Corrupt:
        case ErrorKind::NotOurs:
            return BackupsModel::tr("damaged");
        default:
            return BackupsModel::tr("cannot be read");
        }
    const std::size_t rows = **found;
    return rows == 0 ? BackupsModel::tr("nothing") : BackupsModel::tr("%n rows", nullptr, static_cast<int>(rows));
}

} // namespace

constexpr std::array<BackupsModel::Cell, BackupsModel::kColumnCount> BackupsModel::kColumns{{
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::BackupsModel", "Kept"), .width = 168},
     .cell = [](const BackupsModel&, const Row& row, int role) { return textData(madeText(row.backup), role); }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::BackupsModel", "State"), .width = 320},
     .cell = [](const BackupsModel&, const Row& row, int role) { return textData(kindText(row.backup.kind), role); }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::BackupsModel", "Size"), .width = 96, .isNumeric = true},
     .cell = [](const BackupsModel&, const Row& row, int role) { return sizeData(row.backup.bytes, role); }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::BackupsModel", "What differs")},
     .cell = [](const BackupsModel&, const Row& row, int role) { return textData(foundText(row.found), role); }},
}};

BackupsModel::BackupsModel(std::vector<Backup> backups, QObject* parent) : TableModel(kColumnCount, parent)
{
    m_rows.reserve(backups.size());
    for (Backup& backup : backups)
        m_rows.push_back({std::move(backup), {}});
}

void BackupsModel::setFound(int row, Result<std::size_t> found)
{
    m_rows[static_cast<std::size_t>(row)].found = std::move(found);
    announceFound(row, row);
}

void BackupsModel::forget()
{
    for (Row& row : m_rows)
        if (row.found && *row.found)
            row.found.reset();
    announceFound(0, rowCount() - 1);
}

void BackupsModel::announceFound(int first, int last)
{
    const int column = static_cast<int>(Column::Differs);
    if (first <= last)
        announceCells(first, last, column, column, textRoles());
}

void BackupsModel::retranslate()
{
    announceLanguage();
}

int BackupsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant BackupsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::ToolTipRole)
        return row.found && !*row.found ? errorText(row.found->error()) : toQString(row.backup.file.string());
    return kColumns[static_cast<std::size_t>(index.column())].cell(*this, row, role);
}

const ColumnSpec& BackupsModel::column(int section) const
{
    return kColumns[static_cast<std::size_t>(section)].spec;
}

} // namespace ochain
