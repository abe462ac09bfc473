// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/analysis_options.h"
#include "commands/commands.h"
#include "commands/interruption.h"
#include "commands/open_chain.h"
#include "commands/typed_values.h"

#include "formats/format.h"
#include "networks/capacity_trial.h"
#include "networks/deliverable.h"
#include "networks/deliverable_words.h"

#include <cmath>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ochain {

namespace {

struct DeliverableOptions {
    AnalysisOptions analysis;
    std::string node;
    std::vector<std::string> slips, scales;
};

/// What is printed, in whatever form.
struct DeliverableTold {
    const Chain& chain;
    Period period;
    NodeId node;
    DeliverableCapacity capacity;

    [[nodiscard]] std::string_view keyOf(NodeId of) const { return chain.key({Table::Nodes, of.value}); }
    [[nodiscard]] std::string_view keyOf(LayerNumber layer) const
    {
        return chain.key({Table::Tiers, chain.tierOf(layer).value});
    }
};

/// "DEAL=6": a deal, and what is said of it.
struct SaidOfDeal {
    DealId deal;
    std::string text;
};

Result<SaidOfDeal> readSaid(const Chain& chain, const char* option, const char* what, const std::string& text)
{
    const std::size_t sign = text.rfind('=');
    if (sign == std::string::npos || sign == 0 || sign + 1 == text.size())
        return failure(ErrorKind::InvalidInput, "{0}: “{1}” is not DEAL={2}; write it as amd-openai-6gw={3}", option,
                       text, what, std::string(what) == "MONTHS" ? "6" : "80");
    const Result<DealId> deal = readDeal(chain, option, text.substr(0, sign));
    if (!deal)
        return tl::unexpected(deal.error());
    return SaidOfDeal{*deal, text.substr(sign + 1)};
}

Result<std::vector<DealSlip>> readSlips(const Chain& chain, const std::vector<std::string>& texts)
{
    constexpr int kMostMonths = 600;
    std::vector<DealSlip> slips;
    for (const std::string& text : texts) {
        const Result<SaidOfDeal> said = readSaid(chain, "--slip", "MONTHS", text);
        if (!said)
            return tl::unexpected(said.error());
        const Result<int> months = readWholeNumber("--slip", said->text, 0, kMostMonths);
        if (!months)
            return tl::unexpected(months.error());
        slips.push_back({said->deal, *months});
    }
    return slips;
}

Result<std::vector<DealScale>> readScales(const Chain& chain, const std::vector<std::string>& texts)
{
    constexpr double kMostPercent = 1000;
    constexpr double kBasisPoints = 100; // of a percent
    std::vector<DealScale> scales;
    for (const std::string& text : texts) {
        const Result<SaidOfDeal> said = readSaid(chain, "--scale", "PERCENT", text);
        if (!said)
            return tl::unexpected(said.error());
        const Result<double> percent = readNumber("--scale", said->text, 0, kMostPercent);
        if (!percent)
            return tl::unexpected(percent.error());
        scales.push_back({said->deal, BasisPoints{static_cast<std::int32_t>(std::lround(*percent * kBasisPoints))}});
    }
    return scales;
}

Result<Snapshot> tried(const Snapshot& snapshot, const DeliverableOptions& options)
{
    Result<std::vector<DealSlip>> slips = readSlips(snapshot.chain, options.slips);
    if (!slips)
        return tl::unexpected(std::move(slips.error()));
    Result<std::vector<DealScale>> scales = readScales(snapshot.chain, options.scales);
    if (!scales)
        return tl::unexpected(std::move(scales.error()));
    return withSlips(snapshot, *slips, *scales);
}

std::vector<DeliverableLayer> allLayers(const DeliverableTold& told)
{
    std::vector<DeliverableLayer> rows;
    for (const NodeId node : told.capacity.upstreamOf(told.node))
        for (const DeliverableLayer& line : told.capacity.layersOf(node))
            rows.push_back(line);
    return rows;
}

void printAnalysisJson(const DeliverableTold& told, const AnalysisOptions& options)
{
    AnalysisJson json{{"lens", options.lensWords(told.period)}, {"node", told.keyOf(told.node)}};
    json["rows"] = AnalysisJson::array();
    for (const DeliverableLayer& line : allLayers(told))
        json["rows"].push_back({{"node", told.keyOf(line.node)},
                                {"layer", told.keyOf(line.layer)},
                                {"contracted", line.contracted.value},
                                {"supportable", line.supportable.value},
                                {"delivered", line.delivered.value},
                                {"binds", line.binds}});
    json["chain"] = AnalysisJson::array();
    for (const CriticalStep& step : told.capacity.criticalChain(told.node))
        json["chain"].push_back(told.keyOf(step.node));
    json["missing"] = AnalysisJson::array();
    for (const NodeId node : told.capacity.upstreamOf(told.node))
        for (const MissingSupply& line : told.capacity.missingOf(node))
            json["missing"].push_back({{"node", told.keyOf(line.node)},
                                       {"layer", told.keyOf(line.layer)},
                                       {"unscheduled", line.unscheduled.value},
                                       {"undisclosed", line.undisclosed}});
    json["iterations"] = told.capacity.sweeps();
    json["residual"] = told.capacity.residual();
    json["notes"] = notesJson(assumptionsOf(told.capacity, told.node));
    printAnalysis(json);
}

void printDeliverableCsv(const DeliverableTold& told)
{
    fmt::print("node,layer,contracted,supportable,delivered,binds\n");
    for (const DeliverableLayer& line : allLayers(told))
        fmt::print("{},{},{},{},{},{}\n", told.keyOf(line.node), told.keyOf(line.layer), line.contracted.value,
                   line.supportable.value, line.delivered.value, line.binds ? 1 : 0);
}

/// "4.5 GW; + 6 GW without dates; 2 undisclosed"
std::string missingText(const MissingSupply& line)
{
    std::string text;
    if (line.unscheduled.value > 0)
        text = fmt::format("{} without dates", capacityText(line.unscheduled).toStdString());
    if (line.undisclosed > 0)
        text += fmt::format("{}{} undisclosed", text.empty() ? "" : ", ", line.undisclosed);
    return text;
}

/// The node and those of the critical chain; the other forms have all that is upstream.
void printDeliverableTable(const DeliverableTold& told)
{
    const std::optional<Kilowatts> supportable = told.capacity.supportable(told.node);
    const std::string head = fmt::format("{}, {}: ", told.keyOf(told.node), formatPeriod(told.period));
    if (!supportable)
        fmt::print("{}nothing constrains it, as nobody supplies it with capacity that is known to stand then\n", head);
    else
        fmt::print("{}{} can be delivered\n", head, capacityText(*supportable).toStdString());
    TextTable table({"node", "layer", "contracted", "delivered", ""}, 2);
    TextTable missing({"node", "layer", "missing"}, 3);
    std::string chain;
    for (const CriticalStep& step : told.capacity.criticalChain(told.node)) {
        for (const DeliverableLayer& line : told.capacity.layersOf(step.node))
            table.add({std::string(told.keyOf(line.node)), std::string(told.keyOf(line.layer)),
                       capacityText(line.contracted).toStdString(), capacityText(line.delivered).toStdString(),
                       line.binds ? "binds" : ""});
        for (const MissingSupply& line : told.capacity.missingOf(step.node))
            missing.add({std::string(told.keyOf(line.node)), std::string(told.keyOf(line.layer)), missingText(line)});
        chain.append(chain.empty() ? "" : " ← ").append(told.keyOf(step.node));
        if (step.layer.isSet())
            chain.append(fmt::format(" ({})", told.keyOf(step.layer)));
    }
    if (!table.isEmpty()) {
        table.print();
        fmt::print("\ncritical chain: {}\n", chain);
    }
    if (!missing.isEmpty()) {
        fmt::print("\n");
        missing.print();
    }
    fmt::print("\n");
    printNotes(assumptionsOf(told.capacity, told.node));
}

Result<void> checkStockPeriod(Period period)
{
    if (period == kUnscheduled || period == kLater)
        return failure(ErrorKind::InvalidInput,
                       "--at {0}: what can be delivered is of a year or a quarter, or of the total; give one, such as "
                       "2028 or 2028Q3",
                       formatPeriod(period));
    return {};
}

int showDeliverable(DeliverableOptions& options)
{
    const Result<AnalysedChain> analysed = options.analysis.open();
    if (!analysed)
        return complain(analysed.error());
    if (const Result<void> fits = checkStockPeriod(analysed->period); !fits)
        return complain(fits.error());
    const Result<NodeId> node = readNode(analysed->snapshot.chain, "--node", options.node);
    if (!node)
        return complain(node.error());
    const Result<Snapshot> snapshot = tried(analysed->snapshot, options);
    if (!snapshot)
        return complain(snapshot.error());
    std::optional<DeliverableCapacity> capacity = DeliverableCapacity::compute(*snapshot, analysed->period, goesOn);
    if (!capacity)
        return complain("interrupted");
    const DeliverableTold told{snapshot->chain, analysed->period, *node, std::move(*capacity)};
    if (options.analysis.format() == "json")
        printAnalysisJson(told, options.analysis);
    else if (options.analysis.format() == "csv")
        printDeliverableCsv(told);
    else
        printDeliverableTable(told);
    return statusOfFigures(*analysed->session);
}

} // namespace

void addDeliverableCommand(CLI::App& app, CommandState& state)
{
    const auto options = std::make_shared<DeliverableOptions>();
    CLI::App* command =
        app.add_subcommand("deliverable", "what of the capacity contracted can stand, what binds it and through whom");
    options->analysis.addTo(*command);
    command->add_option("--node", options->node, "key or name of a node")->required()->check(notEmpty());
    command->add_option("--slip", options->slips, "what if: a deal so many months later, as amd-openai-6gw=6")
        ->allow_extra_args(false)
        ->check(notEmpty());
    command->add_option("--scale", options->scales, "what if: a deal delivers so many percent, as amd-openai-6gw=80")
        ->allow_extra_args(false)
        ->check(notEmpty());
    command->callback([options, &state] { state.status = showDeliverable(*options); });
}

} // namespace ochain
