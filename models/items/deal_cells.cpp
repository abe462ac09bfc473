// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/deal_cells.h"

#include "analyses/figure_cell.h"
#include "chain/deal_terms.h"
#include "chain/source_age.h"
#include "document/names.h"
#include "editing/typed_text.h"
#include "items/cells.h"

#include <array>

namespace ochain {

namespace {

using Column = DealsModel::Column;

template <class Amount>
std::int64_t absentLast(Amount amount)
{
    return amount.isAbsent() ? kAbsentKey : amount.value;
}

std::int64_t dayNumberOf(Date date)
{
    return date.isSet() ? std::int64_t{firstDay(date)} : kAbsentKey;
}

} // namespace

constexpr std::array<DealColumn, DealsModel::kColumnCount> DealCells::kColumns{{
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::DealsModel", "Supplier"),
              .width = 150,
              .field = deal_field::Supplier},
     .cell = [](const DealCells& d, DealId id, int role) { return d.nodeData(d.deal(id).supplier, role); },
     .name =
         [](const DealCells& d, DealId id) {
             return RowRef{Table::Nodes, d.deal(id).supplier.value};
         }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::DealsModel", "Customer"),
              .width = 150,
              .field = deal_field::Customer},
     .cell = [](const DealCells& d, DealId id, int role) { return d.nodeData(d.deal(id).customer, role); },
     .name =
         [](const DealCells& d, DealId id) {
             return RowRef{Table::Nodes, d.deal(id).customer.value};
         }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::DealsModel", "Kind"), .width = 130, .field = deal_field::Kind},
     .cell = [](const DealCells& d, DealId id, int role) { return textData(nameOf(d.chain(), d.deal(id).kind), role); },
     .name =
         [](const DealCells& d, DealId id) {
             return RowRef{Table::DealKinds, d.deal(id).kind.value};
         }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::DealsModel", "Status"), .width = 96, .field = deal_field::Status},
     .cell = [](const DealCells& d, DealId id,
                int role) { return textData(nameOf(d.chain(), d.deal(id).status), role); },
     .name =
         [](const DealCells& d, DealId id) {
             return RowRef{Table::Statuses, d.deal(id).status.value};
         }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::DealsModel", "Announced"),
              .width = 92,
              .field = deal_field::Announced,
              .content = ColumnContent::Start},
     .cell = [](const DealCells& d, DealId id, int role) { return dateData(d.deal(id).announced, role); },
     .number = [](const DealCells& d, DealId id) { return dayNumberOf(d.deal(id).announced); }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::DealsModel", "Starts"),
              .width = 84,
              .isHidden = true,
              .field = deal_field::Starts,
              .content = ColumnContent::Start},
     .cell = [](const DealCells& d, DealId id, int role) { return dateData(d.deal(id).starts, role); },
     .number = [](const DealCells& d, DealId id) { return dayNumberOf(d.deal(id).starts); }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::DealsModel", "Ends"),
              .width = 84,
              .isHidden = true,
              .field = deal_field::Ends,
              .content = ColumnContent::End},
     .cell = [](const DealCells& d, DealId id, int role) { return dateData(d.deal(id).ends, role); },
     .number = [](const DealCells& d, DealId id) { return dayNumberOf(d.deal(id).ends); }},
    // To be edited is what the deal itself says, not what its tranches add up to.
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::DealsModel", "Capacity"),
              .width = 84,
              .isNumeric = true,
              .field = deal_field::CapacityMw,
              .content = ColumnContent::Capacity},
     .cell =
         [](const DealCells& d, DealId id, int role) {
             const Kilowatts amount = role == Qt::EditRole ? d.deal(id).capacity : d.capacityOf(id);
             return amountData(amount, role);
         },
     .number = [](const DealCells& d, DealId id) { return absentLast(d.capacityOf(id)); }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::DealsModel", "Value"),
              .width = 84,
              .isNumeric = true,
              .field = deal_field::ValueUsd,
              .content = ColumnContent::Money},
     .cell =
         [](const DealCells& d, DealId id, int role) {
             const Cents amount = role == Qt::EditRole ? d.deal(id).value : d.valueOf(id);
             return amountData(amount, role);
         },
     .number = [](const DealCells& d, DealId id) { return absentLast(d.valueOf(id)); }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::DealsModel", "Money in period"),
              .width = 110,
              .isHidden = true,
              .isNumeric = true,
              .content = ColumnContent::Money},
     .cell = [](const DealCells& d, DealId id, int role) { return d.periodData(id, Column::PeriodMoney, role); },
     .isOfPeriod = true},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::DealsModel", "Capacity in period"),
              .width = 110,
              .isHidden = true,
              .isNumeric = true,
              .content = ColumnContent::Capacity},
     .cell = [](const DealCells& d, DealId id, int role) { return d.periodData(id, Column::PeriodCapacity, role); },
     .isOfPeriod = true},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::DealsModel", "Equity"),
              .width = 70,
              .isHidden = true,
              .isNumeric = true,
              .field = deal_field::EquityPct,
              .content = ColumnContent::Share},
     .cell = [](const DealCells& d, DealId id, int role) { return amountData(d.deal(id).equity, role); },
     .number = [](const DealCells& d, DealId id) { return absentLast(d.deal(id).equity); }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::DealsModel", "Part of"),
              .width = 150,
              .isHidden = true,
              .field = deal_field::PartOf},
     .cell =
         [](const DealCells& d, DealId id, int role) {
             if (role == Qt::EditRole)
                 return QVariant(toQString(d.partOf(id)));
             return textData(nameOf(d.chain(), d.deal(id).partOf), role);
         },
     .text = [](const DealCells& d, DealId id) { return d.partOf(id); }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::DealsModel", "Formula"),
              .width = 130,
              .isHidden = true,
              .field = deal_field::Formula},
     .cell = [](const DealCells& d, DealId id,
                int role) { return textData(toQString(d.chain().text(d.deal(id).formula)), role); },
     .text = [](const DealCells& d, DealId id) { return d.chain().text(d.deal(id).formula); }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::DealsModel", "Commitment"),
              .width = 96,
              .isHidden = true,
              .field = deal_field::Commitment},
     .cell =
         [](const DealCells& d, DealId id, int role) {
             return fieldData(d.chain(), {Table::Deals, id.value}, deal_field::Commitment, role);
         },
     .number = [](const DealCells& d, DealId id) { return static_cast<std::int64_t>(d.deal(id).commitment); }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::DealsModel", "Boundary"),
              .width = 110,
              .isHidden = true,
              .field = deal_field::Boundary},
     .cell =
         [](const DealCells& d, DealId id, int role) {
             return fieldData(d.chain(), {Table::Deals, id.value}, deal_field::Boundary, role);
         },
     .number =
         [](const DealCells& d, DealId id) {
             const BoundaryId boundary = d.deal(id).boundary;
             return boundary.isSet() ? std::int64_t{boundary.value} : kAbsentKey;
         }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::DealsModel", "Basis"),
              .width = 80,
              .isHidden = true,
              .field = deal_field::Basis},
     .cell =
         [](const DealCells& d, DealId id, int role) {
             return fieldData(d.chain(), {Table::Deals, id.value}, deal_field::Basis, role);
         },
     .number = [](const DealCells& d, DealId id) { return static_cast<std::int64_t>(d.deal(id).basis); }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::DealsModel", "Sources"),
              .width = 70,
              .isHidden = true,
              .isNumeric = true,
              .content = ColumnContent::Count},
     .cell = [](const DealCells& d, DealId id, int role) { return countData(d.sourcesOf(id), role); },
     .number = [](const DealCells& d, DealId id) { return std::int64_t{d.sourcesOf(id)}; }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::DealsModel", "Source age, days"),
              .width = 110,
              .isHidden = true,
              .isNumeric = true,
              .content = ColumnContent::Count},
     .cell =
         [](const DealCells& d, DealId id, int role) {
             const std::int64_t days = d.sourceAge(id);
             return days == kAbsentKey ? nothingData(role) : countData(days, role);
         },
     .number = [](const DealCells& d, DealId id) { return d.sourceAge(id); }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::DealsModel", "Note"),
              .width = 240,
              .isHidden = true,
              .field = deal_field::NoteEn},
     .cell = [](const DealCells& d, DealId id,
                int role) { return textData(toQString(d.chain().text(d.deal(id).note)), role); },
     .text = [](const DealCells& d, DealId id) { return d.chain().text(d.deal(id).note); }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::DealsModel", "Key"),
              .width = 150,
              .isHidden = true,
              .field = deal_field::Key},
     .cell =
         [](const DealCells& d, DealId id, int role) {
             return textData(toQString(d.chain().key({Table::Deals, id.value})), role);
         },
     .text =
         [](const DealCells& d, DealId id) {
             return d.chain().key({Table::Deals, id.value});
         }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::DealsModel", "Cost per GW"),
              .width = 96,
              .isNumeric = true,
              .content = ColumnContent::MoneyPerPower},
     .cell = [](const DealCells& d, DealId id, int role) { return amountData(d.costPerPower(id), role); },
     .number = [](const DealCells& d, DealId id) { return absentLast(d.costPerPower(id)); }},
}};

