// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/analysis_options.h"
#include "commands/commands.h"
#include "commands/interruption.h"
#include "commands/open_chain.h"
#include "commands/typed_values.h"

#include "formats/format.h"
#include "networks/importance.h"
#include "networks/importance_words.h"

#include <algorithm>
#include <limits>
#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ochain {

namespace {

struct ImportanceOptions {
    AnalysisOptions analysis;
    std::string node, most;
};

/// What is printed, in whatever form.
struct ImportanceTold {
    const Chain& chain;
    Period period;
    NodeId node; ///< unset: all parties
    std::vector<FailureCost> costs;
    std::vector<FallenFirm> fallen; ///< of one node
    std::vector<Sentence> sentences;

    [[nodiscard]] std::string_view keyOf(NodeId of) const { return chain.key({Table::Nodes, of.value}); }
};

AnalysisJson orNull(BasisPoints share)
{
    return share.isAbsent() ? AnalysisJson(nullptr) : AnalysisJson(share.value);
}

void printAnalysisJson(const ImportanceTold& told, const AnalysisOptions& options)
{
    AnalysisJson json{{"lens", options.lensWords(told.period)}, {"rows", AnalysisJson::array()}};
    for (const FailureCost& cost : told.costs)
        json["rows"].push_back({{"node", told.keyOf(cost.node)},
                                {"impact", cost.impact.value},
                                {"exposure", cost.exposure.value},
                                {"unresolved", cost.unresolved},
                                {"share_bp", orNull(cost.share)},
                                {"iterations", cost.iterations},
                                {"residual", cost.residual}});
    if (told.node.isSet()) {
        json["falls"] = AnalysisJson::array();
        for (const FallenFirm& firm : told.fallen)
            json["falls"].push_back({{"node", told.keyOf(firm.node)},
                                     {"lost", firm.lost.value},
                                     {"by_suppliers_bp", firm.bySuppliers.value},
                                     {"by_customers_bp", firm.byCustomers.value}});
    }
    json["notes"] = notesJson(told.sentences);
    printAnalysis(json);
}

void printImportanceCsv(const ImportanceTold& told)
{
    if (told.node.isSet()) {
        fmt::print("node,lost,by_suppliers_bp,by_customers_bp\n");
        for (const FallenFirm& firm : told.fallen)
            fmt::print("{},{},{},{}\n", told.keyOf(firm.node), firm.lost.value, firm.bySuppliers.value,
                       firm.byCustomers.value);
        return;
    }
    fmt::print("node,impact,exposure,unresolved,share_bp,iterations,residual\n");
    for (const FailureCost& cost : told.costs)
        fmt::print("{},{},{},{},{},{},{}\n", told.keyOf(cost.node), cost.impact.value, cost.exposure.value,
                   cost.unresolved, cost.share.isAbsent() ? std::string() : std::to_string(cost.share.value),
                   cost.iterations, cost.residual);
}

std::string textOf(BasisPoints share)
{
    return (share.isAbsent() ? absentText() : shareText(share)).toStdString();
}

void printImportanceTable(const ImportanceTold& told)
{
    int iterations = 0;
    double residual = 0;
    TextTable costs({"if it fails", "impact", "of all sales", "exposed", "unresolved"}, 1);
    for (const FailureCost& cost : told.costs) {
        costs.add({std::string(told.keyOf(cost.node)), moneyText(cost.impact).toStdString(), textOf(cost.share),
                   moneyText(cost.exposure).toStdString(), countText(cost.unresolved).toStdString()});
        iterations = std::max(iterations, cost.iterations);
        residual = std::max(residual, cost.residual);
    }
    TextTable fallen({"falls", "loses", "by suppliers", "by customers"}, 1);
    for (const FallenFirm& firm : told.fallen)
        fallen.add({std::string(told.keyOf(firm.node)), moneyText(firm.lost).toStdString(), textOf(firm.bySuppliers),
                    textOf(firm.byCustomers)});
    if (costs.isEmpty())
        fmt::print("nobody trades under this lens\n");
    else
        costs.print();
    if (!fallen.isEmpty()) {
        fmt::print("\n");
        fallen.print();
    }
    fmt::print("\n{}: residual {:.1e} after at most {} iterations\n", formatPeriod(told.period), residual, iterations);
    printNotes(told.sentences);
}

Result<std::size_t> readMost(const std::string& text)
{
    if (text.empty())
        return std::numeric_limits<std::size_t>::max();
    const Result<int> most = readWholeNumber("--most", text, 1, std::numeric_limits<int>::max());
    if (!most)
        return tl::unexpected(most.error());
    return static_cast<std::size_t>(*most);
}

template <class Row>
void cutTo(std::vector<Row>& rows, std::size_t most)
{
    rows.resize(std::min(rows.size(), most));
}

int showImportance(ImportanceOptions& options)
{
    const Result<AnalysedChain> analysed = options.analysis.open();
    if (!analysed)
        return complain(analysed.error());
    const Result<std::size_t> most = readMost(options.most);
    if (!most)
        return complain(most.error());
    const Snapshot& snapshot = analysed->snapshot;
    NetworkScope scope{analysed->period, analysed->lens, {}};
    if (!options.node.empty()) {
        const Result<NodeId> node = readNode(snapshot.chain, "--node", options.node);
        if (!node)
            return complain(node.error());
        scope.lookedAt = *node;
    }
    const std::optional<MoneyNetwork> network = moneyNetworkOf(snapshot, scope, goesOn);
    if (!network)
        return complain("interrupted");
    Importance importance(snapshot, scope, *network);
    ImportanceTold told{snapshot.chain, analysed->period, scope.lookedAt, {}, {}, assumptionsOf(importance)};
    if (scope.lookedAt.isSet()) {
        told.costs = {importance.costOf(scope.lookedAt)};
        told.fallen = importance.fallenWith(scope.lookedAt);
    } else {
        std::optional<std::vector<FailureCost>> ranking = importance.ranking(goesOn);
        if (!ranking)
            return complain("interrupted");
        told.costs = std::move(*ranking);
    }
    cutTo(told.costs, *most);
    cutTo(told.fallen, *most);
    if (options.analysis.format() == "json")
        printAnalysisJson(told, options.analysis);
    else if (options.analysis.format() == "csv")
        printImportanceCsv(told);
    else
        printImportanceTable(told);
    return statusOfFigures(*analysed->session);
}

} // namespace

void addImportanceCommand(CLI::App& app, CommandState& state)
{
    const auto options = std::make_shared<ImportanceOptions>();
    CLI::App* command = app.add_subcommand("importance", "what it costs if a party fails, and who falls with it");
    options->analysis.addTo(*command);
    command->add_option("--node", options->node, "key or name of a node, with all that lies in it: who falls with it")
        ->check(notEmpty());
    command->add_option("--most", options->most, "at most so many rows")->check(notEmpty());
    command->callback([options, &state] { state.status = showImportance(*options); });
}

} // namespace ochain
