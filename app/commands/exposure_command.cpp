// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/analysis_options.h"
#include "commands/commands.h"
#include "commands/interruption.h"
#include "commands/open_chain.h"
#include "commands/typed_values.h"

#include "formats/format.h"
#include "networks/exposure.h"
#include "networks/exposure_words.h"

#include <cmath>
#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ochain {

namespace {

constexpr int kMostTiers = 1000;
constexpr double kEntering = 10'000; ///< dollars that enter, of a look-through

struct ExposureOptions {
    AnalysisOptions analysis;
    std::string node, tiers;
};

/// What is printed, in whatever form.
struct ExposureTold {
    const Chain& chain;
    Period period;
    Exposure exposure;
    std::optional<LookThrough> through; ///< if tiers are asked for

    [[nodiscard]] std::string_view keyOf(NodeId node) const
    {
        return node.isSet() ? chain.key({Table::Nodes, node.value}) : std::string_view();
    }
    [[nodiscard]] NodeWords words() const
    {
        return [this](NodeId node) { return std::string(keyOf(node)); };
    }
};

/// Of 10,000 dollars that enter, to the cent.
double dollarsOf(double amount)
{
    return std::round(amount * kEntering * 100) / 100;
}

AnalysisJson rowsOf(const ExposureTold& told, const ExposureSide& side, const char* role)
{
    AnalysisJson rows = AnalysisJson::array();
    for (const ExposureRow& row : side.rows)
        rows.push_back({{"node", told.keyOf(row.party)},
                        {"role", role},
                        {"amount", row.cents},
                        {"share_bp", row.share.isAbsent() ? AnalysisJson(nullptr) : AnalysisJson(row.share.value)},
                        {"undisclosed", row.undisclosed},
                        {"outside", !row.party.isSet()}});
    return rows;
}

AnalysisJson indexOf(const ExposureSide& side, double Concentration::*which)
{
    return side.concentration ? AnalysisJson(std::round((*side.concentration).*which)) : AnalysisJson(nullptr);
}

AnalysisJson throughRows(const ExposureTold& told)
{
    AnalysisJson rows = AnalysisJson::array();
    for (const ReachedParty& row : told.through->rows)
        rows.push_back({{"node", told.keyOf(row.party)},
                        {"role", "supplier"},
                        {"amount", dollarsOf(row.amount)},
                        {"share_bp", std::llround(row.amount * kEntering)}});
    return rows;
}

void addThrough(const ExposureTold& told, AnalysisJson& json)
{
    const LookThrough& through = *told.through;
    json["tiers"] = through.tiers ? AnalysisJson(*through.tiers) : AnalysisJson("all");
    json["returns"] = dollarsOf(through.returns);
    json["closed"] = AnalysisJson::array();
    for (const std::vector<NodeId>& group : through.closedGroups) {
        AnalysisJson keys = AnalysisJson::array();
        for (const NodeId node : group)
            keys.push_back(told.keyOf(node));
        json["closed"].push_back(keys);
    }
    json["undisclosed"] = through.undisclosed;
    json["residual"] = through.residual;
    json["iterations"] = through.iterations;
}

std::vector<Sentence> sentencesOf(const ExposureTold& told)
{
    return told.through ? assumptionsOf(*told.through, told.words()) : assumptionsOf(told.chain, told.exposure);
}

void printAnalysisJson(const ExposureTold& told, const AnalysisOptions& options)
{
    AnalysisJson json{{"lens", options.lensWords(told.period)}, {"node", told.keyOf(told.exposure.node)}};
    if (told.through) {
        json["rows"] = throughRows(told);
        addThrough(told, json);
    } else {
        json["rows"] = rowsOf(told, told.exposure.suppliers, "supplier");
        for (const AnalysisJson& row : rowsOf(told, told.exposure.customers, "customer"))
            json["rows"].push_back(row);
    }
    json["herfindahl"] = {{"supplier", indexOf(told.exposure.suppliers, &Concentration::least)},
                          {"customer", indexOf(told.exposure.customers, &Concentration::least)},
                          {"supplier_most", indexOf(told.exposure.suppliers, &Concentration::most)},
                          {"customer_most", indexOf(told.exposure.customers, &Concentration::most)}};
    json["notes"] = notesJson(sentencesOf(told));
    printAnalysis(json);
}

void printExposureCsv(const ExposureTold& told)
{
    if (told.through) {
        fmt::print("node,role,amount,share_bp\n");
        for (const ReachedParty& row : told.through->rows)
            fmt::print("{},supplier,{:.2f},{}\n", told.keyOf(row.party), dollarsOf(row.amount),
                       std::llround(row.amount * kEntering));
        return;
    }
    fmt::print("node,role,amount,share_bp,undisclosed,outside\n");
    const auto print = [&told](const ExposureSide& side, const char* role) {
        for (const ExposureRow& row : side.rows)
            fmt::print("{},{},{},{},{},{}\n", told.keyOf(row.party), role, row.cents,
                       row.share.isAbsent() ? std::string() : std::to_string(row.share.value), row.undisclosed,
                       row.party.isSet() ? 0 : 1);
    };
    print(told.exposure.suppliers, "supplier");
    print(told.exposure.customers, "customer");
}

/// "3,512", or between which two it lies.
std::string indexText(const ExposureSide& side)
{
    if (!side.concentration)
        return absentText().toStdString();
    const std::string least = countText(std::llround(side.concentration->least)).toStdString();
    const std::string most = countText(std::llround(side.concentration->most)).toStdString();
    return least == most ? least : fmt::format("{} to {}", least, most);
}

void printSide(const ExposureTold& told, const ExposureSide& side, const char* parties, const char* amount)
{
    fmt::print("\n{} of {}, {}: Herfindahl index {}\n", parties, told.keyOf(told.exposure.node),
               formatPeriod(told.period), indexText(side));
    TextTable table({"node", amount, "share", "undisclosed"}, 1);
    for (const ExposureRow& row : side.rows)
        table.add(
            {row.party.isSet() ? std::string(told.keyOf(row.party)) : "outside the chain",
             row.cents == 0 && row.undisclosed > 0 ? absentText().toStdString()
                                                   : moneyText(Cents{row.cents}).toStdString(),
             row.share.isAbsent() || row.cents == 0 ? absentText().toStdString() : shareText(row.share).toStdString(),
             row.undisclosed == 0 ? absentText().toStdString() : std::to_string(row.undisclosed)});
    if (table.isEmpty())
        fmt::print("no deal of it counts here under this lens\n");
    else
        table.print();
}

void printThrough(const ExposureTold& told)
{
    const LookThrough& through = *told.through;
    fmt::print("of $10,000 that enter {}, {}, {}:\n", told.keyOf(through.node), formatPeriod(told.period),
               through.tiers ? fmt::format("over {} tiers", *through.tiers) : "to the end");
    TextTable table({"node", "reach it"}, 1);
    for (const ReachedParty& row : through.rows)
        table.add({std::string(told.keyOf(row.party)), fmt::format("${:.2f}", dollarsOf(row.amount))});
    if (table.isEmpty())
        fmt::print("nothing is passed on\n");
    else
        table.print();
    fmt::print("\ncomes back to {}: ${:.2f}; residual {:.1e} after {} iterations\n", told.keyOf(through.node),
               dollarsOf(through.returns), through.residual, through.iterations);
}

void printExposureTable(const ExposureTold& told)
{
    if (told.through) {
        printThrough(told);
    } else {
        printSide(told, told.exposure.suppliers, "suppliers", "of its spend");
        printSide(told, told.exposure.customers, "customers", "of its revenue");
    }
    fmt::print("\n");
    printNotes(sentencesOf(told));
}

Result<std::optional<int>> readTiers(const std::string& text)
{
    if (text == "all")
        return std::optional<int>();
    Result<int> tiers = readWholeNumber("--tiers", text, 1, kMostTiers);
    if (!tiers)
        return tl::unexpected(std::move(tiers.error()));
    return std::optional(*tiers);
}

int showExposure(ExposureOptions& options)
{
    const Result<AnalysedChain> analysed = options.analysis.open();
    if (!analysed)
        return complain(analysed.error());
    const Chain& chain = analysed->snapshot.chain;
    const Result<NodeId> node = readNode(chain, "--node", options.node);
    if (!node)
        return complain(node.error());
    const NetworkScope scope{analysed->period, analysed->lens, *node};
    const std::optional<MoneyNetwork> network = moneyNetworkOf(analysed->snapshot, scope, goesOn);
    if (!network)
        return complain("interrupted");
    ExposureTold told{chain, analysed->period, exposureOf(analysed->snapshot, scope, *network), std::nullopt};
    if (!options.tiers.empty()) {
        const Result<std::optional<int>> tiers = readTiers(options.tiers);
        if (!tiers)
            return complain(tiers.error());
        told.through = lookThroughOf(*network, *node, *tiers, goesOn);
        if (!told.through)
            return complain("interrupted");
    }
    if (options.analysis.format() == "json")
        printAnalysisJson(told, options.analysis);
    else if (options.analysis.format() == "csv")
        printExposureCsv(told);
    else
        printExposureTable(told);
    return statusOfFigures(*analysed->session);
}

} // namespace

void addExposureCommand(CLI::App& app, CommandState& state)
{
    const auto options = std::make_shared<ExposureOptions>();
    CLI::App* command = app.add_subcommand(
        "exposure", "who depends on whom: shares of a company's spend and revenue; with --tiers, where its money goes");
    options->analysis.addTo(*command);
    command->add_option("--node", options->node, "key or name of a node, with all that lies in it")
        ->required()
        ->check(notEmpty());
    command
        ->add_option(
            "--tiers", options->tiers,
            "look through so many tiers of suppliers, or all: of 10,000 dollars that enter, how much reaches whom")
        ->check(notEmpty());
    command->callback([options, &state] { state.status = showExposure(*options); });
}

} // namespace ochain
