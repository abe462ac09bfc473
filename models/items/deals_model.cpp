// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/deals_model.h"

#include "document/reach.h"
#include "items/cells.h"
#include "items/row_order.h"
#include "items/table_edits.h"

#include <QCollator>

#include <algorithm>
#include <array>
#include <limits>

namespace ochain {

namespace {

using Column = DealsModel::Column;

struct ColumnSpec {
    const char* title;
    int field; ///< of table deals; -1 if the column is computed
    bool isNumeric;
};

constexpr std::array<ColumnSpec, DealsModel::kColumnCount> kColumns{{
    {QT_TRANSLATE_NOOP("ochain::DealsModel", "Supplier"), deal_field::Supplier, false},
    {QT_TRANSLATE_NOOP("ochain::DealsModel", "Customer"), deal_field::Customer, false},
    {QT_TRANSLATE_NOOP("ochain::DealsModel", "Kind"), deal_field::Kind, false},
    {QT_TRANSLATE_NOOP("ochain::DealsModel", "Status"), deal_field::Status, false},
    {QT_TRANSLATE_NOOP("ochain::DealsModel", "Announced"), deal_field::Announced, false},
    {QT_TRANSLATE_NOOP("ochain::DealsModel", "Starts"), deal_field::Starts, false},
    {QT_TRANSLATE_NOOP("ochain::DealsModel", "Ends"), deal_field::Ends, false},
    {QT_TRANSLATE_NOOP("ochain::DealsModel", "Capacity"), deal_field::CapacityMw, true},
    {QT_TRANSLATE_NOOP("ochain::DealsModel", "Value"), deal_field::ValueUsd, true},
    {QT_TRANSLATE_NOOP("ochain::DealsModel", "Money in period"), -1, true},
    {QT_TRANSLATE_NOOP("ochain::DealsModel", "Capacity in period"), -1, true},
    {QT_TRANSLATE_NOOP("ochain::DealsModel", "Equity"), deal_field::EquityPct, true},
    {QT_TRANSLATE_NOOP("ochain::DealsModel", "Part of"), deal_field::PartOf, false},
    {QT_TRANSLATE_NOOP("ochain::DealsModel", "Formula"), deal_field::Formula, false},
    {QT_TRANSLATE_NOOP("ochain::DealsModel", "Basis"), deal_field::Basis, false},
    {QT_TRANSLATE_NOOP("ochain::DealsModel", "Sources"), -1, true},
    {QT_TRANSLATE_NOOP("ochain::DealsModel", "Note"), deal_field::NoteEn, false},
    {QT_TRANSLATE_NOOP("ochain::DealsModel", "Key"), deal_field::Key, false},
}};

constexpr std::array<const char*, kBasisNames.size()> kBasisTitles{
    QT_TRANSLATE_NOOP("ochain::DealsModel", "reported"), QT_TRANSLATE_NOOP("ochain::DealsModel", "estimated"),
    QT_TRANSLATE_NOOP("ochain::DealsModel", "derived"), QT_TRANSLATE_NOOP("ochain::DealsModel", "assumed")};

constexpr int kLastColumn = DealsModel::kColumnCount - 1;
constexpr std::int64_t kNotAsked = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kLast = std::numeric_limits<std::int64_t>::max(); ///< where absent figures sort

bool isTextual(Column column)
{
    return column == Column::PartOf || column == Column::Formula || column == Column::Note || column == Column::Key;
}

std::int64_t absentLast(std::int64_t amount)
{
    return amount == kAbsent ? kLast : amount;
}

/// Ranks of rows by their names in the order of a language, so that sorting compares numbers.
template <class RowId>
std::vector<int> ranksOf(const Chain& chain, Table table, Language language)
{
    std::vector<std::pair<QCollatorSortKey, std::uint32_t>> names;
    QCollator collator(language == Language::Chinese ? QLocale(QLocale::Chinese) : QLocale(QLocale::English));
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    names.reserve(chain.size(table));
    for (std::uint32_t row = 0; row < chain.slotCount(table); ++row)
        if (chain.isAlive({table, row}))
            names.emplace_back(collator.sortKey(nameOf(chain, RowId{row}, language)), row);
    std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) {
        const int order = a.first.compare(b.first);
        return order != 0 ? order < 0 : a.second < b.second;
    });
    std::vector<int> ranks(chain.slotCount(table), -1);
    int rank = -1;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i == 0 || names[i].first.compare(names[i - 1].first) != 0)
            ++rank; // equal names, equal rank
        ranks[names[i].second] = rank;
    }
    return ranks;
}

} // namespace

struct DealsModel::Private {
    explicit Private(Document& followed) : document(followed) {}

