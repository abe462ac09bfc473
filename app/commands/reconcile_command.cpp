// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/analysis_options.h"
#include "commands/commands.h"
#include "commands/open_chain.h"
#include "commands/typed_values.h"

#include "formats/format.h"
#include "networks/rival_figures.h"

#include <cmath>
#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ochain {

namespace {

struct ReconcileOptions {
    std::string file, group;
    std::string format = "table";
};

/// The claim's own key where it is one, so that each row is told by key and field.
std::string_view keyOf(const Chain& chain, const RivalFigure& figure)
{
    return figure.claim.isSet() ? chain.key({Table::Claims, figure.claim.value}) : chain.key(figure.row);
}
std::string_view fieldOf(const RivalFigure& figure)
{
    return fieldSpec(figure.row.table, figure.field).name;
}
bool isDecimal(const RivalFigure& figure)
{
    return fieldSpec(figure.row.table, figure.field).type == FieldType::Decimal;
}

/// Cents, kilowatts and basis points are whole.
double shownNumber(const RivalFigure& figure, double number)
{
    return isDecimal(figure) ? number : std::nearbyint(number);
}
std::string numberText(const RivalFigure& figure, double number)
{
    return isDecimal(figure) ? fmt::format("{:.15g}", number) : fmt::format("{:.0f}", number);
}

AnalysisJson numberJson(const RivalFigure& figure, std::optional<double> number)
{
    if (!number)
        return nullptr;
    if (isDecimal(figure))
        return *number;
    return static_cast<std::int64_t>(shownNumber(figure, *number));
}
std::optional<double> adjustedOf(const RivalFigure& figure)
{
    return figure.reconciled.isDetermined ? std::optional(figure.reconciled.adjusted) : std::nullopt;
}

void printAnalysisJson(const Chain& chain, const RivalFigures& found)
{
    AnalysisJson json{{"rows", AnalysisJson::array()}};
    for (const RivalFigure& figure : found.figures)
        json["rows"].push_back({{"key", keyOf(chain, figure)},
                                {"field", fieldOf(figure)},
                                {"stated", numberJson(figure, figure.stated)},
                                {"adjusted", numberJson(figure, adjustedOf(figure))},
                                {"determined", figure.reconciled.isDetermined},
                                {"influence", figure.reconciled.influence},
                                {"suspect", figure.reconciled.isSuspect()},
                                {"deviation", numberJson(figure, figure.reconciled.deviation)},
                                {"test", figure.reconciled.test},
                                {"table", tableSpec(figure.row.table).name},
                                {"row", chain.key(figure.row)}});
    json["iterations"] = found.iterations;
    json["residual"] = found.residual;
    json["notes"] = notesJson(assumptionsOfRivals());
    printAnalysis(json);
}

void printReconcileCsv(const Chain& chain, const RivalFigures& found)
{
    fmt::print("key,field,stated,adjusted,determined,influence,suspect\n");
    for (const RivalFigure& figure : found.figures)
        fmt::print("{},{},{},{},{},{},{}\n", keyOf(chain, figure), fieldOf(figure),
                   figure.stated ? numberText(figure, *figure.stated) : std::string(),
                   figure.reconciled.isDetermined ? numberText(figure, figure.reconciled.adjusted) : std::string(),
                   figure.reconciled.isDetermined ? 1 : 0, figure.reconciled.influence,
                   figure.reconciled.isSuspect() ? 1 : 0);
}

std::string cellOf(const RivalFigure& figure, std::optional<double> number)
{
    if (!number)
        return absentText().toStdString();
    const auto whole = static_cast<std::int64_t>(std::llround(isDecimal(figure) ? 0 : *number));
    switch (fieldSpec(figure.row.table, figure.field).type) {
    case FieldType::Usd:
        return moneyText(Cents{whole}).toStdString();
    case FieldType::Megawatts:
        return capacityText(Kilowatts{whole}).toStdString();
    case FieldType::Percent:
        return shareText(BasisPoints{static_cast<std::int32_t>(whole)}).toStdString();
    default:
        return fmt::format("{:.6g}", *number);
    }
}

void printReconcileTable(const Chain& chain, const RivalFigures& found)
{
    TextTable table({"row", "field", "says", "stated", "adjusted", "influence", ""}, 3);
    for (const RivalFigure& figure : found.figures) {
        const SourceId source = figure.claim.isSet() ? chain.claims()[figure.claim].source : SourceId{};
        const std::string_view says = source.isSet()         ? chain.key({Table::Sources, source.value})
                                      : figure.claim.isSet() ? "a rival"
                                                             : "the row";
        table.add({std::string(chain.key(figure.row)), std::string(fieldOf(figure)), std::string(says),
                   cellOf(figure, figure.stated), cellOf(figure, adjustedOf(figure)),
                   fmt::format("{:.2f}", figure.reconciled.influence), figure.reconciled.isSuspect() ? "suspect" : ""});
    }
    if (table.isEmpty())
        fmt::print("nothing to reconcile: no figure has a rival\n");
    else
        table.print();
    fmt::print("\n");
    printNotes(assumptionsOfRivals());
}

int showReconciled(const ReconcileOptions& options)
{
    const Result<std::unique_ptr<Session>> session = openChain(options.file, Store::Access::ReadOnly);
    if (!session)
        return complain(session.error());
    const Chain& chain = (*session)->chain();
    std::optional<Group> group;
    if (!options.group.empty()) {
        const Result<Group> read = readGroup(chain, options.group);
        if (!read)
            return complain(read.error());
        group = *read;
    }
    const RivalFigures found = rivalFiguresOf(chain, group);
    if (options.format == "json")
        printAnalysisJson(chain, found);
    else if (options.format == "csv")
        printReconcileCsv(chain, found);
    else
        printReconcileTable(chain, found);
    return statusOfFigures(**session);
}

} // namespace

void addReconcileCommand(CLI::App& app, CommandState& state)
{
    const auto options = std::make_shared<ReconcileOptions>();
    CLI::App* command = app.add_subcommand("reconcile", "figures that sources give differently, as they would agree");
    command->add_option("FILE", options->file, "a chain file")->required();
    command->add_option("--group", options->group, "key or name of a node or a tier: only its figures")
        ->check(notEmpty());
    command->add_option("--format", options->format)->check(CLI::IsMember({"table", "csv", "json"}));
    command->callback([options, &state] { state.status = showReconciled(*options); });
}

} // namespace ochain
