// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/deal_cells.h"

#include "editing/typed_text.h"
#include "items/cells.h"

#include <QCollator>

#include <algorithm>
#include <array>
#include <limits>

namespace ochain {

namespace {

using Column = DealsModel::Column;

constexpr std::int64_t kNotAsked = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kLast = std::numeric_limits<std::int64_t>::max(); ///< where absent figures sort

bool isTextual(Column column)
{
    return column == Column::PartOf || column == Column::Formula || column == Column::Note || column == Column::Key;
}

template <class Amount>
std::int64_t absentLast(Amount amount)
{
    return amount.isAbsent() ? kLast : amount.value;
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

DealCells::DealCells(const Document& document) : m_document(document)
{}

const Chain& DealCells::chain() const
{
    return m_document.chain();
}

Kilowatts DealCells::capacityOf(DealId id) const
{
    Kilowatts sum = chain().deals()[id].capacity;
    if (sum.isAbsent())
        chain().forEachTranche(id, [&sum](TrancheId, const Tranche& tranche) { addGiven(sum, tranche.capacity); });
    return sum;
}

Cents DealCells::valueOf(DealId id) const
{
    Cents sum = chain().deals()[id].value;
    if (sum.isAbsent())
        chain().forEachTranche(id, [&sum](TrancheId, const Tranche& tranche) { addGiven(sum, tranche.value); });
    return sum;
}

int DealCells::sourcesOf(DealId id) const
{
    int count = 0;
    const auto add = [&count](CitationId, const Citation&) { ++count; };
    chain().forEachCitation({Table::Deals, id.value}, add);
    chain().forEachTranche(id, [&](TrancheId tranche, const Tranche&) {
        chain().forEachCitation({Table::Tranches, tranche.value}, add);
    });
    return count;
}

int DealCells::rank(std::vector<int>& ranks, Table table, std::uint32_t row) const
{
    if (ranks.empty()) {
        ranks = table == Table::Nodes       ? ranksOf<NodeId>(chain(), table, m_language)
                : table == Table::DealKinds ? ranksOf<KindId>(chain(), table, m_language)
                                            : ranksOf<StatusId>(chain(), table, m_language);
    }
    return row < ranks.size() ? ranks[row] : -1;
}

std::int64_t DealCells::periodNumber(DealId id, Column column) const
{
    std::vector<std::int64_t>& numbers = column == Column::PeriodMoney ? m_periodMoney : m_periodCapacity;
    if (numbers.size() < chain().slotCount(Table::Deals))
        numbers.resize(chain().slotCount(Table::Deals), kNotAsked);
    std::int64_t& number = numbers[id.value];
    if (number == kNotAsked) {
        const Rollups& rollups = m_document.rollups();
        const Period period = m_document.lens().period;
        const Figure figure = column == Column::PeriodMoney ? rollups.dealMoney(chain(), id, period)
                                                            : rollups.dealCapacity(chain(), id, period);
        number = figure.value == 0 && figure.undisclosed > 0 ? kLast : figure.value;
    }
    return number;
}

std::int64_t DealCells::sortNumber(DealId id, Column column) const
{
    const Deal& row = chain().deals()[id];
    const auto day = [](Date date) { return date.isSet() ? std::int64_t{firstDay(date)} : kLast; };
    switch (column) {
    case Column::Supplier:
        return rank(m_nodeRanks, Table::Nodes, row.supplier.value);
    case Column::Customer:
        return rank(m_nodeRanks, Table::Nodes, row.customer.value);
    case Column::Kind:
        return rank(m_kindRanks, Table::DealKinds, row.kind.value);
    case Column::Status:
        return rank(m_statusRanks, Table::Statuses, row.status.value);
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

std::string_view DealCells::textOf(DealId id, Column column) const
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

void DealCells::setLanguage(Language language)
{
    if (language == m_language)
        return;
    m_language = language;
    forgetNames();
}

double DealCells::assumedShare(DealId id, Column column) const
{
    bool isAssumed = chain().deals()[id].basis == Basis::Assumed;
    if (column == Column::PeriodMoney || column == Column::PeriodCapacity)
        chain().forEachTranche(id, [&isAssumed](TrancheId, const Tranche& tranche) {
            isAssumed = isAssumed || tranche.basis == Basis::Assumed;
        });
    return isAssumed ? 1.0 : 0.0;
}

bool DealCells::lessThan(DealId a, DealId b, Column column, Qt::SortOrder order, bool isEarlier) const
{
    const bool isAscending = order == Qt::AscendingOrder;
    if (isTextual(column)) {
        const std::string_view textOfA = textOf(a, column);
        const std::string_view textOfB = textOf(b, column);
        if (textOfA.empty() != textOfB.empty())
            return textOfB.empty() == isAscending;
        return textOfA != textOfB ? textOfA < textOfB : isEarlier;
    }
    const std::int64_t numberOfA = sortNumber(a, column);
    const std::int64_t numberOfB = sortNumber(b, column);
    if ((numberOfA == kLast) != (numberOfB == kLast))
        return (numberOfB == kLast) == isAscending;
    return numberOfA != numberOfB ? numberOfA < numberOfB : isEarlier;
}

void DealCells::forgetNames()
{
    m_nodeRanks.clear();
    m_kindRanks.clear();
    m_statusRanks.clear();
}

void DealCells::forgetFigures()
{
    m_periodMoney.clear();
    m_periodCapacity.clear();
}

void DealCells::forgetFigures(DealId id)
{
    for (std::vector<std::int64_t>* numbers : {&m_periodMoney, &m_periodCapacity})
        if (id.value < numbers->size())
            (*numbers)[id.value] = kNotAsked;
}

QVariant DealCells::data(DealId id, Column column, int role) const
{
    const Deal& row = chain().deals()[id];
    const Rollups& rollups = m_document.rollups();
    const Period period = m_document.lens().period;
    switch (column) {
    case Column::Supplier:
        if (role == Qt::EditRole) // a name that two have reads as neither
            return addressOf(chain(), {Table::Nodes, row.supplier.value}, m_language);
        return textData(nameOf(chain(), row.supplier, m_language), role);
    case Column::Customer:
        if (role == Qt::EditRole)
            return addressOf(chain(), {Table::Nodes, row.customer.value}, m_language);
        return textData(nameOf(chain(), row.customer, m_language), role);
    case Column::Kind:
        return textData(nameOf(chain(), row.kind, m_language), role);
    case Column::Status:
        return textData(nameOf(chain(), row.status, m_language), role);
    case Column::Announced:
        return dateData(row.announced, m_language, role);
    case Column::Starts:
        return dateData(row.starts, m_language, role);
    case Column::Ends:
        return dateData(row.ends, m_language, role);
    case Column::Capacity:
        if (role == Qt::EditRole) // what the deal itself says, not what its tranches add up to
            return amountData(row.capacity, m_language, role);
        return amountData(capacityOf(id), m_language, role);
    case Column::Value:
        if (role == Qt::EditRole)
            return amountData(row.value, m_language, role);
        return amountData(valueOf(id), m_language, role);
    case Column::PeriodMoney:
        return figureData(rollups.dealMoney(chain(), id, period), Unit::Money, m_language, role);
    case Column::PeriodCapacity:
        return figureData(rollups.dealCapacity(chain(), id, period), Unit::Capacity, m_language, role);
    case Column::Equity:
        return amountData(row.equity, m_language, role);
    case Column::PartOf:
        if (role == Qt::EditRole)
            return toQString(textOf(id, column));
        return textData(nameOf(chain(), row.partOf, m_language), role);
    case Column::Basis:
        return fieldData(chain(), {Table::Deals, id.value}, deal_field::Basis, m_language, role);
    case Column::Sources:
        return countData(sourcesOf(id), m_language, role);
    case Column::Formula:
    case Column::Note:
    case Column::Key:
        return textData(toQString(textOf(id, column)), role);
    }
    return {};
}

} // namespace ochain
