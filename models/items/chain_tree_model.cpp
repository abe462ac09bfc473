// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/chain_tree_model.h"

#include "analyses/figure_cell.h"
#include "document/names.h"
#include "figures/figure_parts.h"
#include "items/assumed_shares.h"
#include "items/cells.h"
#include "items/headline.h"
#include "items/table_model.h"
#include "items/tree_shape.h"
#include "language/punctuation.h"

#include <algorithm>
#include <array>
#include <map>

namespace ochain {

namespace {

using ItemId = TreeShape::ItemId;
using Column = ChainTreeModel::Column;

/// Which capacity a column takes.
enum class LayerChoice : std::uint8_t { None, Incoming, Outgoing };

/// A column of the tree; those of figures are hidden to begin with, the headline stands for them.
struct TreeColumn {
    ColumnSpec spec;
    std::optional<Measure> measure = {};
    bool isTotal = false;
    LayerChoice layer = LayerChoice::None;
};

constexpr int kWidth = 92;

constexpr TreeColumn inPeriod(const char* title, Measure measure, LayerChoice layer = LayerChoice::None)
{
    return {.spec = {.title = title, .width = kWidth, .isHidden = true, .isNumeric = true},
            .measure = measure,
            .layer = layer};
}

constexpr TreeColumn inTotal(const char* title, Measure measure, LayerChoice layer = LayerChoice::None)
{
    TreeColumn column = inPeriod(title, measure, layer);
    column.isTotal = true;
    return column;
}

constexpr std::array<TreeColumn, ChainTreeModel::kColumnCount> kColumns{{
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::ChainTreeModel", "Chain")}},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::ChainTreeModel", "Supplies"), .width = 104, .isNumeric = true}},
    inPeriod(QT_TRANSLATE_NOOP("ochain::ChainTreeModel", "Revenue"), Measure::Revenue),
    inTotal(QT_TRANSLATE_NOOP("ochain::ChainTreeModel", "Revenue, total"), Measure::Revenue),
    inPeriod(QT_TRANSLATE_NOOP("ochain::ChainTreeModel", "Spend"), Measure::Spend),
    inTotal(QT_TRANSLATE_NOOP("ochain::ChainTreeModel", "Spend, total"), Measure::Spend),
    inPeriod(QT_TRANSLATE_NOOP("ochain::ChainTreeModel", "Net"), Measure::Net),
    inTotal(QT_TRANSLATE_NOOP("ochain::ChainTreeModel", "Net, total"), Measure::Net),
    inPeriod(QT_TRANSLATE_NOOP("ochain::ChainTreeModel", "Capital in"), Measure::CapitalIn),
    inTotal(QT_TRANSLATE_NOOP("ochain::ChainTreeModel", "Capital in, total"), Measure::CapitalIn),
    inPeriod(QT_TRANSLATE_NOOP("ochain::ChainTreeModel", "Capital out"), Measure::CapitalOut),
    inTotal(QT_TRANSLATE_NOOP("ochain::ChainTreeModel", "Capital out, total"), Measure::CapitalOut),
    inPeriod(QT_TRANSLATE_NOOP("ochain::ChainTreeModel", "Guarantees given"), Measure::GuaranteedOut),
    inPeriod(QT_TRANSLATE_NOOP("ochain::ChainTreeModel", "Guarantees received"), Measure::GuaranteedIn),
    inPeriod(QT_TRANSLATE_NOOP("ochain::ChainTreeModel", "Capacity in"), Measure::CapacityIn, LayerChoice::Incoming),
    inTotal(QT_TRANSLATE_NOOP("ochain::ChainTreeModel", "Capacity in, total"), Measure::CapacityIn,
            LayerChoice::Incoming),
    inPeriod(QT_TRANSLATE_NOOP("ochain::ChainTreeModel", "Capacity out"), Measure::CapacityOut, LayerChoice::Outgoing),
    inTotal(QT_TRANSLATE_NOOP("ochain::ChainTreeModel", "Capacity out, total"), Measure::CapacityOut,
            LayerChoice::Outgoing),
    inPeriod(QT_TRANSLATE_NOOP("ochain::ChainTreeModel", "Backlog"), Measure::Backlog),
    inPeriod(QT_TRANSLATE_NOOP("ochain::ChainTreeModel", "Gap"), Measure::Gap),
    inPeriod(QT_TRANSLATE_NOOP("ochain::ChainTreeModel", "Funding"), Measure::Funding),
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::ChainTreeModel", "Binding layer"), .width = kWidth, .isHidden = true},
     .measure = Measure::Binding},
    inTotal(QT_TRANSLATE_NOOP("ochain::ChainTreeModel", "Deals"), Measure::Deals),
    inTotal(QT_TRANSLATE_NOOP("ochain::ChainTreeModel", "Undisclosed"), Measure::DealsUndisclosedMoney),
}};

