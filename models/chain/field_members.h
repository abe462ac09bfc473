// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/rows.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

/// What row_fields.h writes its tables with: the members that hold fields, and what follows of a field from the type of
/// its member.
namespace ochain {

/// Halves of a RowRef, as a visitor gets them.
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

// Where a row holds a field: of() is what a visitor gets, copy() takes it over from another row.

template <class Row, class Type>
struct MemberPlace {
    Type Row::*member;
    template <class R>
    [[nodiscard]] constexpr auto& of(R& row) const noexcept
    {
        return row.*member;
    }
    void copy(const Row& from, Row& to) const { to.*member = from.*member; }
};
struct KeyPlace {
    template <class R>
    [[nodiscard]] constexpr auto& of(R& row) const noexcept
    {
        return row.head.key;
    }
    template <class Row>
    void copy(const Row& from, Row& to) const
    {
        to.head.key = from.head.key;
    }
};
struct TableNamePlace {
    template <class R>
    [[nodiscard]] constexpr auto of(R& row) const noexcept
    {
        return TableOf{row.of};
    }
    template <class Row>
    void copy(const Row& from, Row& to) const
    {
        to.of.table = from.of.table;
    }
};
struct RowKeyPlace {
    template <class R>
    [[nodiscard]] constexpr auto of(R& row) const noexcept
    {
        return RowOf{row.of};
    }
    template <class Row>
    void copy(const Row& from, Row& to) const
    {
        to.of.row = from.of.row;
    }
};
struct FieldNamePlace {
    template <class R>
    [[nodiscard]] constexpr auto of(R& row) const noexcept
    {
        return FieldOf{row.field};
    }
    template <class Row>
    void copy(const Row& from, Row& to) const
    {
        to.field = from.field;
    }
};

/// A field of a row type.
template <class Place>
struct RowField {
    Field number; ///< its place in the table, held to it by row_fields.h
    FieldSpec spec;
    Place place;

    [[nodiscard]] constexpr RowField required() const
    {
        RowField field = *this;
        field.spec.required = true;
        return field;
    }
    [[nodiscard]] constexpr RowField oneOf(std::span<const std::string_view> choices) const
    {
        RowField field = *this;
        field.spec.choices = choices;
        return field;
    }
};

/// What the type of a member says of its field. A number, a flag or a choice that has no value for "nothing" must be
/// given. Not defined for types that no field has.
template <class Type>
extern const FieldSpec kSpecOf;
template <>
inline constexpr FieldSpec kSpecOf<Text>{{}, FieldType::Text};
template <>
inline constexpr FieldSpec kSpecOf<SeriesId>{{}, FieldType::Name};
template <>
inline constexpr FieldSpec kSpecOf<Date>{{}, FieldType::Date};
template <>
inline constexpr FieldSpec kSpecOf<Cents>{{}, FieldType::Usd};
template <>
inline constexpr FieldSpec kSpecOf<Kilowatts>{{}, FieldType::Megawatts};
template <>
inline constexpr FieldSpec kSpecOf<BasisPoints>{{}, FieldType::Percent};
template <>
inline constexpr FieldSpec kSpecOf<double>{{}, FieldType::Decimal};
template <>
inline constexpr FieldSpec kSpecOf<std::int32_t>{{}, FieldType::Integer, true};
template <>
inline constexpr FieldSpec kSpecOf<bool>{{}, FieldType::Flag, true};
template <>
inline constexpr FieldSpec kSpecOf<DealClass>{{}, FieldType::Choice, true, Table::Tiers, kClassNames};
template <>
inline constexpr FieldSpec kSpecOf<Profile>{{}, FieldType::Choice, false, Table::Tiers, kUnsetProfileNames};
template <>
inline constexpr FieldSpec kSpecOf<Basis>{{}, FieldType::Choice, true, Table::Tiers, kBasisNames};
template <>
inline constexpr FieldSpec kSpecOf<Commitment>{{}, FieldType::Choice, false, Table::Tiers, kCommitmentNames};
template <>
inline constexpr FieldSpec kSpecOf<SaidBy>{{}, FieldType::Choice, false, Table::Tiers, kSaidByNames};
template <>
inline constexpr FieldSpec kSpecOf<SourceKind>{{}, FieldType::Choice, false, Table::Tiers, kSourceKindNames};
template <>
inline constexpr FieldSpec kSpecOf<BoundaryId>{{}, FieldType::Reference, false, Table::Boundaries};
template <>
inline constexpr FieldSpec kSpecOf<TierId>{{}, FieldType::Reference, false, Table::Tiers};
template <>
inline constexpr FieldSpec kSpecOf<NodeId>{{}, FieldType::Reference, false, Table::Nodes};
template <>
inline constexpr FieldSpec kSpecOf<KindId>{{}, FieldType::Reference, false, Table::DealKinds};
template <>
inline constexpr FieldSpec kSpecOf<StatusId>{{}, FieldType::Reference, false, Table::Statuses};
template <>
inline constexpr FieldSpec kSpecOf<DealId>{{}, FieldType::Reference, false, Table::Deals};
template <>
inline constexpr FieldSpec kSpecOf<SourceId>{{}, FieldType::Reference, false, Table::Sources};
template <>
inline constexpr FieldSpec kSpecOf<ScenarioId>{{}, FieldType::Reference, false, Table::Scenarios};
template <>
inline constexpr FieldSpec kSpecOf<std::vector<NodeId>>{{}, FieldType::References, false, Table::Nodes};

template <class Row, class Type>
constexpr RowField<MemberPlace<Row, Type>> fieldAt(Field number, std::string_view name, Type Row::*member)
{
    FieldSpec spec = kSpecOf<Type>;
    spec.name = name;
    return {number, spec, {member}};
}
/// A field that is more than its member says: a name, a formula, a weight.
template <class Row, class Type>
constexpr RowField<MemberPlace<Row, Type>> fieldAt(Field number, std::string_view name, Type Row::*member,
                                                   FieldType type)
{
    return {number, {name, type}, {member}};
}
constexpr RowField<KeyPlace> keyAt(Field number)
{
    return {number, {"key", FieldType::Key, true}, {}};
}
constexpr RowField<TableNamePlace> tableNameAt(Field number)
{
    return {number, {"table", FieldType::TableName, true}, {}};
}
constexpr RowField<RowKeyPlace> rowKeyAt(Field number)
{
    return {number, {"row_key", FieldType::RowKey, true}, {}};
}
constexpr RowField<FieldNamePlace> fieldNameAt(Field number)
{
    return {number, {"field", FieldType::FieldName, true}, {}};
}

} // namespace ochain
