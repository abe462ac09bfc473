// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/saved_views_model.h"

#include "editing/saved_views.h"
#include "editing/table_edits.h"
#include "formats/format.h"
#include "items/cells.h"

#include <QMimeData>

#include <algorithm>
#include <utility>

namespace ochain {

namespace {

QString dragType()
{
    return QStringLiteral("application/x-ochain-view");
}

} // namespace

SavedViewsModel::SavedViewsModel(Document& document, QObject* parent) : RowListModel(parent), m_document(document)
{
    m_rows = rowsNow();
    connect(&document, &Document::changed, this, [this](const Changed& changed) {
        const auto isView = [](const RowChange& change) { return change.table == Table::Views; };
        if (std::any_of(changed.edit.changes.begin(), changed.edit.changes.end(), isView))
            follow();
    });
}

std::vector<SavedViewsModel::Row> SavedViewsModel::rowsNow() const
{
    std::vector<Row> rows;
    for (const ViewId view : viewsInOrder(m_document.chain()))
        rows.push_back({view, nameOf(m_document.chain(), RowRef{Table::Views, view.value})});
    return rows;
}

void SavedViewsModel::follow()
{
    leadTo(rowsNow());
}

void SavedViewsModel::leadTo(std::vector<Row> rows)
{
    leadOver(
        m_rows, std::move(rows), announcer(), [](const Row& row) { return row.view.value; },
        [](const Row& was, const Row& is) { return was.name != is.name; },
        [this](int first, int last) { announceRows(first, last, textRoles()); });
}

void SavedViewsModel::retranslate()
{
    follow();
}

ViewId SavedViewsModel::viewAt(const QModelIndex& index) const
{
    return index.isValid() ? m_rows[static_cast<std::size_t>(index.row())].view : ViewId{};
}

QModelIndex SavedViewsModel::indexOf(ViewId view) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [view](const Row& row) { return row.view == view; });
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()), 0);
}

bool SavedViewsModel::apply(tl::expected<Edit, Problem> edit)
{
    if (!edit) {
        emit refused(sentenceText(edit.error().sentence));
        return false;
    }
    if (edit->changes.empty())
        return true;
    if (const auto applied = m_document.apply(std::move(*edit)); !applied) {
        emit refused(refusedText(applied.error()));
        return false;
    }
    return true;
}

QModelIndex SavedViewsModel::save(const QString& name, const QString& state)
{
    const tl::expected<Edit, Problem> edit = viewSaved(m_document.chain(), name, state);
    const std::string key = edit && !edit->changes.empty() ? edit->changes.front().key : std::string();
    if (!apply(edit))
        return {};
    return indexOf(ViewId{m_document.chain().find(Table::Views, key)});
}

bool SavedViewsModel::move(const QModelIndex& index, int place)
{
    const bool isOther = index.isValid() && place >= 0 && place < rowCount() && place != index.row();
    return isOther && apply(viewMoved(m_document.chain(), viewAt(index), place));
}

bool SavedViewsModel::erase(const QModelIndex& index)
{
    return index.isValid() && apply(viewErased(m_document.chain(), viewAt(index)));
}

bool SavedViewsModel::replace(const QModelIndex& index, const QString& state)
{
    return index.isValid() && apply(viewReplaced(m_document.chain(), viewAt(index), state));
}

int SavedViewsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant SavedViewsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const RowRef ref{Table::Views, row.view.value};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return row.name;
    case Qt::EditRole:
        return nameIn(language(), m_document.chain(), ref);
    case KeyRole:
        return toQString(m_document.chain().key(ref));
    case RowRefRole:
        return toVariant(ref);
    default:
        return {};
    }
}

Qt::ItemFlags SavedViewsModel::flags(const QModelIndex& index) const
{
    const bool canEdit = !m_document.isReadOnly();
    if (!index.isValid())
        return canEdit ? Qt::ItemIsDropEnabled : Qt::NoItemFlags;
    const Qt::ItemFlags always = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return canEdit ? always | Qt::ItemIsEditable | Qt::ItemIsDragEnabled : always;
}

/// An empty name is no name: the one there is stays.
bool SavedViewsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const QString name = value.toString().simplified();
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole || name.isEmpty())
        return false;
    return apply(viewRenamed(m_document.chain(), viewAt(index), name));
}

QStringList SavedViewsModel::mimeTypes() const
{
    return {dragType()};
}

bool SavedViewsModel::canDropMimeData(const QMimeData* data, Qt::DropAction action, int /*row*/, int /*column*/,
                                      const QModelIndex& /*parent*/) const
{
    return action == Qt::MoveAction && data->hasFormat(dragType()) && !m_document.isReadOnly();
}

/// Rows are moved by moveRows(); nothing else comes in.
bool SavedViewsModel::dropMimeData(const QMimeData* /*data*/, Qt::DropAction /*action*/, int /*row*/, int /*column*/,
                                   const QModelIndex& /*parent*/)
{
    return false;
}

bool SavedViewsModel::moveRows(const QModelIndex& sourceParent, int sourceRow, int count,
                               const QModelIndex& destinationParent, int destinationChild)
{
    if (sourceParent.isValid() || destinationParent.isValid() || count != 1)
        return false;
    return move(index(sourceRow, 0), destinationChild > sourceRow ? destinationChild - 1 : destinationChild);
}

} // namespace ochain
