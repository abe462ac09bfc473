// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/belonging_cards.h"

#include "editing/linked_rows.h"
#include "items/tranches_model.h"

namespace ochain {

TranchesCard::TranchesCard(QWidget* parent)
    : TableCard({QStringLiteral("tranche"),
                 Table::Tranches,
                 Field{tranche_field::Deal},
                 {tranche_field::Starts, tranche_field::Ends, tranche_field::CapacityMw, tranche_field::ValueUsd},
                 QStringLiteral("assumed"),
                 // An assumed tranche is marked in its figures, and the box below the table sets the basis.
                 {tranche_field::Basis, tranche_field::NoteEn},
                 {{tranche_field::Starts, QStringLiteral("2026-12")},
                  {tranche_field::Ends, QStringLiteral("2026-12")},
                  {tranche_field::CapacityMw, QStringLiteral("99.9 GW")}},
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
    return {tr("TRANCHES"),
            tr("TRANCHES  ·  none: the whole deal runs over its own dates"),
            tr("Tranches"),
            tr("Add tranche"),
            tr("New tranche: %1"),
            tr("Remove the chosen tranche"),
            tr("Choose the tranche to remove first.")};
}

MetricsCard::MetricsCard(QWidget* parent)
    : TableCard({QStringLiteral("metric"),
                 Table::Metrics,
                 Field{metric_field::Node},
                 {metric_field::Series, metric_field::Unit, metric_field::AsOf, metric_field::Value},
                 QStringLiteral("reported"),
                 {},
                 {{metric_field::Series, QStringLiteral("chatgpt_")},
                  {metric_field::AsOf, QStringLiteral("2026-12-31")},
                  {metric_field::Value, {}},
                  {metric_field::Unit, QStringLiteral("USD/month")},
                  {metric_field::Low, {}},
                  {metric_field::High, {}},
                  {metric_field::Known, QStringLiteral("2026-12-31")},
                  {metric_field::Basis, QStringLiteral("estimated  ")}},
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
            tr("Metrics"),
            tr("Add metric"),
            tr("New metric: %1"),
            tr("Remove the chosen metric"),
            tr("Choose a metric in the table first.")};
}

WeightsCard::WeightsCard(QWidget* parent)
    : TableCard({QStringLiteral("weight"),
                 Table::Statuses,
                 std::nullopt,
                 {},
                 {},
                 {},
                 {{status_field::WeightBp, QStringLiteral("100 %")}},
                 false},
                parent)
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
    return {tr("WEIGHTS OF ALL STATUSES"), {}, tr("Weights of all statuses"), {}, {}, {}, {}};
}

} // namespace ochain