    Document& document;
    Language language = Language::English;
    RowOrder order{Table::Deals};
    // Made when sorting first asks, dropped when names or figures change.
    mutable std::vector<int> nodeRanks, kindRanks, statusRanks;
    mutable std::vector<std::int64_t> periodMoney, periodCapacity; ///< by deal id; kNotAsked

    [[nodiscard]] const Chain& chain() const { return document.chain(); }
    [[nodiscard]] const Deal& deal(int row) const { return chain().deals()[DealId{order.at(row)}]; }

    [[nodiscard]] std::int64_t capacityOf(DealId id) const;
    [[nodiscard]] std::int64_t valueOf(DealId id) const;
    [[nodiscard]] int sourcesOf(DealId id) const;
    [[nodiscard]] std::int64_t sortNumber(DealId id, Column column) const;
    [[nodiscard]] std::int64_t periodNumber(DealId id, Column column) const;
    [[nodiscard]] std::string_view textOf(DealId id, Column column) const;
    [[nodiscard]] int rank(std::vector<int>& ranks, Table table, std::uint32_t row) const;
    [[nodiscard]] QVariant cell(DealId id, Column column, int role) const;
    void forgetFigures();
    void forgetFigures(DealId id);
};

std::int64_t DealsModel::Private::capacityOf(DealId id) const
{
    std::int64_t sum = chain().deals()[id].capacity;
    if (sum != kAbsent)
        return sum;
    chain().forEachTranche(id, [&sum](TrancheId, const Tranche& tranche) {
        if (tranche.capacity != kAbsent)
            sum = (sum == kAbsent ? 0 : sum) + tranche.capacity;
    });
    return sum;
}

std::int64_t DealsModel::Private::valueOf(DealId id) const
{
    std::int64_t sum = chain().deals()[id].value;
    if (sum != kAbsent)
        return sum;
    chain().forEachTranche(id, [&sum](TrancheId, const Tranche& tranche) {
        if (tranche.value != kAbsent)
            sum = (sum == kAbsent ? 0 : sum) + tranche.value;
    });
    return sum;
}

int DealsModel::Private::sourcesOf(DealId id) const
{
    int count = 0;
    const auto add = [&count](CitationId, const Citation&) { ++count; };
    chain().forEachCitation({Table::Deals, id.value}, add);
    chain().forEachTranche(id, [&](TrancheId tranche, const Tranche&) {
        chain().forEachCitation({Table::Tranches, tranche.value}, add);
    });
    return count;
}

int DealsModel::Private::rank(std::vector<int>& ranks, Table table, std::uint32_t row) const
{
    if (ranks.empty()) {
        ranks = table == Table::Nodes       ? ranksOf<NodeId>(chain(), table, language)
                : table == Table::DealKinds ? ranksOf<KindId>(chain(), table, language)
                                            : ranksOf<StatusId>(chain(), table, language);
    }
    return row < ranks.size() ? ranks[row] : -1;
}

std::int64_t DealsModel::Private::periodNumber(DealId id, Column column) const
{
    std::vector<std::int64_t>& numbers = column == Column::PeriodMoney ? periodMoney : periodCapacity;
    if (numbers.size() < chain().slotCount(Table::Deals))
        numbers.resize(chain().slotCount(Table::Deals), kNotAsked);
    std::int64_t& number = numbers[id.value];
    if (number == kNotAsked) {
        const Rollups& rollups = document.rollups();
        const Period period = document.lens().period;
        const Figure figure = column == Column::PeriodMoney ? rollups.dealMoney(chain(), id, period)
                                                            : rollups.dealCapacity(chain(), id, period);
        number = figure.value == 0 && figure.undisclosed > 0 ? kLast : figure.value;
    }
    return number;
}

std::int64_t DealsModel::Private::sortNumber(DealId id, Column column) const
{
    const Deal& row = chain().deals()[id];
    const auto day = [](Date date) { return date.isSet() ? std::int64_t{firstDay(date)} : kLast; };
    switch (column) {
    case Column::Supplier:
        return rank(nodeRanks, Table::Nodes, row.supplier.value);
    case Column::Customer:
        return rank(nodeRanks, Table::Nodes, row.customer.value);
    case Column::Kind:
        return rank(kindRanks, Table::DealKinds, row.kind.value);
    case Column::Status:
        return rank(statusRanks, Table::Statuses, row.status.value);
    case Column::Announced:
        return day(row.announced);
    case Column::Starts:
        return day(row.starts);
    case Column::Ends:
        return day(row.ends);
    case Column::Capacity:
        return absentLast(capacityOf(id));
    case Column::Value:
        return absentLast(valueOf(id));
    case Column::PeriodMoney:
    case Column::PeriodCapacity:
        return periodNumber(id, column);
    case Column::Equity:
        return absentLast(row.equity);
    case Column::Basis:
        return static_cast<std::int64_t>(row.basis);
    case Column::Sources:
        return sourcesOf(id);
    default:
        return 0;
    }
}

