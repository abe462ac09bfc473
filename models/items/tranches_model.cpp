// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/tranches_model.h"

#include "chain/deal_terms.h"
#include "items/cells.h"

#include <algorithm>

namespace ochain {

namespace {

struct Rest {
    Kilowatts capacity;
    Cents value;
};

/// What a deal's tranches leave of an amount: nothing if it has no total or they use it up.
template <typename Amount> // lupdate takes "class" here for a class around all that follows
Amount leftOf(Amount total, Amount sum)
{
    return !total.isAbsent() && total > sum ? total - sum : Amount{};
}

/// A deal without tranches is no rest of itself.
Rest restOf(const Chain& chain, DealId deal)
{
    const Amounts held = heldByTranches(chain, deal);
    const Deal& row = chain.deals()[deal];
    return row.firstTranche == kNoRow ? Rest{}
                                      : Rest{leftOf(row.capacity, held.capacity), leftOf(row.value, held.value)};
}

std::vector<std::uint32_t> tranchesOf(const Chain& chain, RowRef deal)
{
    std::vector<std::uint32_t> rows;
    if (chain.isAlive(deal))
        chain.forEachTranche(DealId{deal.row}, [&rows](TrancheId id, const Tranche&) { rows.push_back(id.value); });
    return rows;
}

} // namespace

TranchesModel::TranchesModel(Document& document, QObject* parent)
    : RowsModel(document, Table::Tranches,
                {tranche_field::Starts, tranche_field::Ends, tranche_field::CapacityMw, tranche_field::ValueUsd,
                 tranche_field::Basis, tranche_field::NoteEn},
                tranchesOf, parent)
{}

DealId TranchesModel::deal() const noexcept
{
    return owner() ? DealId{owner()->row} : DealId{};
}

void TranchesModel::setDeal(DealId deal)
{
    setOwner(deal.isSet() ? std::optional(RowRef{Table::Deals, deal.value}) : std::nullopt);
}

bool TranchesModel::hasTail(RowRef owner) const
{
    if (!chain().isAlive(owner))
        return false;
    const Rest rest = restOf(chain(), DealId{owner.row});
    return !rest.capacity.isAbsent() || !rest.value.isAbsent();
}

QVariant TranchesModel::tailData(RowRef owner, Field field, int role) const
{
    const DealId deal{owner.row};
    switch (field) {
    case tranche_field::Starts:
        return dateData(chain().deals()[deal].starts, role);
    case tranche_field::Ends:
        return dateData(chain().deals()[deal].ends, role);
    case tranche_field::CapacityMw:
        return amountData(restOf(chain(), deal).capacity, role);
    case tranche_field::ValueUsd:
        return amountData(restOf(chain(), deal).value, role);
    case tranche_field::NoteEn:
        return textData(tr("Remainder"), role);
    default:
        return nothingData(role);
    }
}

} // namespace ochain
