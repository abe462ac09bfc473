// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/deals_proxy.h"

#include "document/names.h"
#include "document/second_lens.h"
#include "editing/field_names.h"
#include "items/deal_values.h"

#include <QTimer>

#include <algorithm>
#include <new>
#include <utility>

namespace ochain {

namespace {

constexpr std::size_t kMostTouched = 20'000; ///< deals that an edit puts in place by itself
constexpr std::size_t kMostStretches = 64;   ///< of rows that say something else, to be told one by one

} // namespace

DealsProxy::DealsProxy(DealsModel& source, QObject* parent)
    : QAbstractProxyModel(parent), m_source(source), m_keys(source.cells()), m_rows(source, m_keys, announcer())
{
    nameColumns();
    setSourceModel(&source);
    m_rows.adopt(*arranged(m_wanted, {}, true, m_source, m_keys, [] { return true; }), std::nullopt);
    connectSource();
    connect(&source.document(), &Document::aboutToChange, this, &DealsProxy::stop, Qt::DirectConnection);
    connect(&source.document(), &Document::lensChanged, this, &DealsProxy::followLens);
    connect(&source.document().second(), &SecondLens::changed, this, &DealsProxy::followLens);
    announceCount();
}

DealsProxy::~DealsProxy() = default;

void DealsProxy::connectSource()
{
    connect(&m_source, &DealsModel::rowsAboutToBeRemoved, this, [this](const QModelIndex&, int first, int last) {
        std::vector<std::uint32_t> deals;
        for (int row = first; row <= last; ++row)
            deals.push_back(m_source.dealAt(row).value);
        m_rows.remove(deals);
    });
    connect(&m_source, &DealsModel::rowsInserted, this, [this](const QModelIndex&, int first, int last) {
        for (int row = first; row <= last; ++row)
            m_come.push_back(m_source.dealAt(row).value);
    });
    connect(&m_source, &DealsModel::dataChanged, this, &DealsProxy::forward);
    connect(&m_source, &DealsModel::followed, this, &DealsProxy::follow);
    connect(&m_source, &DealsModel::headerDataChanged, this, &DealsProxy::followLanguage);
}

TableAnnouncer DealsProxy::announcer()
{
    TableAnnouncer table;
    table.rows.aboutToInsert = [this](int first, int last) { beginInsertRows({}, first, last); };
    table.rows.inserted = [this] { endInsertRows(); };
    table.rows.aboutToRemove = [this](int first, int last) { beginRemoveRows({}, first, last); };
    table.rows.removed = [this] { endRemoveRows(); };
    table.rows.aboutToMove = [this](int first, int last, int before) {
        const bool isLegal = beginMoveRows({}, first, last, {}, before);
        Q_ASSERT(isLegal);
        Q_UNUSED(isLegal)
    };
    table.rows.moved = [this] { endMoveRows(); };
    table.aboutToLayOut = [this] { emit layoutAboutToBeChanged(); };
    table.laidOut = [this](const std::vector<std::uint32_t>& before) { followRows(before); };
    return table;
}

void DealsProxy::followRows(const std::vector<std::uint32_t>& before)
{
    const QModelIndexList old = persistentIndexList();
    QModelIndexList next;
    next.reserve(old.size());
    for (const QModelIndex& each : old) {
        const int row = m_rows.now().placeOf(before[static_cast<std::size_t>(each.row())]);
        next << (row < 0 ? QModelIndex() : index(row, each.column()));
    }
    changePersistentIndexList(old, next);
    emit layoutChanged();
}

/// As the model has them, and by the names of their fields.
void DealsProxy::nameColumns()
{
    m_columns = filterColumns(m_source);
    for (int column = 0; column < DealsModel::kColumnCount; ++column)
        if (const int field = DealCells::column(static_cast<DealsModel::Column>(column)).spec.field; field >= 0)
            m_columns[static_cast<std::size_t>(column)].names
                << toQString(fieldSpec(Table::Deals, static_cast<Field>(field)).name);
}

FilterVerdict DealsProxy::setFilterText(const QString& text)
{
    FilterResult query = readFilter(text, m_columns);
    if (!query)
        return {std::move(query.error()), {}};
    m_text = text;
    if (query->terms != m_wanted.terms) {
        m_wanted.terms = std::move(query->terms);
        arrange();
    }
    return {std::nullopt, std::move(query->reading)};
}

void DealsProxy::setOnly(std::optional<RowRef> row)
{
    if (row == m_wanted.only)
        return;
    m_wanted.only = row;
    arrange();
}

void DealsProxy::sort(int column, Qt::SortOrder order)
{
    if (column == m_wanted.column && order == m_wanted.order)
        return;
    m_wanted.column = std::max(column, -1);
    m_wanted.order = order;
    arrange();
}

QModelIndex DealsProxy::indexOf(RowRef row) const
{
    return mapFromSource(m_source.indexOf(row));
}

QModelIndex DealsProxy::index(int row, int column, const QModelIndex& parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex DealsProxy::parent(const QModelIndex& child) const
{
    Q_UNUSED(child)
    return {};
}

int DealsProxy::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows.size();
}

int DealsProxy::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : DealsModel::kColumnCount;
}