std::string_view DealsModel::Private::textOf(DealId id, Column column) const
{
    const Deal& row = chain().deals()[id];
    switch (column) {
    case Column::PartOf:
        return row.partOf.isSet() ? chain().key({Table::Deals, row.partOf.value}) : std::string_view();
    case Column::Formula:
        return chain().text(row.formula);
    case Column::Note:
        return chain().text(row.note);
    default:
        return chain().key({Table::Deals, id.value});
    }
}

void DealsModel::Private::forgetFigures()
{
    periodMoney.clear();
    periodCapacity.clear();
}

void DealsModel::Private::forgetFigures(DealId id)
{
    for (std::vector<std::int64_t>* numbers : {&periodMoney, &periodCapacity})
        if (id.value < numbers->size())
            (*numbers)[id.value] = kNotAsked;
}

QVariant DealsModel::Private::cell(DealId id, Column column, int role) const
{
    const Deal& row = chain().deals()[id];
    const Rollups& rollups = document.rollups();
    const Period period = document.lens().period;
    switch (column) {
    case Column::Supplier:
        return textData(nameOf(chain(), row.supplier, language), role);
    case Column::Customer:
        return textData(nameOf(chain(), row.customer, language), role);
    case Column::Kind:
        return textData(nameOf(chain(), row.kind, language), role);
    case Column::Status:
        return textData(nameOf(chain(), row.status, language), role);
    case Column::Announced:
        return dateData(row.announced, language, role);
    case Column::Starts:
        return dateData(row.starts, language, role);
    case Column::Ends:
        return dateData(row.ends, language, role);
    case Column::Capacity:
        if (role == Qt::EditRole) // what the deal itself says, not what its tranches add up to
            return amountData(row.capacity, Unit::Capacity, language, role);
        return amountData(capacityOf(id), Unit::Capacity, language, role);
    case Column::Value:
        if (role == Qt::EditRole)
            return amountData(row.value, Unit::Money, language, role);
        return amountData(valueOf(id), Unit::Money, language, role);
    case Column::PeriodMoney:
        return figureData(rollups.dealMoney(chain(), id, period), Unit::Money, language, role);
    case Column::PeriodCapacity:
        return figureData(rollups.dealCapacity(chain(), id, period), Unit::Capacity, language, role);
    case Column::Equity:
        return amountData(row.equity, Unit::Share, language, role);
    case Column::PartOf:
        if (role == Qt::EditRole)
            return toQString(textOf(id, column));
        return textData(nameOf(chain(), row.partOf, language), role);
    case Column::Basis:
        return textData(DealsModel::tr(kBasisTitles[static_cast<std::size_t>(row.basis)]), role);
    case Column::Sources:
        return countData(sourcesOf(id), language, role);
    case Column::Formula:
    case Column::Note:
    case Column::Key:
        return textData(toQString(textOf(id, column)), role);
    }
    return {};
}

DealsModel::DealsModel(Document& document, QObject* parent)
    : QAbstractTableModel(parent), m_private(std::make_unique<Private>(document))
{
    m_private->order.fill(document.chain());
    connect(&document, &Document::changed, this, &DealsModel::follow);
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
Language DealsModel::language() const noexcept
{
    return m_private->language;
}

QModelIndex DealsModel::indexOf(RowRef row, Column column) const
{
    const int place = row.table == Table::Deals ? m_private->order.placeOf(row.row) : -1;
    return place < 0 ? QModelIndex() : index(place, static_cast<int>(column));
}

bool DealsModel::lessThan(int left, int right, Column column, Qt::SortOrder order) const
{
    const Private& d = *m_private;
    const DealId a = dealAt(left);
    const DealId b = dealAt(right);
    const bool isAscending = order == Qt::AscendingOrder;
    const bool isEarlier = isAscending ? left < right : left > right;
    if (!d.chain().deals().isAlive(a) || !d.chain().deals().isAlive(b))
        return isEarlier;
    if (isTextual(column)) {
        const std::string_view textOfA = d.textOf(a, column);
        const std::string_view textOfB = d.textOf(b, column);
        if (textOfA.empty() != textOfB.empty())
            return textOfB.empty() == isAscending;
        return textOfA != textOfB ? textOfA < textOfB : isEarlier;
    }
    const std::int64_t numberOfA = d.sortNumber(a, column);
    const std::int64_t numberOfB = d.sortNumber(b, column);
    if ((numberOfA == kLast) != (numberOfB == kLast))
        return (numberOfB == kLast) == isAscending;
    return numberOfA != numberOfB ? numberOfA < numberOfB : isEarlier;
}

void DealsModel::setLanguage(Language language)
{
    Private& d = *m_private;
    if (d.language != language) {
        d.language = language;
        d.nodeRanks.clear();
        d.kindRanks.clear();
        d.statusRanks.clear();
    }
    emit headerDataChanged(Qt::Horizontal, 0, kLastColumn);
    announce(0, d.order.size() - 1, Column::Supplier, Column::Key, {});
}

int DealsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_private->order.size();
}

int DealsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
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
        return deal.basis == Basis::Assumed ? 1.0 : 0.0;
    case CountsRole:
        return d.document.rollups().deal(d.chain(), id).counts;
    case FieldRole:
        return kColumns[static_cast<std::size_t>(index.column())].field;
    case Qt::DisplayRole:
    case Qt::EditRole:
    case Qt::ToolTipRole:
    case SortRole:
    case PlainRole:
    case NumericRole:
    case UndisclosedRole:
    case AbsentRole:
        return d.cell(id, static_cast<Column>(index.column()), role);
    default:
        return {};
    }
}

bool DealsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const int field = kColumns[static_cast<std::size_t>(index.column())].field;
    if (field < 0)
        return false;
    const RowRef row{Table::Deals, dealAt(index.row()).value};
    QString text = value.toString();
    if (field == deal_field::Basis) // the table shows it translated
        for (std::size_t i = 0; i < kBasisNames.size(); ++i)
            if (text == tr(kBasisTitles[i]))
                text = toQString(kBasisNames[i]);
    const auto why = applyTyped(m_private->document, row, static_cast<Field>(field), text, m_private->language);
    if (why)
        emit refused(*why);
    return !why;
}

QVariant DealsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumnCount)
        return {};
    if (role == Qt::DisplayRole)
        return tr(kColumns[static_cast<std::size_t>(section)].title);
    if (role == NumericRole)
        return kColumns[static_cast<std::size_t>(section)].isNumeric;
    return {};
}

Qt::ItemFlags DealsModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    const bool isField = kColumns[static_cast<std::size_t>(index.column())].field >= 0;
    return isField && !m_private->document.isReadOnly() ? flags | Qt::ItemIsEditable : flags;
}

void DealsModel::announce(int first, int last, Column left, Column right, const QList<int>& roles)
{
    if (last >= first)
        emit dataChanged(index(first, static_cast<int>(left)), index(last, static_cast<int>(right)), roles);
}

void DealsModel::followLens(const ViewLens& before)
{
    m_private->forgetFigures();
    const bool isPeriodOnly = before.lens == m_private->document.lens().lens;
    announce(0, m_private->order.size() - 1, isPeriodOnly ? Column::PeriodMoney : Column::Supplier,
             isPeriodOnly ? Column::PeriodCapacity : Column::Key,
             {Qt::DisplayRole, Qt::ToolTipRole, SortRole, PlainRole, UndisclosedRole, AbsentRole, CountsRole});
}

void DealsModel::follow(const Changed& changed)
{
    Private& d = *m_private;
    const Chain& chain = d.chain();
    // What is remembered goes first: proxies ask while rows come and go.
    bool areNamesTouched = false;
    for (const RowRef& ref : changed.rows)
        areNamesTouched = areNamesTouched || ref.table == Table::Nodes || ref.table == Table::DealKinds ||
                          ref.table == Table::Statuses;
    if (areNamesTouched) {
        d.nodeRanks.clear();
        d.kindRanks.clear();
        d.statusRanks.clear();
    }
    if (changed.everything)
        d.forgetFigures();
    const std::vector<DealId> moved = dealsOf(chain, changed.edit);
    for (const DealId deal : moved)
        d.forgetFigures(deal);
    for (const RowRef& ref : changed.rows)
        if (ref.table == Table::Deals)
            d.forgetFigures(DealId{ref.row});

    RowOrder::Announce rows;
    rows.aboutToInsert = [this](int first, int last) { beginInsertRows({}, first, last); };
    rows.inserted = [this] { endInsertRows(); };
    rows.aboutToRemove = [this](int first, int last) { beginRemoveRows({}, first, last); };
    rows.removed = [this] { endRemoveRows(); };
    std::vector<std::uint32_t> dirty = d.order.follow(chain, changed.rows, rows);
    if (changed.everything) {
        announce(0, d.order.size() - 1, Column::Supplier, Column::Key, {});
        return;
    }
    for (const DealId deal : moved)
        dirty.push_back(deal.value);
    for (const DealId deal : dealsWithChangedCitations(chain, changed.edit))
        dirty.push_back(deal.value);
    for (const RowRef& ref : changed.rows)
        addDealsNaming(ref, dirty);
    announceDeals(dirty);
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
        announce(0, m_private->order.size() - 1, Column::Supplier, Column::Key, {});
    else
        forEachRun(places, [this](int first, int last) { announce(first, last, Column::Supplier, Column::Key, {}); });
}

} // namespace ochain
