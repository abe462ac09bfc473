// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/analysis_options.h"
#include "commands/commands.h"
#include "commands/interruption.h"
#include "commands/open_chain.h"
#include "commands/typed_values.h"

#include "formats/format.h"
#include "networks/chance.h"
#include "networks/circular.h"
#include "networks/circular_words.h"

#include <cmath>
#include <limits>
#include <memory>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace ochain {

namespace {

constexpr int kMostRings = 100'000;
constexpr int kMostRuns = 1'000'000;

struct CircularOptions {
    AnalysisOptions analysis;
    std::string length = "6";
    std::string most = "100";
    std::string runs;
    std::string seed = "1";
};

/// The numbers among the options.
struct CircularNumbers {
    RingLimits limits;
    std::optional<ChanceOptions> chance;
};

/// What is printed, in whatever form.
struct CircularTold {
    const Chain& chain;
    Period period;
    const MoneyNetwork& network;
    CircularMoney money;
    std::optional<Chance> chance; ///< if it is asked for

    [[nodiscard]] std::string keyOf(NodeId node) const { return std::string(chain.key({Table::Nodes, node.value})); }
    [[nodiscard]] std::vector<std::string> nodesOf(const CircularRing& ring) const
    {
        std::vector<std::string> keys;
        for (const RingStep& step : ring.steps)
            keys.push_back(keyOf(step.payer));
        return keys;
    }
    [[nodiscard]] std::vector<std::string> dealsOf(const CircularRing& ring) const
    {
        std::vector<std::string> keys;
        for (const RingStep& step : ring.steps)
            for (const DealId deal : step.deals)
                keys.emplace_back(chain.key({Table::Deals, deal.value}));
        return keys;
    }
    [[nodiscard]] std::vector<Sentence> sentences() const
    {
        std::vector<Sentence> all = assumptionsOf(money);
        if (chance)
            for (Sentence& sentence : assumptionsOf(*chance))
                all.push_back(std::move(sentence));
        return all;
    }
};

Result<CircularNumbers> readNumbers(const CircularOptions& options)
{
    const Result<int> length = readWholeNumber("--length", options.length, 2, kMostRingLength);
    const Result<int> most = readWholeNumber("--most", options.most, 1, kMostRings);
    const Result<int> runs = readWholeNumber("--null-model", options.runs.empty() ? "1" : options.runs, 1, kMostRuns);
    const Result<int> seed = readWholeNumber("--seed", options.seed, 0, std::numeric_limits<int>::max());
    for (const Result<int>* const number : {&length, &most, &runs, &seed})
        if (!*number)
            return tl::unexpected(number->error());
    CircularNumbers numbers;
    numbers.limits = {*length, static_cast<std::size_t>(*most)};
    if (!options.runs.empty())
        numbers.chance = ChanceOptions{*runs, static_cast<std::uint64_t>(*seed), *length, ChanceOptions().most};
    return numbers;
}

AnalysisJson stepsOf(const CircularTold& told, const CircularRing& ring)
{
    AnalysisJson steps = AnalysisJson::array();
    for (const RingStep& step : ring.steps)
        steps.push_back({{"payer", told.keyOf(step.payer)},
                         {"class", kClassNames.at(static_cast<std::size_t>(step.dealClass))},
                         {"amount", step.cents},
                         {"firm", step.firmCents}});
    return steps;
}

std::int64_t basisPointsOf(double share)
{
    return std::llround(share * kWhole.value);
}

AnalysisJson chanceJson(const CircularTold& told)
{
    const Chance& chance = *told.chance;
    AnalysisJson nodes = AnalysisJson::array();
    for (std::size_t place = 0; place < chance.throughPlace.size(); ++place)
        if (const HeldAgainstChance& held = chance.throughPlace[place]; held.observed > 0)
            nodes.push_back({{"node", told.keyOf(told.network.parties[place])},
                             {"share_bp", basisPointsOf(held.observed)},
                             {"chance_bp", basisPointsOf(held.mean)},
                             {"p", held.p}});
    return {{"runs", chance.runs},
            {"rings", chance.rings.mean},
            {"sum", chance.sum.mean},
            {"p", chance.rings.p},
            {"p_sum", chance.sum.p},
            {"observed_rings", chance.rings.observed},
            {"observed_sum", chance.sum.observed},
            {"nodes", nodes}};
}

void printAnalysisJson(const CircularTold& told, const AnalysisOptions& options)
{
    AnalysisJson json{{"lens", options.lensWords(told.period)}, {"rows", AnalysisJson::array()}};
    for (const CircularRing& ring : told.money.rings)
        json["rows"].push_back({{"nodes", told.nodesOf(ring)},
                                {"deals", told.dealsOf(ring)},
                                {"amount", ring.cents},
                                {"firm", ring.firmCents},
                                {"steps", stepsOf(told, ring)}});
    json["cut"] = told.money.isCut;
    json["gross"] = told.money.gross;
    json["round"] = told.money.round;
    json["netted"] = told.money.outside;
    json["shares"] = AnalysisJson::array();
    for (const CircularShare& share : told.money.shares)
        json["shares"].push_back({{"node", told.keyOf(share.node)},
                                  {"share_bp", share.share.value},
                                  {"inflow", share.inflow},
                                  {"round", share.round}});
    if (told.chance)
        json["null"] = chanceJson(told);
    json["notes"] = notesJson(told.sentences());
    printAnalysis(json);
}

void printCircularCsv(const CircularTold& told)
{
    fmt::print("nodes,deals,amount,firm\n");
    for (const CircularRing& ring : told.money.rings)
        fmt::print("{},{},{},{}\n", fmt::join(told.nodesOf(ring), ";"), fmt::join(told.dealsOf(ring), ";"), ring.cents,
                   ring.firmCents);
}

std::string moneyCell(std::int64_t cents)
{
    return moneyText(Cents{cents}).toStdString();
}

/// "nvidia ⇒ openai-group → oracle → nvidia": investments by double arrows.
std::string wayOf(const CircularTold& told, const CircularRing& ring)
{
    std::string way;
    for (const RingStep& step : ring.steps)
        way += told.keyOf(step.payer) + (step.dealClass == DealClass::Capital ? " ⇒ " : " → ");
    return way + told.keyOf(ring.steps.front().payer);
}

void printChance(const CircularTold& told)
{
    const Chance& chance = *told.chance;
    fmt::print("\nby chance, of {} runs: {:.1f} rings (here {:.0f}, p = {:.3f}), together {} (here {}, p = {:.3f})\n",
               chance.runs, chance.rings.mean, chance.rings.observed, chance.rings.p,
               moneyCell(std::llround(chance.sum.mean)), moneyCell(std::llround(chance.sum.observed)), chance.sum.p);
    TextTable table({"node", "of the rings", "by chance", "p"}, 1);
    for (std::size_t place = 0; place < chance.throughPlace.size(); ++place)
        if (const HeldAgainstChance& held = chance.throughPlace[place]; held.observed > 0)
            table.add({told.keyOf(told.network.parties[place]), fmt::format("{:.1f} %", held.observed * 100),
                       fmt::format("{:.1f} %", held.mean * 100), fmt::format("{:.3f}", held.p)});
    if (!table.isEmpty())
        table.print();
}

void printCircularTable(const CircularTold& told)
{
    TextTable rings(
        {fmt::format("rings, {} (⇒ invests in, → buys from)", formatPeriod(told.period)), "goes round", "firm"}, 1);
    for (const CircularRing& ring : told.money.rings)
        rings.add({wayOf(told, ring), moneyCell(ring.cents),
                   ring.firmCents == 0 ? absentText().toStdString() : moneyCell(ring.firmCents)});
    if (rings.isEmpty())
        fmt::print("no rings, {}: no money comes back over purchases and investments both\n",
                   formatPeriod(told.period));
    else
        rings.print();
    fmt::print("\nof {} between companies {} go round once flows are netted; {} come from outside\n",
               moneyCell(told.money.gross), moneyCell(told.money.round), moneyCell(told.money.outside));
    TextTable shares({"node", "comes in", "goes round", "share"}, 1);
    for (const CircularShare& share : told.money.shares)
        shares.add({told.keyOf(share.node), moneyCell(share.inflow), moneyCell(share.round),
                    shareText(share.share).toStdString()});
    if (!shares.isEmpty())
        shares.print();
    if (told.chance)
        printChance(told);
    fmt::print("\n");
    printNotes(told.sentences());
}

int showCircular(CircularOptions& options)
{
    const Result<CircularNumbers> numbers = readNumbers(options);
    if (!numbers)
        return complain(numbers.error());
    const Result<AnalysedChain> analysed = options.analysis.open();
    if (!analysed)
        return complain(analysed.error());
    const NetworkScope scope{analysed->period, analysed->lens, NodeId()};
    const std::optional<MoneyNetwork> network = moneyNetworkOf(analysed->snapshot, scope, goesOn);
    std::optional<CircularMoney> money;
    if (network)
        money = circularMoneyOf(analysed->snapshot, scope, *network, numbers->limits, goesOn);
    if (!money)
        return complain("interrupted");
    CircularTold told{analysed->snapshot.chain, analysed->period, *network, std::move(*money), std::nullopt};
    if (numbers->chance) {
        told.chance = holdAgainstChance(ringArcsOf(*network), static_cast<std::uint32_t>(network->parties.size()),
                                        *numbers->chance, goesOn);
        if (!told.chance)
            return complain("interrupted");
    }
    if (options.analysis.format() == "json")
        printAnalysisJson(told, options.analysis);
    else if (options.analysis.format() == "csv")
        printCircularCsv(told);
    else
        printCircularTable(told);
    return statusOfFigures(*analysed->session);
}

} // namespace

void addCircularCommand(CLI::App& app, CommandState& state)
{
    const auto options = std::make_shared<CircularOptions>();
    CLI::App* command =
        app.add_subcommand("circular", "money that comes back to who paid it, over purchases and investments");
    options->analysis.addTo(*command);
    command->add_option("--length", options->length, "parties in a ring at most; usually 6")->check(notEmpty());
    command->add_option("--most", options->most, "how many rings, the largest; usually 100")->check(notEmpty());
    command
        ->add_option("--null-model", options->runs,
                     "hold the rings against so many runs in which everyone pays others by chance")
        ->check(notEmpty());
    command->add_option("--seed", options->seed, "of the runs; the same gives the same")->check(notEmpty());
    command->callback([options, &state] { state.status = showCircular(*options); });
}

} // namespace ochain