constexpr int kFirstFigure = static_cast<int>(Column::Figure);
constexpr int kLastColumn = ChainTreeModel::kColumnCount - 1;

QString withPlainUnit(const QString& number, Unit unit)
{
    return number.isEmpty() ? number
                            : number + (unit == Unit::Capacity ? QStringLiteral(" MW") : QStringLiteral(" USD"));
}

/// What the figures of a column are; the headline has now these, now those.
ColumnContent contentOf(const TreeColumn& column)
{
    if (!column.measure || *column.measure == Measure::Binding)
        return ColumnContent::Text;
    switch (unitOf(*column.measure)) {
    case Unit::Money:
        return ColumnContent::Money;
    case Unit::Capacity:
        return ColumnContent::Capacity;
    case Unit::Share:
        return ColumnContent::Share;
    case Unit::Count:
        break;
    }
    return ColumnContent::Count;
}

/// The binding layer of a group whose capacity only reaches sites.
QVariant siteOnlyData(int role)
{
    switch (role) {
    case Qt::DisplayRole:
    case PlainRole:
        return ChainTreeModel::tr("known by site only");
    case Qt::ToolTipRole:
        return ChainTreeModel::tr("All capacity that stands reaches single sites: it binds them, and not the whole.");
    case SortRole:
        return QVariant::fromValue<qlonglong>(0);
    default:
        return {};
    }
}

/// A figure of the headline that is not what its title says: who supplies nothing pays, or gets capital.
QString withVerb(Measure measure, const QString& text)
{
    switch (measure) {
    case Measure::Spend:
    case Measure::CapitalOut:
        return ChainTreeModel::tr("pays %1").arg(text);
    case Measure::CapitalIn:
        return ChainTreeModel::tr("gets %1").arg(text);
    default:
        return text;
    }
}

} // namespace

struct ChainTreeModel::Private {
    explicit Private(Document& followed) : document(followed), assumed(followed) {}

    Document& document;
    std::optional<TierId> layer;
    TreeShape shape;
    mutable AssumedShares assumed; // counts when first asked

    [[nodiscard]] const Chain& chain() const { return document.chain(); }
    [[nodiscard]] const Rollups& rollups() const { return document.viewed().rollups; }
    [[nodiscard]] TierId tierOf(ItemId item) const
    {
        return item.isNode() ? chain().nodes()[NodeId{item.row()}].tier : TierId{item.row()};
    }
    [[nodiscard]] bool isAlive(ItemId item) const
    {
        return item.isNode() ? chain().nodes().isAlive(NodeId{item.row()})
                             : chain().tiers().isAlive(TierId{item.row()});
    }
    [[nodiscard]] RowRef refOf(ItemId item) const { return {item.isNode() ? Table::Nodes : Table::Tiers, item.row()}; }

    [[nodiscard]] std::optional<LayerNumber> layerFor(ItemId item, LayerChoice choice) const;
    [[nodiscard]] std::optional<FigureCell> cell(ItemId item, Column column) const;
    [[nodiscard]] QVariant figure(ItemId item, Column column, int role) const;
    [[nodiscard]] QString inFull(const FigureCell& cell, const QString& text) const;
    [[nodiscard]] QVariant bindingData(ItemId item, int role) const;
    [[nodiscard]] int rootPlace(TierId tier) const;
    [[nodiscard]] int shade(TierId tier) const;
};

