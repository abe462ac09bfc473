// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/deal_values.h"

#include "document/names.h"
#include "editing/field_names.h"
#include "items/deals_model.h"

namespace ochain {

namespace {

/// What rows are called, as long as a list of them is of use.
QStringList namesOfRows(const Chain& chain, Table table)
{
    constexpr std::size_t kMostNames = 2'000;
    QStringList names;
    if (chain.size(table) > kMostNames)
        return names;
    for (std::uint32_t row = 0; row < chain.slotCount(table); ++row)
        if (chain.isAlive({table, row}))
            names << nameOf(chain, RowRef{table, row});
    names.sort();
    names.removeDuplicates();
    return names;
}

} // namespace

QStringList dealValues(const Chain& chain, int column)
{
    const auto choices = [](Field field) {
        QStringList names;
        const QList<std::pair<QString, QString>> all = choicesOf(fieldSpec(Table::Deals, field));
        for (const auto& [value, name] : all)
            if (!value.isEmpty())
                names << name;
        return names;
    };
    switch (static_cast<DealsModel::Column>(column)) {
    case DealsModel::Column::Supplier:
    case DealsModel::Column::Customer:
        return namesOfRows(chain, Table::Nodes);
    case DealsModel::Column::Kind:
        return namesOfRows(chain, Table::DealKinds);
    case DealsModel::Column::Status:
        return namesOfRows(chain, Table::Statuses);
    case DealsModel::Column::Boundary:
        return namesOfRows(chain, Table::Boundaries);
    case DealsModel::Column::Commitment:
        return choices(deal_field::Commitment);
    case DealsModel::Column::Basis:
        return choices(deal_field::Basis);
    default:
        return {};
    }
}

} // namespace ochain
