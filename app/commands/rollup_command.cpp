// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commands.h"
#include "commands/interruption.h"
#include "commands/open_chain.h"
#include "commands/rollup_output.h"
#include "commands/typed_values.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include <memory>

namespace ochain {

namespace {

struct RollupOptions {
    std::string file, group, by, layer, from, to;
    std::string period = "year";
    std::string format = "table";
    std::vector<std::string> measures;
    LensOptions lens;
};

Result<void> readMeasures(const RollupOptions& options, RollupQuery& query)
{
    if (options.by == "deal") {
        const auto names = [&](std::string_view name) {
            return options.measures.empty() ||
                   std::find(options.measures.begin(), options.measures.end(), name) != options.measures.end();
        };
        for (const std::string& name : options.measures)
            if (name != "money" && name != "capacity")
                return failure(ErrorKind::InvalidInput, "--measure {0}: deals have the measures money and capacity",
                               name);
        query.withMoney = names("money");
        query.withCapacity = names("capacity");
        return {};
    }
    for (const std::string& name : options.measures) {
        const std::optional<Measure> measure = measureNamed(name);
        if (!measure) {
            std::vector<std::string_view> known;
            for (std::size_t m = 0; m < kMeasureCount; ++m)
                known.push_back(measureName(static_cast<Measure>(m)));
            return failure(ErrorKind::InvalidInput, "--measure: there is no measure “{0}”; there are {1}", name,
                           fmt::format("{}", fmt::join(known, ", ")));
        }
        query.measures.push_back(*measure);
    }
    return {};
}

/// Whether a measure, of groups or of deals, is one of each layer.
bool hasLayers(const std::string& name)
{
    const std::optional<Measure> measure = measureNamed(name);
    return name == "capacity" || (measure && (isCapacity(*measure) || *measure == Measure::Binding));
}

Result<RollupQuery> queryFor(const Chain& chain, const RollupOptions& options)
{
    RollupQuery query;
    query.granularity = options.period == "quarter" ? PeriodKind::Quarter : PeriodKind::Year;
    query.withHidden = options.format == "table";
    if (const Result<void> read = readMeasures(options, query); !read)
        return tl::unexpected(read.error());
    const Result<PeriodBounds> bounds = readBounds(options.from, options.to, chain.calendar());
    if (!bounds)
        return tl::unexpected(bounds.error());
    if (query.granularity == PeriodKind::Year)
        if (const Result<void> fits = checkYearBounds(*bounds, options.from, options.to); !fits)
            return tl::unexpected(fits.error());
    query.from = bounds->from;
    query.to = bounds->to;
    if (!options.layer.empty()) {
        const Result<TierId> tier = readLayer(chain, options.layer);
        if (!tier)
            return tl::unexpected(tier.error());
        query.layer = chain.layerOf(*tier);
        for (const std::string& name : options.measures)
            if (!hasLayers(name))
                return failure(ErrorKind::InvalidInput,
                               "--layer: {0} is the same in every layer; leave --layer out, or ask for {1}", name,
                               options.by == "deal" ? "capacity" : "capacity_in, capacity_out or binding");
    }
    return query;
}

void giveRows(const Chain& chain, const Rollups& rollups, const RollupQuery& query, const std::string& by,
              const RowSink& sink)
{
    if (by == "tier")
        for (const TierId tier : chain.tierOrder())
            forEachRow(chain, rollups, query, Group::of(tier), sink);
    else if (by == "node")
        for (const std::uint32_t row : chain.inOrder(Table::Nodes))
            forEachRow(chain, rollups, query, Group::of(NodeId{row}), sink);
    else
        for (const std::uint32_t row : chain.inOrder(Table::Deals))
            forEachRow(chain, rollups, query, DealId{row}, sink);
}

int rollup(RollupOptions& options)
{
    const Result<std::unique_ptr<Session>> session = openChain(options.file, Store::Access::ReadOnly);
    if (!session)
        return complain(session.error());
    const Chain& chain = (*session)->chain();
    const Result<Lens> lens = options.lens.lensFor(**session);
    if (!lens)
        return complain(lens.error());
    const Result<RollupQuery> query = queryFor(chain, options);
    if (!query)
        return complain(query.error());
    std::optional<Group> group;
    if (options.by.empty()) {
        const Result<Group> named = readGroup(chain, options.group);
        if (!named)
            return complain(named.error());
        group = *named;
    }
    if (!(*session)->compute(*lens, goesOn))
        return complain("interrupted");
    const std::unique_ptr<RollupOutput> output = RollupOutput::create(options.format, options.lens, *query);
    const RowSink sink = [&](const RollupRow& row) { output->add(row); };
    if (group)
        forEachRow(chain, (*session)->rollups(), *query, *group, sink);
    else
        giveRows(chain, (*session)->rollups(), *query, options.by, sink);
    output->finish();
    if ((*session)->loadProblems().empty())
        return kDone;
    complain((*session)->loadProblems());
    complain("the figures are of what could be read");
    return kProblemsFound;
}

} // namespace

void addRollupCommand(CLI::App& app, CommandState& state)
{
    const auto options = std::make_shared<RollupOptions>();
    CLI::App* command = app.add_subcommand("rollup", "capacity and money of groups or deals over time");
    command->add_option("FILE", options->file, "a chain file")->required();
    CLI::Option_group* what = command->add_option_group("what");
    what->add_option("--group", options->group, "key or name of a node or a tier")->check(notEmpty());
    what->add_option("--by", options->by, "all groups of a kind")->check(CLI::IsMember({"tier", "node", "deal"}));
    what->require_option(1);
    command->add_option("--measure", options->measures, "only these, separated by commas")
        ->delimiter(',')
        ->allow_extra_args(false);
    command->add_option("--layer", options->layer, "only capacities of this layer tier")->check(notEmpty());
    command->add_option("--period", options->period, "by year or by quarter")
        ->check(CLI::IsMember({"year", "quarter"}));
    command->add_option("--from", options->from, "first period, such as 2026 or 2026Q3")->check(notEmpty());
    command->add_option("--to", options->to, "last period")->check(notEmpty());
    options->lens.addTo(*command);
    command->add_option("--format", options->format)->check(CLI::IsMember({"table", "csv", "json"}));
    command->callback([options, &state] { state.status = rollup(*options); });
}

} // namespace ochain