std::optional<LayerNumber> ChainTreeModel::Private::layerFor(ItemId item, LayerChoice choice) const
{
    if (choice == LayerChoice::None)
        return kNoLayer;
    if (layer && chain().tiers().isAlive(*layer) && chain().layerOf(*layer).isSet())
        return chain().layerOf(*layer);
    if (choice == LayerChoice::Outgoing) {
        const LayerNumber own = chain().layerOf(tierOf(item));
        return own.isSet() ? std::optional(own) : std::nullopt;
    }
    const auto binding = rollups().binding(item.group(), document.lens().period);
    return binding ? std::optional(binding->layer) : std::nullopt;
}

std::optional<FigureCell> ChainTreeModel::Private::cell(ItemId item, Column column) const
{
    if (column == Column::Figure)
        return headlineOf(document, item.group());
    const TreeColumn& spec = kColumns[static_cast<std::size_t>(column)];
    const auto number = layerFor(item, spec.layer);
    if (!spec.measure || !number)
        return std::nullopt;
    return FigureCell{item.group(), *spec.measure, *number, spec.isTotal ? kTotal : document.lens().period, {}};
}

QVariant ChainTreeModel::Private::bindingData(ItemId item, int role) const
{
    const auto binding = rollups().binding(item.group(), document.lens().period);
    if (!binding && isKnownBySiteOnly(document.viewed().chain, rollups(), item.group(), document.lens().period))
        return siteOnlyData(role);
    if (!binding)
        return nothingData(role);
    const QString name = layerName(chain(), binding->layer);
    switch (role) {
    case Qt::DisplayRole:
    case PlainRole:
        return name;
    case SortRole:
        return QVariant::fromValue<qlonglong>(binding->figure.value);
    case Qt::ToolTipRole: {
        const Hidden hidden = rollups().hidden(item.group(), Measure::Binding, kNoLayer, document.lens().period);
        return told(name, boundedTextInFull(binding->figure.value, hidden, Unit::Capacity));
    }
    case UndisclosedRole:
        return static_cast<int>(binding->figure.undisclosed);
    default:
        return {};
    }
}

QVariant ChainTreeModel::Private::figure(ItemId item, Column column, int role) const
{
    if (column == Column::Binding)
        return bindingData(item, role);
    const auto wanted = cell(item, column);
    if (!wanted)
        return nothingData(role);
    const Figure value = rollups().figure(item.group(), wanted->measure, wanted->layer, wanted->period);
    const bool isSaid = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == PlainRole || role == AbsentRole;
    const Hidden hidden =
        isSaid ? rollups().hidden(item.group(), wanted->measure, wanted->layer, wanted->period) : Hidden{};
    const Unit unit = unitOf(wanted->measure);
    if (column == Column::Figure && role == Qt::ToolTipRole)
        return inFull(*wanted, figureData(value, hidden, unit, role).toString());
    if (column == Column::Figure && role == PlainRole) // its header can name no unit
        return withPlainUnit(figureData(value, hidden, unit, role).toString(), unit);
    if (role != Qt::DisplayRole)
        return figureData(value, hidden, unit, role);
    const QString text = boundedText(value.value, hidden, unit, HiddenStyle::Narrow);
    return column == Column::Figure && value.value != 0 ? withVerb(wanted->measure, text) : text;
}

/// A figure of the headline with what it is: each row has the measure that says most about it.
QString ChainTreeModel::Private::inFull(const FigureCell& cell, const QString& text) const
{
    if (text.isEmpty())
        return {};
    QString what = measureText(cell.measure);
    if (cell.layer.isSet())
        what = closer(what, layerName(chain(), cell.layer));
    return told(closer(what, periodText(cell.period)), text);
}

int ChainTreeModel::Private::rootPlace(TierId tier) const
{
    const ItemId root = ItemId::of(chain().rootOf(tier));
    return shape.has(root) ? shape.placeOf(root) : -1;
}

int ChainTreeModel::Private::shade(TierId tier) const
{
    int place = -1;
    const TierId root = chain().rootOf(tier);
    for (const TierId other : chain().tierOrder()) {
        if (chain().rootOf(other) == root)
            ++place;
        if (other == tier)
            break;
    }
    return place;
}

