// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/events_model.h"

#include "document/names.h"
#include "items/cells.h"
#include "items/row_order.h"
#include "language/punctuation.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace ochain {

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
        return listOf(names);
    }

    using Cell = CellColumn<Private, EventId>;
    static const std::array<Cell, kColumnCount> kColumns;
};

constexpr std::array<EventsModel::Private::Cell, EventsModel::kColumnCount> EventsModel::Private::kColumns{{
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::EventsModel", "Date"), .width = 92, .content = ColumnContent::Start},
     .cell = [](const Private& d, EventId id, int role) { return dateData(d.chain().events()[id].date, role); }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::EventsModel", "Kind"), .width = 110},
     .cell = [](const Private& d, EventId id,
                int role) { return textData(toQString(d.chain().text(d.chain().events()[id].kind)), role); }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::EventsModel", "Title"), .width = 320},
     .cell =
         [](const Private& d, EventId id, int role) {
             return textData(nameOf(d.chain(), RowRef{Table::Events, id.value}), role);
         }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::EventsModel", "Parties"), .width = 220},
     .cell = [](const Private& d, EventId id, int role) { return textData(d.namesOf(d.chain().events()[id]), role); }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::EventsModel", "Note"), .width = 200},
     .cell = [](const Private& d, EventId id,
                int role) { return textData(toQString(d.chain().text(d.chain().events()[id].note)), role); }},
}};

EventsModel::EventsModel(Document& document, QObject* parent)
    : TableModel(kColumnCount, parent), m_private(std::make_unique<Private>(document))
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
    announceLanguage();
}

int EventsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_private->order.size();
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
        return Private::kColumns[static_cast<std::size_t>(index.column())].cell(d, id, role);
    }
}

const ColumnSpec& EventsModel::column(int section) const
{
    return Private::kColumns[static_cast<std::size_t>(section)].spec;
}

void EventsModel::followLens(const ViewLens& before)
{
    if (before.lens.knownAsOf != m_private->document.lens().lens.knownAsOf)
        announceRows(0, rowCount() - 1, {CountsRole});
}

void EventsModel::follow(const Changed& changed)
{
    const std::vector<std::uint32_t> stay = m_private->order.follow(m_private->chain(), changed.rows, announcer());
    for (const std::uint32_t row : stay) {
        const int place = m_private->order.placeOf(row);
        announceRows(place, place, rowRoles());
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
        const int column = static_cast<int>(Column::Nodes);
        if (std::find(nodes.begin(), nodes.end(), node) != nodes.end())
            announceCells(place, place, column, column, textRoles());
    }
}

} // namespace ochain
