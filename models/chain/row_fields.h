// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/field_members.h"

#include <cassert>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

/// The fields of every row type, once: name, type, what it refers to, the member that holds it, in the order of the CSV
/// columns. Specs, reading, writing and copying follow from these tables.
namespace ochain {

template <class Row>
inline constexpr std::tuple<> kRowFields; ///< of a Row
template <>
inline constexpr auto kRowFields<Tier> = std::tuple{keyAt(tier_field::Key),
                                                    fieldAt(tier_field::Parent, "parent", &Tier::parent),
                                                    fieldAt(tier_field::Ordinal, "ordinal", &Tier::ordinal),
                                                    fieldAt(tier_field::Layer, "layer", &Tier::isLayer),
                                                    fieldAt(tier_field::NameEn, "name_en", &Tier::nameEn),
                                                    fieldAt(tier_field::NameZh, "name_zh", &Tier::nameZh)};
template <>
inline constexpr auto kRowFields<Node> = std::tuple{keyAt(node_field::Key),
                                                    fieldAt(node_field::Tier, "tier", &Node::tier).required(),
                                                    fieldAt(node_field::Kind, "kind", &Node::kind, FieldType::Name),
                                                    fieldAt(node_field::Parent, "parent", &Node::parent),
                                                    fieldAt(node_field::NameEn, "name_en", &Node::nameEn),
                                                    fieldAt(node_field::NameZh, "name_zh", &Node::nameZh),
                                                    fieldAt(node_field::Country, "country", &Node::country),
                                                    fieldAt(node_field::Lat, "lat", &Node::latitude),
                                                    fieldAt(node_field::Lon, "lon", &Node::longitude),
                                                    fieldAt(node_field::NoteEn, "note_en", &Node::note)};
template <>
inline constexpr auto kRowFields<DealKind> =
    std::tuple{keyAt(kind_field::Key),
               fieldAt(kind_field::Class, "class", &DealKind::dealClass),
               fieldAt(kind_field::Profile, "profile", &DealKind::profile).required().oneOf(kProfileNames),
               fieldAt(kind_field::Money, "money", &DealKind::isAboutMoney),
               fieldAt(kind_field::NameEn, "name_en", &DealKind::nameEn),
               fieldAt(kind_field::NameZh, "name_zh", &DealKind::nameZh)};
template <>
inline constexpr auto kRowFields<Status> =
    std::tuple{keyAt(status_field::Key),
               fieldAt(status_field::WeightBp, "weight_bp", &Status::weight, FieldType::Weight).required(),
               fieldAt(status_field::NameEn, "name_en", &Status::nameEn),
               fieldAt(status_field::NameZh, "name_zh", &Status::nameZh)};
template <>
inline constexpr auto kRowFields<Boundary> =
    std::tuple{keyAt(boundary_field::Key),
               fieldAt(boundary_field::ToItBp, "to_it_bp", &Boundary::toIt, FieldType::Weight).required(),
               fieldAt(boundary_field::NameEn, "name_en", &Boundary::nameEn),
               fieldAt(boundary_field::NameZh, "name_zh", &Boundary::nameZh),
               fieldAt(boundary_field::NoteEn, "note_en", &Boundary::note)};
template <>
inline constexpr auto kRowFields<Deal> =
    std::tuple{keyAt(deal_field::Key),
               fieldAt(deal_field::Supplier, "supplier", &Deal::supplier).required(),
               fieldAt(deal_field::Customer, "customer", &Deal::customer).required(),
               fieldAt(deal_field::Kind, "kind", &Deal::kind).required(),
               fieldAt(deal_field::Status, "status", &Deal::status).required(),
               fieldAt(deal_field::Announced, "announced", &Deal::announced),
               fieldAt(deal_field::Starts, "starts", &Deal::starts),
               fieldAt(deal_field::Ends, "ends", &Deal::ends),
               fieldAt(deal_field::CapacityMw, "capacity_mw", &Deal::capacity),
               fieldAt(deal_field::ValueUsd, "value_usd", &Deal::value),
               fieldAt(deal_field::Formula, "formula", &Deal::formula, FieldType::Formula),
               fieldAt(deal_field::Profile, "profile", &Deal::profile),
               fieldAt(deal_field::EquityPct, "equity_pct", &Deal::equity),
               fieldAt(deal_field::PartOf, "part_of", &Deal::partOf),
               fieldAt(deal_field::Commitment, "commitment", &Deal::commitment),
               fieldAt(deal_field::Boundary, "boundary", &Deal::boundary),
               fieldAt(deal_field::Basis, "basis", &Deal::basis),
               fieldAt(deal_field::NoteEn, "note_en", &Deal::note)};
template <>
inline constexpr auto kRowFields<Tranche> =
    std::tuple{keyAt(tranche_field::Key),
               fieldAt(tranche_field::Deal, "deal", &Tranche::deal).required(),
               fieldAt(tranche_field::Starts, "starts", &Tranche::starts),
               fieldAt(tranche_field::Ends, "ends", &Tranche::ends),
               fieldAt(tranche_field::CapacityMw, "capacity_mw", &Tranche::capacity),
               fieldAt(tranche_field::ValueUsd, "value_usd", &Tranche::value),
               fieldAt(tranche_field::Commitment, "commitment", &Tranche::commitment),
               fieldAt(tranche_field::Boundary, "boundary", &Tranche::boundary),
               fieldAt(tranche_field::Basis, "basis", &Tranche::basis),
               fieldAt(tranche_field::NoteEn, "note_en", &Tranche::note)};
template <>
inline constexpr auto kRowFields<Metric> =
    std::tuple{keyAt(metric_field::Key),
               fieldAt(metric_field::Series, "series", &Metric::series).required(),
               fieldAt(metric_field::Node, "node", &Metric::node).required(),
               fieldAt(metric_field::NameEn, "name_en", &Metric::nameEn),
               fieldAt(metric_field::NameZh, "name_zh", &Metric::nameZh),
               fieldAt(metric_field::Unit, "unit", &Metric::unit),
               fieldAt(metric_field::AsOf, "as_of", &Metric::asOf),
               fieldAt(metric_field::Known, "known", &Metric::known),
               fieldAt(metric_field::Value, "value", &Metric::value),
               fieldAt(metric_field::Low, "low", &Metric::low),
               fieldAt(metric_field::High, "high", &Metric::high),
               fieldAt(metric_field::Basis, "basis", &Metric::basis),
               fieldAt(metric_field::NoteEn, "note_en", &Metric::note)};
template <>
inline constexpr auto kRowFields<Event> = std::tuple{keyAt(event_field::Key),
                                                     fieldAt(event_field::Date, "date", &Event::date),
                                                     fieldAt(event_field::Kind, "kind", &Event::kind, FieldType::Name),
                                                     fieldAt(event_field::Nodes, "nodes", &Event::nodes),
                                                     fieldAt(event_field::TitleEn, "title_en", &Event::titleEn),
                                                     fieldAt(event_field::TitleZh, "title_zh", &Event::titleZh),
                                                     fieldAt(event_field::NoteEn, "note_en", &Event::note)};
template <>
inline constexpr auto kRowFields<Source> = std::tuple{keyAt(source_field::Key),
                                                      fieldAt(source_field::Publisher, "publisher", &Source::publisher),
                                                      fieldAt(source_field::Title, "title", &Source::title),
                                                      fieldAt(source_field::Url, "url", &Source::url),
                                                      fieldAt(source_field::Published, "published", &Source::published),
                                                      fieldAt(source_field::Kind, "kind", &Source::kind)};
template <>
inline constexpr auto kRowFields<Citation> =
    std::tuple{tableNameAt(citation_field::Table),
               rowKeyAt(citation_field::RowKey),
               fieldAt(citation_field::Source, "source", &Citation::source).required(),
               fieldAt(citation_field::Fields, "fields", &Citation::fields, FieldType::FieldNames),
               fieldAt(citation_field::Locator, "locator", &Citation::locator),
               fieldAt(citation_field::SaidBy, "said_by", &Citation::saidBy)};
template <>
inline constexpr auto kRowFields<Claim> = std::tuple{tableNameAt(claim_field::Table),
                                                     rowKeyAt(claim_field::RowKey),
                                                     fieldNameAt(claim_field::Field),
                                                     fieldAt(claim_field::AsOf, "as_of", &Claim::asOf),
                                                     fieldAt(claim_field::Value, "value", &Claim::value),
                                                     fieldAt(claim_field::Source, "source", &Claim::source),
                                                     fieldAt(claim_field::Adopted, "adopted", &Claim::isAdopted),
                                                     fieldAt(claim_field::NoteEn, "note_en", &Claim::note)};
template <>
inline constexpr auto kRowFields<Scenario> =
    std::tuple{keyAt(scenario_field::Key), fieldAt(scenario_field::NameEn, "name_en", &Scenario::nameEn),
               fieldAt(scenario_field::NameZh, "name_zh", &Scenario::nameZh),
               fieldAt(scenario_field::NoteEn, "note_en", &Scenario::note)};
template <>
inline constexpr auto kRowFields<Override> =
    std::tuple{fieldAt(override_field::Scenario, "scenario", &Override::scenario).required(),
               tableNameAt(override_field::Table), rowKeyAt(override_field::RowKey), fieldNameAt(override_field::Field),
               fieldAt(override_field::Value, "value", &Override::value)};
template <>
inline constexpr auto kRowFields<Setting> =
    std::tuple{keyAt(setting_field::Key), fieldAt(setting_field::Value, "value", &Setting::value),
               fieldAt(setting_field::NoteEn, "note_en", &Setting::note)};
template <>
inline constexpr auto kRowFields<SavedView> =
    std::tuple{keyAt(view_field::Key), fieldAt(view_field::NameEn, "name_en", &SavedView::nameEn),
               fieldAt(view_field::NameZh, "name_zh", &SavedView::nameZh),
               fieldAt(view_field::Ordinal, "ordinal", &SavedView::ordinal),
               fieldAt(view_field::State, "state", &SavedView::state)};
template <>
inline constexpr auto kRowFields<Dismissal> =
    std::tuple{fieldAt(dismissal_field::Rule, "rule", &Dismissal::rule, FieldType::Name).required(),
               tableNameAt(dismissal_field::Table), rowKeyAt(dismissal_field::RowKey),
               fieldAt(dismissal_field::NoteEn, "note_en", &Dismissal::note)};

/// Whether the numbers of fields are their places.
template <class Row>
inline constexpr bool kAreInOrder = std::apply(
    [](const auto&... fields) {
        Field next = 0;
        return ((fields.number == next++) && ...);
    },
    kRowFields<Row>);

/// Calls f(RowField) for the field of a row type. A number that no field has is an error of ours: nothing is called.
template <class Row, class F>
void withField(Field field, F&& f)
{
    static_assert(kAreInOrder<Row>);
    const bool isKnown = std::apply(
        [&](const auto&... each) { return ((each.number == field && (f(each), true)) || ...); }, kRowFields<Row>);
    assert(isKnown && "no such field");
    static_cast<void>(isKnown);
}

/// Calls v with the member that holds a field; members that are half of a RowRef come as TableOf and RowOf, a field's
/// number as FieldOf.
template <class Row, class V>
void visitField(Row& row, Field field, V&& v)
{
    withField<std::remove_const_t<Row>>(field, [&](const auto& each) { v(each.place.of(row)); });
}

/// Takes a field over from another row.
template <class Row>
void copyField(const Row& from, Row& to, Field field)
{
    withField<Row>(field, [&](const auto& each) { each.place.copy(from, to); });
}

} // namespace ochain
