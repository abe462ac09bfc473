// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/belonging_cards.h"

#include "chain/known_rows.h"
#include "editing/linked_rows.h"
#include "items/tranches_model.h"

namespace ochain {

TranchesCard::TranchesCard(QWidget* parent)
    : TableCard({QStringLiteral("tranche"),
                 Table::Tranches,
                 Field{tranche_field::Deal},
                 {tranche_field::Starts, tranche_field::Ends, tranche_field::CapacityMw, tranche_field::ValueUsd},
                 QStringLiteral("assumed"),
                 // An assumed phase is marked in its figures, and the box below the table sets the basis.
                 {tranche_field::Basis, tranche_field::NoteEn},
                 {},
                 4,
                 false},
                parent)
{
    retranslate();
}

std::unique_ptr<RowsModel> TranchesCard::makeModel(Document& document) const
{
    return std::make_unique<TranchesModel>(document);
}

TableCardWords TranchesCard::words() const
{
    return {tr("PHASES"),
            tr("PHASES  ·  none: the whole deal runs over its own dates"),
            hint(),
            tr("Phases"),
            tr("Add phase"),
            tr("New phase: %1"),
            tr("Remove the chosen phase"),
            tr("Choose the phase to remove first.")};
}

/// What the end of a phase of this deal does.
QString TranchesCard::hint() const
{
    if (document() == nullptr || !owner() || !document()->chain().isAlive(*owner()))
        return {};
    const Chain& chain = document()->chain();
    const DealId deal{owner()->row};
    if (chain.kinds()[chain.deals()[deal].kind].dealClass == DealClass::Contingent)
        return tr("The guarantee stands in full from its start to its end.");
    switch (knownDeal(chain, deal, kNoDay).profile) {
    case Profile::Term:
        return tr("Capacity stands in full from the start of a phase and falls away at its end; money runs evenly "
                  "between both.");
    case Profile::Deploy:
        return tr("Capacity is added evenly from the start of a phase; from its end on all of it stands. Money runs "
                  "evenly between both.");
    default:
        return tr("Money runs evenly from the start of a phase to its end.");
    }
}

MetricsCard::MetricsCard(QWidget* parent)
    : TableCard({QStringLiteral("metric"),
                 Table::Metrics,
                 Field{metric_field::Node},
                 {metric_field::Series, metric_field::Unit, metric_field::AsOf, metric_field::Value},
                 QStringLiteral("reported"),
                 {},
                 {{metric_field::Value, {}}, {metric_field::Low, {}}, {metric_field::High, {}}},
                 3,
                 true},
                parent)
{
    retranslate();
}

std::unique_ptr<RowsModel> MetricsCard::makeModel(Document& document) const
{
    return std::make_unique<RowsModel>(document, Table::Metrics,
                                       std::vector<Field>{metric_field::Series, metric_field::AsOf, metric_field::Value,
                                                          metric_field::Unit, metric_field::Low, metric_field::High,
                                                          metric_field::Known, metric_field::Basis},
                                       metricsOf);
}

TableCardWords MetricsCard::words() const
{
    return {tr("METRICS"),
            tr("METRICS  ·  none yet: users, prices, revenue, what a gigawatt costs"),
            {},
            tr("Metrics"),
            tr("Add metric"),
            tr("New metric: %1"),
            tr("Remove the chosen metric"),
            tr("Choose a metric in the table first.")};
}

WeightsCard::WeightsCard(QWidget* parent)
    : TableCard({QStringLiteral("weight"), Table::Statuses, std::nullopt, {}, {}, {}, {}, 2, false}, parent)
{
    retranslate();
}

std::unique_ptr<RowsModel> WeightsCard::makeModel(Document& document) const
{
    return std::make_unique<RowsModel>(
        document, Table::Statuses,
        std::vector<Field>{status_field::NameEn, status_field::NameZh, status_field::WeightBp},
        [](const Chain& chain, RowRef) { return chain.inOrder(Table::Statuses); });
}

TableCardWords WeightsCard::words() const
{
    return {tr("WEIGHTS OF ALL STATUSES"), {}, {}, tr("Weights of all statuses"), {}, {}, {}, {}};
}

} // namespace ochain