ChainTreeModel::ChainTreeModel(Document& document, QObject* parent)
    : QAbstractItemModel(parent), m_private(std::make_unique<Private>(document))
{
    m_private->shape.fill(document.chain());
    connect(&m_private->assumed, &AssumedShares::counted, this,
            [this] { announceBelow({}, kFirstFigure, kLastColumn, {AssumedRole}); });
    connect(&document, &Document::changed, this, &ChainTreeModel::follow);
    connect(&document, &Document::viewedChanged, this, &ChainTreeModel::follow);
    connect(&document, &Document::lensChanged, this, &ChainTreeModel::followLens);
}

ChainTreeModel::~ChainTreeModel() = default;

std::optional<TierId> ChainTreeModel::layer() const noexcept
{
    return m_private->layer;
}

void ChainTreeModel::setLayer(std::optional<TierId> layer)
{
    if (layer == m_private->layer)
        return;
    m_private->layer = layer;
    announceBelow({}, static_cast<int>(Column::CapacityIn), static_cast<int>(Column::CapacityOutTotal), figureRoles());
}

void ChainTreeModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, kLastColumn);
    announceBelow({}, 0, kLastColumn, textRoles());
}

QModelIndex ChainTreeModel::indexOf(RowRef row, Column column) const
{
    const TreeShape& shape = m_private->shape;
    ItemId item;
    if (row.table == Table::Tiers)
        item = ItemId::of(TierId{row.row});
    else if (row.table == Table::Nodes)
        item = ItemId::of(NodeId{row.row});
    else if (row.table == Table::Deals && m_private->chain().isAlive(row))
        item = ItemId::of(m_private->chain().deals()[DealId{row.row}].customer);
    if (item.isTop() || !shape.has(item))
        return {};
    return createIndex(shape.placeOf(item), static_cast<int>(column), static_cast<quintptr>(item.value));
}

QModelIndex ChainTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const ItemId above = parent.isValid() ? ItemId{static_cast<std::uint32_t>(parent.internalId())} : ItemId{};
    const ItemId item = m_private->shape.childrenOf(above)[static_cast<std::size_t>(row)];
    return createIndex(row, column, static_cast<quintptr>(item.value));
}

QModelIndex ChainTreeModel::parent(const QModelIndex& child) const
{
    if (!child.isValid())
        return {};
    return indexOfItem(m_private->shape.parentOf(ItemId{static_cast<std::uint32_t>(child.internalId())}).value);
}

QModelIndex ChainTreeModel::indexOfItem(std::uint32_t item) const
{
    const ItemId id{item};
    return id.isTop() ? QModelIndex() : createIndex(m_private->shape.placeOf(id), 0, static_cast<quintptr>(item));
}

int ChainTreeModel::rowCount(const QModelIndex& parent) const
{
    if (parent.column() > 0)
        return 0;
    const ItemId item = parent.isValid() ? ItemId{static_cast<std::uint32_t>(parent.internalId())} : ItemId{};
    return static_cast<int>(m_private->shape.childrenOf(item).size());
}

int ChainTreeModel::columnCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : kColumnCount;
}

Qt::ItemFlags ChainTreeModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QVariant ChainTreeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Private& d = *m_private;
    const ItemId item{static_cast<std::uint32_t>(index.internalId())};
    if (!d.isAlive(item))
        return {};
    switch (role) {
    case RowRefRole:
        return toVariant(d.refOf(item));
    case KeyRole:
        return toQString(d.chain().key(d.refOf(item)));
    case ItemKindRole:
        return static_cast<int>(item.isNode() ? ItemKind::Node : ItemKind::Tier);
    case TierRootRole:
        return d.rootPlace(d.tierOf(item));
    case TierShadeRole:
        return d.shade(d.tierOf(item));
    default:
        break;
    }
    const auto column = static_cast<Column>(index.column());
    if (role == FigureCellRole) { // a name stands for the figure that says most about it
        const auto cell = d.cell(item, column == Column::Name ? Column::Figure : column);
        return cell ? QVariant::fromValue(*cell) : QVariant();
    }
    if (role == AssumedRole)
        return column == Column::Name ? QVariant() : QVariant(d.assumed.of(item.group()));
    if (column == Column::Name) {
        if (role == Qt::ToolTipRole && item.isNode())
            return visibleText(d.chain().text(d.chain().nodes()[NodeId{item.row()}].note));
        return textData(nameOf(d.chain(), item.group()), role);
    }
    return d.figure(item, column, role);
}