DealCells::DealCells(const Document& document) : m_document(document), m_today(today())
{}

const Chain& DealCells::chain() const
{
    return m_document.chain();
}

Kilowatts DealCells::capacityOf(DealId id) const
{
    return totalsOf(chain(), id).capacity;
}

Cents DealCells::valueOf(DealId id) const
{
    return totalsOf(chain(), id).value;
}

/// What a gigawatt costs, rounded to the cent; absent unless value and capacity are both known.
Cents DealCells::costPerPower(DealId id) const
{
    constexpr std::int64_t kKilowattsOfGigawatt = 1'000'000;
    const Amounts total = totalsOf(chain(), id);
    if (total.value.isAbsent() || total.capacity.isAbsent() || total.capacity.value <= 0)
        return {};
    const Wide scaled = Wide{total.value.value} * kKilowattsOfGigawatt;
    const Wide cost = (scaled + total.capacity.value / 2) / total.capacity.value;
    return cost >= std::numeric_limits<std::int64_t>::max() ? Cents{} : Cents{static_cast<std::int64_t>(cost)};
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

std::int64_t DealCells::sourceAge(DealId id) const
{
    const Date newest = newestSource(chain(), {Table::Deals, id.value});
    return newest.isSet() ? std::int64_t{m_today} - firstDay(newest) : kAbsentKey;
}

Figure DealCells::periodFigure(DealId id, Column column) const
{
    const auto [viewed, rollups] = m_document.viewed();
    const Period period = m_document.lens().period;
    return column == Column::PeriodMoney ? rollups.dealMoney(viewed, id, period)
                                         : rollups.dealCapacity(viewed, id, period);
}

QVariant DealCells::periodData(DealId id, Column column, int role) const
{
    const Unit unit = column == Column::PeriodMoney ? Unit::Money : Unit::Capacity;
    return figureData(periodFigure(id, column), unit, role);
}

/// Typed text may name a node by its key where two have one name.
QVariant DealCells::nodeData(NodeId node, int role) const
{
    if (role == Qt::EditRole)
        return addressOf(chain(), {Table::Nodes, node.value});
    return textData(nameOf(chain(), node), role);
}

std::string_view DealCells::partOf(DealId id) const
{
    const DealId whole = deal(id).partOf;
    return whole.isSet() ? chain().key({Table::Deals, whole.value}) : std::string_view();
}

double DealCells::assumedShare(DealId id, Column column) const
{
    bool isAssumed = deal(id).basis == Basis::Assumed;
    if (kColumns[static_cast<std::size_t>(column)].isOfPeriod)
        chain().forEachTranche(id, [&isAssumed](TrancheId, const Tranche& tranche) {
            isAssumed = isAssumed || tranche.basis == Basis::Assumed;
        });
    return isAssumed ? 1.0 : 0.0;
}

QVariant DealCells::figureCell(DealId id, Column column) const
{
    const Period period = m_document.lens().period;
    switch (column) {
    case Column::Value:
        return QVariant::fromValue(FigureCell::moneyOf(id, kTotal));
    case Column::Capacity:
        return QVariant::fromValue(FigureCell::capacityOf(id, kTotal));
    case Column::PeriodMoney:
        return QVariant::fromValue(FigureCell::moneyOf(id, period));
    case Column::PeriodCapacity:
        return QVariant::fromValue(FigureCell::capacityOf(id, period));
    default:
        return {};
    }
}

} // namespace ochain
