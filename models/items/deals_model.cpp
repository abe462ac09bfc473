// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/deals_model.h"

#include "document/names.h"
#include "editing/table_edits.h"
#include "items/deal_cells.h"
#include "items/roles.h"
#include "items/row_order.h"

#include <algorithm>

namespace ochain {

namespace {

using Column = DealsModel::Column;

constexpr std::size_t kMostOneByOne = 1'000; ///< rows that are told as changed stretch by stretch

} // namespace

struct DealsModel::Private {
    explicit Private(Document& followed) : document(followed), cells(followed) {}

    Document& document;
    RowOrder order{Table::Deals};
    DealCells cells;

    [[nodiscard]] const Chain& chain() const { return document.chain(); }
};

DealsModel::DealsModel(Document& document, QObject* parent)
    : TableModel(kColumnCount, parent), m_private(std::make_unique<Private>(document))
{
    m_private->order.fill(document.chain());
    connect(&document, &Document::changed, this, &DealsModel::follow);
    connect(&document, &Document::viewedChanged, this, &DealsModel::follow);
    connect(&document, &Document::lensChanged, this, &DealsModel::followLens);
}

DealsModel::~DealsModel() = default;

DealId DealsModel::dealAt(int row) const noexcept
{
    return DealId{m_private->order.at(row)};
}
int DealsModel::rowOf(DealId deal) const noexcept
{
    return m_private->order.placeOf(deal.value);
}
const Document& DealsModel::document() const noexcept
{
    return m_private->document;
}
QModelIndex DealsModel::indexOf(RowRef row, Column column) const
{
    const int place = row.table == Table::Deals ? m_private->order.placeOf(row.row) : -1;
    return place < 0 ? QModelIndex() : index(place, static_cast<int>(column));
}

const DealCells& DealsModel::cells() const noexcept
{
    return m_private->cells;
}

void DealsModel::retranslate()
{
    announceLanguage();
}

int DealsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_private->order.size();
}

QVariant DealsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Private& d = *m_private;
    const DealId id = dealAt(index.row());
    if (!d.chain().deals().isAlive(id))
        return {};
    const Deal& deal = d.chain().deals()[id];
    switch (role) {
    case RowRefRole:
        return toVariant({Table::Deals, id.value});
    case KeyRole:
        return toQString(d.chain().key({Table::Deals, id.value}));
    case ItemKindRole:
        return static_cast<int>(ItemKind::Deal);
    case BasisRole:
        return static_cast<int>(deal.basis);
    case AssumedRole:
        return d.cells.assumedShare(id, static_cast<Column>(index.column()));
    case CountsRole:
        return d.document.viewed().rollups.deal(d.document.viewed().chain, id).counts;
    case FigureCellRole:
        return d.cells.figureCell(id, static_cast<Column>(index.column()));
    case FieldRole:
        return DealCells::column(static_cast<Column>(index.column())).spec.field;
    case Qt::DisplayRole:
    case Qt::EditRole:
    case Qt::ToolTipRole:
    case SortRole:
    case PlainRole:
    case NumericRole:
    case UndisclosedRole:
    case AbsentRole:
        return DealCells::column(static_cast<Column>(index.column())).cell(d.cells, id, role);
    default:
        return {};
    }
}

bool DealsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const int field = DealCells::column(static_cast<Column>(index.column())).spec.field;
    if (field < 0)
        return false;
    const RowRef row{Table::Deals, dealAt(index.row()).value};
    const auto why = applyTyped(m_private->document, row, static_cast<Field>(field), value.toString());
    if (why)
        emit refused(*why);
    return !why;
}

Qt::ItemFlags DealsModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    const bool isField = DealCells::column(static_cast<Column>(index.column())).spec.field >= 0;
    return isField && !m_private->document.isReadOnly() ? flags | Qt::ItemIsEditable : flags;
}

const ColumnSpec& DealsModel::column(int section) const
{
    return DealCells::column(static_cast<Column>(section)).spec;
}

void DealsModel::followLens(const ViewLens& before)
{
    const bool isPeriodOnly = before.hasFiguresOf(m_private->document.lens());
    const Column first = isPeriodOnly ? Column::PeriodMoney : Column::Supplier;
    const Column last = isPeriodOnly ? Column::PeriodCapacity : Column::CostPerPower;
    announceCells(0, rowCount() - 1, static_cast<int>(first), static_cast<int>(last),
                  figureRoles() + QList<int>{CountsRole});
}

void DealsModel::follow(const Changed& changed)
{
    Private& d = *m_private;
    const Chain& chain = d.chain();
    std::vector<std::uint32_t> dirty = d.order.follow(chain, changed.rows, announcer());
    if (changed.everything) {
        announceRows(0, rowCount() - 1, rowRoles());
        emit followed(changed, dirty);
        return;
    }
    for (const DealId deal : changed.deals)
        dirty.push_back(deal.value);
    for (const DealId deal : dealsWithChangedCitations(chain, changed.edit))
        dirty.push_back(deal.value);
    for (const RowRef& ref : changed.rows)
        addDealsNaming(ref, dirty);
    announceDeals(dirty);
    emit followed(changed, dirty);
}

/// Deals that show the name of a row: of a node its deals and their parts, of a kind or a status those that have it.
void DealsModel::addDealsNaming(RowRef ref, std::vector<std::uint32_t>& deals) const
{
    const Chain& chain = m_private->chain();
    if (!chain.isAlive(ref))
        return;
    const auto add = [&](DealId deal, const Deal&) {
        deals.push_back(deal.value);
        chain.forEachPart(deal, [&deals](DealId part, const Deal&) { deals.push_back(part.value); });
    };
    if (ref.table == Table::Nodes) {
        chain.forEachSupplied(NodeId{ref.row}, add);
        chain.forEachBought(NodeId{ref.row}, add);
    } else if (ref.table == Table::Deals) {
        chain.forEachPart(DealId{ref.row}, [&deals](DealId part, const Deal&) { deals.push_back(part.value); });
    } else if (ref.table == Table::DealKinds || ref.table == Table::Statuses) {
        chain.deals().forEach([&](DealId deal, const Deal& row) {
            if ((ref.table == Table::DealKinds ? row.kind.value : row.status.value) == ref.row)
                deals.push_back(deal.value);
        });
    }
}

void DealsModel::announceDeals(const std::vector<std::uint32_t>& deals)
{
    std::vector<int> places;
    places.reserve(deals.size());
    for (const std::uint32_t deal : deals)
        if (const int place = m_private->order.placeOf(deal); place >= 0)
            places.push_back(place);
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    if (places.size() > static_cast<std::size_t>(m_private->order.size()) / 2 && places.size() > 16)
        announceRows(0, rowCount() - 1, rowRoles());
    else if (places.size() > kMostOneByOne)
        announceRows(places.front(), places.back(), rowRoles());
    else
        forEachRun(places, [this](int first, int last) { announceRows(first, last, rowRoles()); });
}

} // namespace ochain
