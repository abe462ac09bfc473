// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/table.h"

#include "chain/row_fields.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace ochain {

namespace {

/// The fields of a row type without their members.
template <class Row>
constexpr auto kSpecs = std::apply([](const auto&... fields) { return std::array{fields.spec...}; }, kRowFields<Row>);

constexpr std::array<TableSpec, kTableCount> kTables{{
    {Table::Tiers, "tiers", kSpecs<Tier>},
    {Table::Nodes, "nodes", kSpecs<Node>},
    {Table::DealKinds, "deal_kinds", kSpecs<DealKind>},
    {Table::Statuses, "statuses", kSpecs<Status>},
    {Table::Boundaries, "boundaries", kSpecs<Boundary>},
    {Table::Deals, "deals", kSpecs<Deal>},
    {Table::Tranches, "tranches", kSpecs<Tranche>},
    {Table::Metrics, "metrics", kSpecs<Metric>},
    {Table::Events, "events", kSpecs<Event>},
    {Table::Sources, "sources", kSpecs<Source>},
    {Table::Citations, "citations", kSpecs<Citation>, false},
    {Table::Claims, "claims", kSpecs<Claim>, false},
    {Table::Scenarios, "scenarios", kSpecs<Scenario>},
    {Table::Overrides, "overrides", kSpecs<Override>, false},
    {Table::Settings, "settings", kSpecs<Setting>},
    {Table::Views, "views", kSpecs<SavedView>},
    {Table::Dismissals, "dismissals", kSpecs<Dismissal>, false},
}};

} // namespace

const TableSpec& tableSpec(Table table) noexcept
{
    return kTables[static_cast<std::size_t>(table)];
}

std::span<const TableSpec> allTables() noexcept
{
    return kTables;
}

std::optional<Table> tableNamed(std::string_view name) noexcept
{
    const auto found =
        std::find_if(kTables.begin(), kTables.end(), [&](const TableSpec& spec) { return spec.name == name; });
    return found == kTables.end() ? std::nullopt : std::optional(found->table);
}

std::optional<Field> fieldNamed(Table table, std::string_view name) noexcept
{
    const std::span<const FieldSpec> fields = tableSpec(table).fields;
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const FieldSpec& spec) { return spec.name == name; });
    return found == fields.end() ? std::nullopt : std::optional(static_cast<Field>(found - fields.begin()));
}

} // namespace ochain
