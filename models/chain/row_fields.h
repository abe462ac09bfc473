// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/rows.h"

#include <type_traits>

/// Which member of a row holds which field: one place, read and written through the same visitor. A visitor is called
/// with the member; members that are half of a RowRef come as TableOf and RowOf.
namespace ochain {

template <class Ref>
struct TableOf {
    Ref& ref;
};
template <class Ref>
struct RowOf {
    Ref& ref;
};
template <class Ref>
TableOf(Ref&) -> TableOf<Ref>;
template <class Ref>
RowOf(Ref&) -> RowOf<Ref>;
/// A field number that is stored as such; its own type, for std::uint8_t is also that of a flag.
template <class Number>
struct FieldOf {
    Number& field;
};
template <class Number>
FieldOf(Number&) -> FieldOf<Number>;

/// Tells a row type's template argument apart from its constness.
template <class Row, class Plain>
concept RowLike = std::is_same_v<std::remove_const_t<Row>, Plain>;

template <RowLike<Tier> Row, class V>
void visitField(Row& row, Field field, V&& v)
{
    switch (field) {
    case tier_field::Key:
        return v(row.head.key);
    case tier_field::Parent:
        return v(row.parent);
    case tier_field::Ordinal:
        return v(row.ordinal);
    case tier_field::Layer:
        return v(row.isLayer);
    case tier_field::NameEn:
        return v(row.nameEn);
    default:
        return v(row.nameZh);
    }
}

template <RowLike<Node> Row, class V>
void visitField(Row& row, Field field, V&& v)
{
    switch (field) {
    case node_field::Key:
        return v(row.head.key);
    case node_field::Tier:
        return v(row.tier);
    case node_field::Kind:
        return v(row.kind);
    case node_field::Parent:
        return v(row.parent);
    case node_field::NameEn:
        return v(row.nameEn);
    case node_field::NameZh:
        return v(row.nameZh);
    case node_field::Country:
        return v(row.country);
    case node_field::Lat:
        return v(row.latitude);
    case node_field::Lon:
        return v(row.longitude);
    default:
        return v(row.note);
    }
}

template <RowLike<DealKind> Row, class V>
void visitField(Row& row, Field field, V&& v)
{
    switch (field) {
    case kind_field::Key:
        return v(row.head.key);
    case kind_field::Class:
        return v(row.dealClass);
    case kind_field::Profile:
        return v(row.profile);
    case kind_field::Money:
        return v(row.isAboutMoney);
    case kind_field::NameEn:
        return v(row.nameEn);
    default:
        return v(row.nameZh);
    }
}

template <RowLike<Status> Row, class V>
void visitField(Row& row, Field field, V&& v)
{
    switch (field) {
    case status_field::Key:
        return v(row.head.key);
    case status_field::WeightBp:
        return v(row.weight);
    case status_field::NameEn:
        return v(row.nameEn);
    default:
        return v(row.nameZh);
    }
}

template <RowLike<Deal> Row, class V>
void visitField(Row& row, Field field, V&& v)
{
    switch (field) {
    case deal_field::Key:
        return v(row.head.key);
    case deal_field::Supplier:
        return v(row.supplier);
    case deal_field::Customer:
        return v(row.customer);
    case deal_field::Kind:
        return v(row.kind);
    case deal_field::Status:
        return v(row.status);
    case deal_field::Announced:
        return v(row.announced);
    case deal_field::Starts:
        return v(row.starts);
    case deal_field::Ends:
        return v(row.ends);
    case deal_field::CapacityMw:
        return v(row.capacity);
    case deal_field::ValueUsd:
        return v(row.value);
    case deal_field::Formula:
        return v(row.formula);
    case deal_field::Profile:
        return v(row.profile);
    case deal_field::EquityPct:
        return v(row.equity);
    case deal_field::PartOf:
        return v(row.partOf);
    case deal_field::Basis:
        return v(row.basis);
    default:
        return v(row.note);
    }
}

template <RowLike<Tranche> Row, class V>
void visitField(Row& row, Field field, V&& v)
{
    switch (field) {
    case tranche_field::Key:
        return v(row.head.key);
    case tranche_field::Deal:
        return v(row.deal);
    case tranche_field::Starts:
        return v(row.starts);
    case tranche_field::Ends:
        return v(row.ends);
    case tranche_field::CapacityMw:
        return v(row.capacity);
    case tranche_field::ValueUsd:
        return v(row.value);
    case tranche_field::Basis:
        return v(row.basis);
    default:
        return v(row.note);
    }
}

template <RowLike<Metric> Row, class V>
void visitField(Row& row, Field field, V&& v)
{
    switch (field) {
    case metric_field::Key:
        return v(row.head.key);
    case metric_field::Series:
        return v(row.series);
    case metric_field::Node:
        return v(row.node);
    case metric_field::NameEn:
        return v(row.nameEn);
    case metric_field::NameZh:
        return v(row.nameZh);
    case metric_field::Unit:
        return v(row.unit);
    case metric_field::AsOf:
        return v(row.asOf);
    case metric_field::Known:
        return v(row.known);
    case metric_field::Value:
        return v(row.value);
    case metric_field::Low:
        return v(row.low);
    case metric_field::High:
        return v(row.high);
    case metric_field::Basis:
        return v(row.basis);
    default:
        return v(row.note);
    }
}

template <RowLike<Event> Row, class V>
void visitField(Row& row, Field field, V&& v)
{
    switch (field) {
    case event_field::Key:
        return v(row.head.key);
    case event_field::Date:
        return v(row.date);
    case event_field::Kind:
        return v(row.kind);
    case event_field::Nodes:
        return v(row.nodes);
    case event_field::TitleEn:
        return v(row.titleEn);
    case event_field::TitleZh:
        return v(row.titleZh);
    default:
        return v(row.note);
    }
}

template <RowLike<Source> Row, class V>
void visitField(Row& row, Field field, V&& v)
{
    switch (field) {
    case source_field::Key:
        return v(row.head.key);
    case source_field::Publisher:
        return v(row.publisher);
    case source_field::Title:
        return v(row.title);
    case source_field::Url:
        return v(row.url);
    default:
        return v(row.published);
    }
}

template <RowLike<Citation> Row, class V>
void visitField(Row& row, Field field, V&& v)
{
    switch (field) {
    case citation_field::Table:
        return v(TableOf{row.of});
    case citation_field::RowKey:
        return v(RowOf{row.of});
    case citation_field::Source:
        return v(row.source);
    default:
        return v(row.fields);
    }
}

template <RowLike<Claim> Row, class V>
void visitField(Row& row, Field field, V&& v)
{
    switch (field) {
    case claim_field::Table:
        return v(TableOf{row.of});
    case claim_field::RowKey:
        return v(RowOf{row.of});
    case claim_field::Field:
        return v(FieldOf{row.field});
    case claim_field::AsOf:
        return v(row.asOf);
    case claim_field::Value:
        return v(row.value);
    case claim_field::Source:
        return v(row.source);
    case claim_field::Adopted:
        return v(row.isAdopted);
    default:
        return v(row.note);
    }
}

template <RowLike<Scenario> Row, class V>
void visitField(Row& row, Field field, V&& v)
{
    switch (field) {
    case scenario_field::Key:
        return v(row.head.key);
    case scenario_field::NameEn:
        return v(row.nameEn);
    case scenario_field::NameZh:
        return v(row.nameZh);
    default:
        return v(row.note);
    }
}

template <RowLike<Override> Row, class V>
void visitField(Row& row, Field field, V&& v)
{
    switch (field) {
    case override_field::Scenario:
        return v(row.scenario);
    case override_field::Table:
        return v(TableOf{row.of});
    case override_field::RowKey:
        return v(RowOf{row.of});
    case override_field::Field:
        return v(FieldOf{row.field});
    default:
        return v(row.value);
    }
}

} // namespace ochain