bool DealsProxy::hasChildren(const QModelIndex& parent) const
{
    return rowCount(parent) > 0;
}

QModelIndex DealsProxy::mapToSource(const QModelIndex& proxyIndex) const
{
    if (!proxyIndex.isValid() || proxyIndex.row() >= m_rows.size())
        return {};
    const int row = m_source.rowOf(DealId{m_rows.at(proxyIndex.row())});
    return row < 0 ? QModelIndex() : m_source.index(row, proxyIndex.column());
}

QModelIndex DealsProxy::mapFromSource(const QModelIndex& sourceIndex) const
{
    if (!sourceIndex.isValid())
        return {};
    const int row = m_rows.now().placeOf(m_source.dealAt(sourceIndex.row()).value);
    return row < 0 ? QModelIndex() : index(row, sourceIndex.column());
}

QVariant DealsProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal ? m_source.headerData(section, orientation, role)
                                         : QAbstractProxyModel::headerData(section, orientation, role);
}

QStringList DealsProxy::valuesOf(int column) const
{
    return dealValues(m_source.document().chain(), column);
}

/// Cells that say something else, in stretches of the rows where they are shown.
void DealsProxy::forward(const QModelIndex& first, const QModelIndex& last, const QList<int>& roles)
{
    if (last.row() - first.row() >= total() / 2) {
        if (shown() > 0)
            emit dataChanged(index(0, first.column()), index(shown() - 1, last.column()), roles);
        return;
    }
    std::vector<int> places;
    for (int row = first.row(); row <= last.row(); ++row)
        if (const int place = m_rows.now().placeOf(m_source.dealAt(row).value); place >= 0)
            places.push_back(place);
    std::sort(places.begin(), places.end());
    const auto announce = [&](int from, int to) {
        emit dataChanged(index(from, first.column()), index(to, last.column()), roles);
    };
    if (places.size() > kMostStretches)
        announce(places.front(), places.back());
    else
        forEachRun(places, announce);
}

void DealsProxy::follow(const Changed& changed, std::vector<std::uint32_t> deals)
{
    deals.insert(deals.end(), m_come.begin(), m_come.end());
    m_come.clear();
    const bool isOther = forgetWhatMoved(changed, deals);
    const bool isAtOnce = total() <= m_mostAtOnce;
    const bool isOneByOne = deals.size() <= kMostTouched && !(isAtOnce && isOther);
    if (!isOneByOne || !m_rows.update(std::move(deals)))
        m_areKeysStale = true;
    if (isOther || m_areKeysStale || m_isWanted)
        arrange();
    announceCount();
}

