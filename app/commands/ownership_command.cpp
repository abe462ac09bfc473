// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/analysis_options.h"
#include "commands/commands.h"
#include "commands/interruption.h"
#include "commands/open_chain.h"
#include "commands/typed_values.h"

#include "formats/format.h"
#include "networks/ownership.h"
#include "networks/ownership_words.h"

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ochain {

namespace {

struct OwnershipOptions {
    std::string file, of, asOf;
    std::string format = "table";
};

std::string ownerKey(const Chain& chain, NodeId node)
{
    return std::string(chain.key({Table::Nodes, node.value}));
}

/// Whether a row is what ends with owners whom no deal names.
bool isOfOthers(const OwnershipRow& row)
{
    return row.isHeld && row.economic.value > 0;
}

AnalysisJson rowJson(const Chain& chain, const Ownership& ownership, const OwnershipRow& row)
{
    return {{"entity", ownerKey(chain, ownership.entity)},
            {"owner", ownerKey(chain, row.owner)},
            {"economic_bp", row.economic.value},
            {"direct_bp", row.direct.value},
            {"control", row.isControlling},
            {"reaching_bp", row.reaching.value},
            {"others", isOfOthers(row) || row.owner == ownership.entity}};
}

std::vector<Sentence> sentencesOf(const Chain& chain, const Ownership& ownership)
{
    return assumptionsOf(ownership, [&chain](NodeId node) { return ownerKey(chain, node); });
}

void printOwnershipJson(const Chain& chain, const std::string& asOf, const std::vector<Ownership>& all)
{
    AnalysisJson json{{"lens", {{"as_of", asOf.empty() ? AnalysisJson(nullptr) : AnalysisJson(asOf)}}}};
    json["rows"] = AnalysisJson::array();
    std::vector<Sentence> notes;
    double residual = 0;
    for (const Ownership& ownership : all) {
        for (const OwnershipRow& row : ownership.rows)
            json["rows"].push_back(rowJson(chain, ownership, row));
        for (Sentence& note : sentencesOf(chain, ownership))
            notes.push_back(std::move(note));
        residual = std::max(residual, ownership.residual);
    }
    json["notes"] = notesJson(notes);
    json["residual"] = residual;
    printAnalysis(json);
}

void printOwnershipCsv(const Chain& chain, const std::vector<Ownership>& all)
{
    fmt::print("entity,owner,economic_bp,direct_bp,control\n");
    for (const Ownership& ownership : all)
        for (const OwnershipRow& row : ownership.rows)
            fmt::print("{},{},{},{},{}\n", ownerKey(chain, ownership.entity), ownerKey(chain, row.owner),
                       row.economic.value, row.direct.value, row.isControlling ? 1 : 0);
}

std::string shareCell(BasisPoints share)
{
    return share.value == 0 ? absentText().toStdString() : shareText(share).toStdString();
}

void printOwnershipTable(const Chain& chain, const std::vector<Ownership>& all)
{
    const char* before = "";
    for (const Ownership& ownership : all) {
        fmt::print("{}", before);
        before = "\n";
        TextTable table(
            {fmt::format("owners of {}", ownerKey(chain, ownership.entity)), "in the end", "direct", "control"}, 1);
        for (const OwnershipRow& row : ownership.rows) {
            const std::string key = ownerKey(chain, row.owner);
            table.add({isOfOthers(row) || row.owner == ownership.entity ? "other owners of " + key : key,
                       shareCell(row.economic), shareCell(row.direct),
                       row.isControlling ? "controls it" : absentText().toStdString()});
        }
        table.print();
        printNotes(sentencesOf(chain, ownership));
    }
    if (all.empty())
        fmt::print("no stakes: no deal known by then says that anybody holds a part of anybody\n");
}

Result<std::vector<Ownership>> ownershipsOf(const Chain& chain, const OwnershipOptions& options, Day asOf)
{
    const Holdings holdings(chain, stakesOf(chain, asOf));
    std::vector<NodeId> entities = holdings.entities();
    if (!options.of.empty()) {
        const Result<NodeId> node = readNode(chain, "--of", options.of);
        if (!node)
            return tl::unexpected(node.error());
        entities.assign(1, *node);
    }
    std::vector<Ownership> all;
    for (const NodeId entity : entities) {
        std::optional<Ownership> ownership = holdings.of(entity, goesOn);
        if (!ownership)
            return failure(ErrorKind::Cancelled, "interrupted");
        all.push_back(std::move(*ownership));
    }
    return all;
}

int showOwnership(OwnershipOptions& options)
{
    Day asOf = kNoDay;
    if (!options.asOf.empty()) {
        const Result<Date> date = readWholeDay("--as-of", options.asOf);
        if (!date)
            return complain(date.error());
        asOf = firstDay(*date);
        options.asOf = formatDate(*date);
    }
    const Result<std::unique_ptr<Session>> session = openChain(options.file, Store::Access::ReadOnly);
    if (!session)
        return complain(session.error());
    const Chain& chain = (*session)->chain();
    const Result<std::vector<Ownership>> all = ownershipsOf(chain, options, asOf);
    if (!all)
        return complain(all.error());
    if (options.format == "json")
        printOwnershipJson(chain, options.asOf, *all);
    else if (options.format == "csv")
        printOwnershipCsv(chain, *all);
    else
        printOwnershipTable(chain, *all);
    return statusOfFigures(**session);
}

} // namespace

void addOwnershipCommand(CLI::App& app, CommandState& state)
{
    const auto options = std::make_shared<OwnershipOptions>();
    CLI::App* command = app.add_subcommand(
        "ownership", "who companies belong to in the end, through all holdings; and who controls them");
    command->add_option("FILE", options->file, "a chain file")->required();
    command->add_option("--of", options->of, "key or name of a node; without it all in which anybody holds a stake")
        ->check(notEmpty());
    command->add_option("--as-of", options->asOf, "what was known at the end of that day, such as 2025-09-30")
        ->check(notEmpty());
    command->add_option("--format", options->format)->check(CLI::IsMember({"table", "csv", "json"}));
    command->callback([options, &state] { state.status = showOwnership(*options); });
}

} // namespace ochain
