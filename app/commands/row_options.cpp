// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/row_options.h"

#include "commands/lens_options.h"
#include "commands/typed_values.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace ochain {

namespace {

/// Whether a measure, of groups or of deals, is one of each layer.
bool hasLayers(const std::string& name)
{
    const std::optional<Measure> measure = measureNamed(name);
    return name == "capacity" || (measure && isCapacity(*measure));
}

} // namespace

std::string allMeasureNames()
{
    std::vector<std::string_view> known;
    for (std::size_t m = 0; m < kMeasureCount; ++m)
        known.push_back(measureName(static_cast<Measure>(m)));
    return fmt::format("{}", fmt::join(known, ", "));
}

void RowOptions::addTo(CLI::App& command)
{
    CLI::Option_group* what = command.add_option_group("what");
    what->add_option("--group", m_group, "key or name of a node or a tier")->check(notEmpty());
    what->add_option("--by", m_by, "all groups of a kind")->check(CLI::IsMember({"tier", "node", "deal"}));
    what->require_option(1);
    command.add_option("--measure", m_measures, "only these, separated by commas")
        ->delimiter(',')
        ->allow_extra_args(false);
    command.add_option("--layer", m_layer, "only capacities of this layer tier")->check(notEmpty());
    command.add_option("--period", m_period, "by year or by quarter")->check(CLI::IsMember({"year", "quarter"}));
    command.add_option("--from", m_from, "first period, such as 2026 or 2026Q3")->check(notEmpty());
    command.add_option("--to", m_to, "last period")->check(notEmpty());
    command.add_option("--format", m_format)->check(CLI::IsMember({"table", "csv", "json"}));
}

Result<void> RowOptions::readMeasures(RollupQuery& query) const
{
    if (m_by == "deal") {
        const auto names = [&](std::string_view name) {
            return m_measures.empty() || std::find(m_measures.begin(), m_measures.end(), name) != m_measures.end();
        };
        for (const std::string& name : m_measures)
            if (name != "money" && name != "capacity")
                return failure(ErrorKind::InvalidInput, "--measure {0}: deals have the measures money and capacity",
                               name);
        query.withMoney = names("money");
        query.withCapacity = names("capacity");
        return {};
    }
    for (const std::string& name : m_measures) {
        const std::optional<Measure> measure = measureNamed(name);
        if (!measure)
            return failure(ErrorKind::InvalidInput, "--measure: there is no measure “{0}”; there are {1}", name,
                           allMeasureNames());
        query.measures.push_back(*measure);
    }
    return {};
}

Result<void> RowOptions::readPeriods(const Calendar& calendar, RollupQuery& query) const
{
    query.granularity = m_period == "quarter" ? PeriodKind::Quarter : PeriodKind::Year;
    const Result<PeriodBounds> bounds = readBounds(m_from, m_to, calendar);
    if (!bounds)
        return tl::unexpected(bounds.error());
    if (query.granularity == PeriodKind::Year)
        if (Result<void> fits = checkYearBounds(*bounds, m_from, m_to); !fits)
            return fits;
    query.from = bounds->from;
    query.to = bounds->to;
    return {};
}

Result<void> RowOptions::readLayerAsked(const Chain& chain, RollupQuery& query) const
{
    if (m_layer.empty())
        return {};
    const Result<TierId> tier = readLayer(chain, m_layer);
    if (!tier)
        return tl::unexpected(tier.error());
    query.layer = chain.layerOf(*tier);
    for (const std::string& name : m_measures)
        if (!hasLayers(name))
            return failure(ErrorKind::InvalidInput,
                           "--layer: {0} is the same in every layer; leave --layer out, or ask for {1}", name,
                           m_by == "deal" ? "capacity" : "capacity_in, capacity_out or binding");
    return {};
}

Result<RollupQuery> RowOptions::queryFor(const Chain& chain, const Calendar& calendar) const
{
    RollupQuery query;
    query.withHidden = m_format == "table";
    Result<void> read = readMeasures(query);
    if (read)
        read = readPeriods(calendar, query);
    if (read)
        read = readLayerAsked(chain, query);
    if (!read)
        return tl::unexpected(std::move(read.error()));
    return query;
}

Table RowOptions::table() const noexcept
{
    return m_by == "tier" ? Table::Tiers : m_by == "deal" ? Table::Deals : Table::Nodes;
}

Result<std::vector<RowRef>> RowOptions::rowsOf(const Chain& chain) const
{
    if (isAll())
        return rollupRowsOf(chain, table());
    const Result<Group> group = readGroup(chain, m_group);
    if (!group)
        return tl::unexpected(group.error());
    return std::vector<RowRef>{{group->kind == Group::Kind::Tier ? Table::Tiers : Table::Nodes, group->row}};
}

} // namespace ochain
