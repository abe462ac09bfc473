// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/events_model.h"

#include "document/names.h"
#include "items/cells.h"
#include "items/row_order.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace ochain {

namespace {

constexpr std::array<const char*, EventsModel::kColumnCount> kTitles{
    QT_TRANSLATE_NOOP("ochain::EventsModel", "Date"), QT_TRANSLATE_NOOP("ochain::EventsModel", "Kind"),
    QT_TRANSLATE_NOOP("ochain::EventsModel", "Title"), QT_TRANSLATE_NOOP("ochain::EventsModel", "Parties"),
    QT_TRANSLATE_NOOP("ochain::EventsModel", "Note")};
constexpr int kLastColumn = EventsModel::kColumnCount - 1;

} // namespace

struct EventsModel::Private {
    explicit Private(Document& followed) : document(followed) {}

    Document& document;
    RowOrder order{Table::Events};

    [[nodiscard]] const Chain& chain() const { return document.chain(); }
    /// Known under the lens; an event without a date always is.
    [[nodiscard]] bool counts(const Event& event) const
    {
        const Day knownAsOf = document.lens().lens.knownAsOf;
        return knownAsOf == kNoDay || !event.date.isSet() || firstDay(event.date) <= knownAsOf;
    }
    [[nodiscard]] QString namesOf(const Event& event) const
    {
        QStringList names;
        for (const NodeId node : event.nodes)
            names += nameOf(chain(), node);
        return names.join(QStringLiteral(", "));
    }
    [[nodiscard]] QVariant cell(EventId id, Column column, int role) const
    {
        const Event& event = chain().events()[id];
        switch (column) {
        case Column::Date:
            return dateData(event.date, role);
        case Column::Kind:
            return textData(toQString(chain().text(event.kind)), role);
        case Column::Title:
            return textData(nameOf(chain(), RowRef{Table::Events, id.value}), role);
        case Column::Nodes:
            return textData(namesOf(event), role);
        case Column::Note:
            return textData(toQString(chain().text(event.note)), role);
        }
        return {};
    }
};

EventsModel::EventsModel(Document& document, QObject* parent)
    : QAbstractTableModel(parent), m_private(std::make_unique<Private>(document))
{
    m_private->order.fill(document.chain());
    connect(&document, &Document::changed, this, &EventsModel::follow);
    connect(&document, &Document::lensChanged, this, &EventsModel::followLens);
}

EventsModel::~EventsModel() = default;

QModelIndex EventsModel::indexOf(RowRef row) const
{
    const int place = row.table == Table::Events ? m_private->order.placeOf(row.row) : -1;
    return place < 0 ? QModelIndex() : index(place, 0);
}

void EventsModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, kLastColumn);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, kLastColumn), {Qt::DisplayRole, SortRole, PlainRole});
}

int EventsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_private->order.size();
}
int EventsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant EventsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Private& d = *m_private;
    const EventId id{d.order.at(index.row())};
    if (!d.chain().events().isAlive(id))
        return {};
    switch (role) {
    case RowRefRole:
        return toVariant({Table::Events, id.value});
    case KeyRole:
        return toQString(d.chain().key({Table::Events, id.value}));
    case ItemKindRole:
        return static_cast<int>(ItemKind::Event);
    case CountsRole:
        return d.counts(d.chain().events()[id]);
    default:
        return d.cell(id, static_cast<Column>(index.column()), role);
    }
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= kColumnCount)
        return {};
    return tr(kTitles[static_cast<std::size_t>(section)]);
}

void EventsModel::followLens(const ViewLens& before)
{
    if (rowCount() > 0 && before.lens.knownAsOf != m_private->document.lens().lens.knownAsOf)
        emit dataChanged(index(0, 0), index(rowCount() - 1, kLastColumn), {CountsRole});
}

void EventsModel::follow(const Changed& changed)
{
    RowOrder::Announce rows;
    rows.aboutToInsert = [this](int first, int last) { beginInsertRows({}, first, last); };
    rows.inserted = [this] { endInsertRows(); };
    rows.aboutToRemove = [this](int first, int last) { beginRemoveRows({}, first, last); };
    rows.removed = [this] { endRemoveRows(); };
    const std::vector<std::uint32_t> stay = m_private->order.follow(m_private->chain(), changed.rows, rows);
    for (const std::uint32_t row : stay) {
        const int place = m_private->order.placeOf(row);
        emit dataChanged(index(place, 0), index(place, kLastColumn), {});
    }
    for (const RowRef& ref : changed.rows)
        if (ref.table == Table::Nodes)
            announceNode(NodeId{ref.row});
}

/// A node's new name shows wherever it takes part.
void EventsModel::announceNode(NodeId node)
{
    for (int place = 0; place < rowCount(); ++place) {
        const EventId id{m_private->order.at(place)};
        if (!m_private->chain().events().isAlive(id))
            continue;
        const std::vector<NodeId>& nodes = m_private->chain().events()[id].nodes;
        const QModelIndex cell = index(place, static_cast<int>(Column::Nodes));
        if (std::find(nodes.begin(), nodes.end(), node) != nodes.end())
            emit dataChanged(cell, cell, {Qt::DisplayRole, SortRole, PlainRole});
    }
}

} // namespace ochain