QVariant ChainTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isColumn = orientation == Qt::Horizontal && section >= 0 && section < kColumnCount;
    if (!isColumn)
        return {};
    if (section == kFirstFigure && role == Qt::DisplayRole && !m_private->rollups().calendar().isEmpty())
        return tr("Supplies %1", "in a period").arg(periodText(m_private->document.lens().period));
    if (section == kFirstFigure && role == Qt::ToolTipRole)
        return tr(
            "Capacity of the row's own layer at the end of the period, else revenue in it. Who has neither pays, or "
            "gets capital: the figure says so.");
    if (role == ContentRole)
        return static_cast<int>(contentOf(kColumns[static_cast<std::size_t>(section)]));
    return headerOf(kColumns[static_cast<std::size_t>(section)].spec, staticMetaObject, role);
}

void ChainTreeModel::followLens()
{
    m_private->assumed.forget();
    emit headerDataChanged(Qt::Horizontal, kFirstFigure, kFirstFigure); // it names the period
    announceBelow({}, kFirstFigure, kLastColumn, figureRoles());
}

void ChainTreeModel::announceBelow(const QModelIndex& parent, int firstColumn, int lastColumn, const QList<int>& roles)
{
    const int rows = rowCount(parent);
    if (rows == 0)
        return;
    emit dataChanged(index(0, firstColumn, parent), index(rows - 1, lastColumn, parent), roles);
    for (int row = 0; row < rows; ++row)
        announceBelow(index(row, 0, parent), firstColumn, lastColumn, roles);
}

void ChainTreeModel::follow(const Changed& changed)
{
    TreeShape& shape = m_private->shape;
    const bool isShapeTouched = std::any_of(changed.rows.begin(), changed.rows.end(), [](RowRef ref) {
        return ref.table == Table::Tiers || ref.table == Table::Nodes;
    });
    if (isShapeTouched)
        followShape(changed.rows);
    const auto shares = m_private->assumed.follow(changed);
    // A tier's name and place show in other rows too: as the layer that binds, as hue and shade.
    const bool isTierTouched =
        std::any_of(changed.rows.begin(), changed.rows.end(), [](RowRef ref) { return ref.table == Table::Tiers; });
    if (changed.everything || isTierTouched || !shares) {
        announceBelow({}, 0, kLastColumn, rowRoles());
        return;
    }
    std::map<ItemId, bool> rows; // whether the whole row moved, not only its figures
    for (const Changed::Item& item : changed.items)
        rows.emplace(ItemId::of(item.group), false);
    for (const Group group : *shares)
        rows.emplace(ItemId::of(group), false);
    for (const RowRef& ref : changed.rows)
        if (ref.table == Table::Tiers || ref.table == Table::Nodes)
            rows[ref.table == Table::Tiers ? ItemId::of(TierId{ref.row}) : ItemId::of(NodeId{ref.row})] = true;
    for (const auto& [item, isWhole] : rows) {
        if (!shape.has(item))
            continue;
        const QModelIndex first = indexOfItem(item.value);
        emit dataChanged(first.siblingAtColumn(isWhole ? 0 : kFirstFigure), first.siblingAtColumn(kLastColumn),
                         isWhole ? rowRoles() : figureRoles());
    }
}

void ChainTreeModel::followShape(const std::vector<RowRef>& touched)
{
    TreeShape::Announce announce;
    announce.aboutToInsert = [this](ItemId parent, int place) {
        beginInsertRows(indexOfItem(parent.value), place, place);
    };
    announce.inserted = [this] { endInsertRows(); };
    announce.aboutToRemove = [this](ItemId parent, int place) {
        beginRemoveRows(indexOfItem(parent.value), place, place);
    };
    announce.removed = [this] { endRemoveRows(); };
    announce.aboutToMove = [this](ItemId from, int place, ItemId to, int before) {
        const bool isLegal = beginMoveRows(indexOfItem(from.value), place, place, indexOfItem(to.value), before);
        Q_ASSERT(isLegal);
        Q_UNUSED(isLegal)
    };
    announce.moved = [this] { endMoveRows(); };
    m_private->shape.follow(m_private->chain(), touched, announce);
}

} // namespace ochain
