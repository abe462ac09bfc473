// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/table.h"

#include <algorithm>

namespace ochain {

namespace {

using T = FieldType;

constexpr std::array<std::string_view, 4> kUnsetProfileNames{"deploy", "term", "none", ""};

constexpr FieldSpec kKey{"key", T::Key, true};
constexpr FieldSpec text(std::string_view name)
{
    return {name, T::Text};
}
constexpr FieldSpec reference(std::string_view name, Table target, bool required)
{
    return {name, T::Reference, required, target};
}
constexpr FieldSpec kBasis{"basis", T::Choice, true, Table::Tiers, kBasisNames};

constexpr std::array kTierFields{kKey,
                                 reference("parent", Table::Tiers, false),
                                 FieldSpec{"ordinal", T::Integer, true},
                                 FieldSpec{"layer", T::Flag, true},
                                 text("name_en"),
                                 text("name_zh")};
constexpr std::array kNodeFields{kKey,
                                 reference("tier", Table::Tiers, true),
                                 FieldSpec{"kind", T::Name},
                                 reference("parent", Table::Nodes, false),
                                 text("name_en"),
                                 text("name_zh"),
                                 text("country"),
                                 FieldSpec{"lat", T::Decimal},
                                 FieldSpec{"lon", T::Decimal},
                                 text("note_en")};
constexpr std::array kKindFields{kKey,
                                 FieldSpec{"class", T::Choice, true, Table::Tiers, kClassNames},
                                 FieldSpec{"profile", T::Choice, true, Table::Tiers, kProfileNames},
                                 FieldSpec{"money", T::Flag, true},
                                 text("name_en"),
                                 text("name_zh")};
constexpr std::array kStatusFields{kKey, FieldSpec{"weight_bp", T::Weight, true}, text("name_en"), text("name_zh")};
constexpr std::array kDealFields{kKey,
                                 reference("supplier", Table::Nodes, true),
                                 reference("customer", Table::Nodes, true),
                                 reference("kind", Table::DealKinds, true),
                                 reference("status", Table::Statuses, true),
                                 FieldSpec{"announced", T::Date},
                                 FieldSpec{"starts", T::Date},
                                 FieldSpec{"ends", T::Date},
                                 FieldSpec{"capacity_mw", T::Megawatts},
                                 FieldSpec{"value_usd", T::Usd},
                                 FieldSpec{"formula", T::Formula},
                                 FieldSpec{"profile", T::Choice, false, Table::Tiers, kUnsetProfileNames},
                                 FieldSpec{"equity_pct", T::Percent},
                                 reference("part_of", Table::Deals, false),
                                 kBasis,
                                 text("note_en")};
constexpr std::array kTrancheFields{kKey,
                                    reference("deal", Table::Deals, true),
                                    FieldSpec{"starts", T::Date},
                                    FieldSpec{"ends", T::Date},
                                    FieldSpec{"capacity_mw", T::Megawatts},
                                    FieldSpec{"value_usd", T::Usd},
                                    kBasis,
                                    text("note_en")};
constexpr std::array kMetricFields{kKey,
                                   FieldSpec{"series", T::Name, true},
                                   reference("node", Table::Nodes, true),
                                   text("name_en"),
                                   text("name_zh"),
                                   text("unit"),
                                   FieldSpec{"as_of", T::Date},
                                   FieldSpec{"known", T::Date},
                                   FieldSpec{"value", T::Decimal},
                                   FieldSpec{"low", T::Decimal},
                                   FieldSpec{"high", T::Decimal},
                                   kBasis,
                                   text("note_en")};
constexpr std::array kEventFields{kKey,
                                  FieldSpec{"date", T::Date},
                                  FieldSpec{"kind", T::Name},
                                  FieldSpec{"nodes", T::References, false, Table::Nodes},
                                  text("title_en"),
                                  text("title_zh"),
                                  text("note_en")};
constexpr std::array kSourceFields{kKey, text("publisher"), text("title"), text("url"),
                                   FieldSpec{"published", T::Date}};
constexpr FieldSpec kTableName{"table", T::TableName, true};
constexpr FieldSpec kRowKey{"row_key", T::RowKey, true};
constexpr FieldSpec kFieldName{"field", T::FieldName, true};
constexpr std::array kCitationFields{kTableName, kRowKey, reference("source", Table::Sources, true),
                                     FieldSpec{"fields", T::FieldNames}};
constexpr std::array kClaimFields{kTableName,
                                  kRowKey,
                                  kFieldName,
                                  FieldSpec{"as_of", T::Date},
                                  text("value"),
                                  reference("source", Table::Sources, false),
                                  FieldSpec{"adopted", T::Flag, true},
                                  text("note_en")};
constexpr std::array kScenarioFields{kKey, text("name_en"), text("name_zh"), text("note_en")};
constexpr std::array kOverrideFields{reference("scenario", Table::Scenarios, true), kTableName, kRowKey, kFieldName,
                                     text("value")};

constexpr std::array<TableSpec, kTableCount> kTables{{
    {Table::Tiers, "tiers", kTierFields},
    {Table::Nodes, "nodes", kNodeFields},
    {Table::DealKinds, "deal_kinds", kKindFields},
    {Table::Statuses, "statuses", kStatusFields},
    {Table::Deals, "deals", kDealFields},
    {Table::Tranches, "tranches", kTrancheFields},
    {Table::Metrics, "metrics", kMetricFields},
    {Table::Events, "events", kEventFields},
    {Table::Sources, "sources", kSourceFields},
    {Table::Citations, "citations", kCitationFields, false},
    {Table::Claims, "claims", kClaimFields, false},
    {Table::Scenarios, "scenarios", kScenarioFields},
    {Table::Overrides, "overrides", kOverrideFields, false},
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