/// @return whether more than these deals may have to come, go or move
bool DealsProxy::forgetWhatMoved(const Changed& changed, const std::vector<std::uint32_t>& deals)
{
    const bool isCompared = m_source.document().second().isOn(); // what moves there need not move here
    if (changed.everything || isCompared || deals.size() > kMostTouched)
        m_keys.figures().forget();
    else
        for (const std::uint32_t deal : deals)
            m_keys.figures().follow(DealId{deal});
    const std::optional<Table> names = DealKeys::namesOf(m_rows.now().wanted.column);
    bool isFilteredOtherwise = changed.everything || (isCompared && m_wanted.asksForPeriod());
    for (const RowRef& ref : changed.rows) {
        m_keys.forgetNames(ref.table);
        m_areKeysStale = m_areKeysStale || ref.table == names;
        isFilteredOtherwise = isFilteredOtherwise || m_rows.now().sieve->dependsOn(ref.table);
    }
    const bool isByDifference = m_rows.now().wanted.column == static_cast<int>(DealsModel::Column::Difference);
    m_areKeysStale = m_areKeysStale || changed.everything || (isCompared && isByDifference);
    return isFilteredOtherwise || m_areKeysStale;
}

void DealsProxy::followLens()
{
    const bool isOnItsWay = m_isWanted;
    m_work.stop(); // it reads the keys
    m_keys.figures().forget();
    const bool isOther = DealKeys::isOfPeriod(m_rows.now().wanted.column);
    m_areKeysStale = m_areKeysStale || isOther;
    if (isOther || m_wanted.asksForPeriod() || isOnItsWay)
        arrange();
}

void DealsProxy::followLanguage()
{
    const bool isOnItsWay = m_isWanted;
    m_work.stop(); // it reads the keys
    nameColumns();
    m_keys.forgetNames();
    const bool isOther = DealKeys::namesOf(m_rows.now().wanted.column).has_value();
    m_areKeysStale = m_areKeysStale || isOther;
    if (isOther || isOnItsWay)
        arrange();
    emit headerDataChanged(Qt::Horizontal, 0, DealsModel::kColumnCount - 1);
}

/// The rows are to be as wanted.
void DealsProxy::arrange()
{
    m_work.stop();
    m_isWanted = false;
    if (total() <= m_mostAtOnce) {
        if (std::optional<Arranged> next = arrangedAs(m_wanted, m_areKeysStale, [] { return true; }))
            take(std::move(*next), false);
        return;
    }
    const auto work = [this, wanted = m_wanted,
                       areStale = m_areKeysStale](const Progress& progress) -> std::optional<Arranged> {
        try {
            return arrangedAs(wanted, areStale, [&progress] { return progress(0); });
        } catch (const std::bad_alloc&) {
            return std::nullopt;
        }
    };
    m_isWanted = true;
    m_work.start(work, [this](std::optional<Arranged> next) {
        m_isWanted = false;
        if (next) // else memory was wanting
            take(std::move(*next), true);
    });
}

/// Before the chain changes, which the work reads in place.
void DealsProxy::stop()
{
    m_work.stop();
    if (m_isWanted)
        QTimer::singleShot(0, this, &DealsProxy::goOn);
}

void DealsProxy::goOn()
{
    if (m_isWanted && !m_work.isBusy())
        arrange();
}

/// On any thread. @return nothing if it gave up
std::optional<DealsProxy::Arranged> DealsProxy::arrangedAs(const DealsWanted& wanted, bool areKeysStale,
                                                           const GoesOn& goesOn)
{
    auto next = arranged(wanted, m_rows.now(), areKeysStale, m_source, m_keys, goesOn);
    if (!next)
        return std::nullopt;
    auto steps = m_rows.stepsTo(*next);
    return Arranged{std::move(*next), std::move(steps)};
}

void DealsProxy::take(Arranged next, bool isLate)
{
    m_areKeysStale = false;
    const bool isFiltered = !next.rows.wanted.showsAs(m_rows.now().wanted);
    m_rows.adopt(std::move(next.rows), next.steps);
    announceCount();
    if (isLate && isFiltered)
        emit filtered();
}

void DealsProxy::announceCount()
{
    if (shown() == m_shown && total() == m_total)
        return;
    m_shown = shown();
    m_total = total();
    emit countChanged(m_shown, m_total);
}

} // namespace ochain
