// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace ochain {

/// The tables of a chain, in the order in which they can be filled: a row refers to rows of its own or an earlier
/// table.
enum class Table : std::uint8_t {
    Tiers,
    Nodes,
    DealKinds,
    Statuses,
    Boundaries,
    Deals,
    Tranches,
    Metrics,
    Events,
    Sources,
    Citations,
    Claims,
    Scenarios,
    Overrides,
    Settings,
    Views,
    Dismissals,
};
inline constexpr std::size_t kTableCount = 17;

/// Whether rows of a table have citations, claims, overrides and dismissals.
[[nodiscard]] constexpr bool isCited(Table table) noexcept
{
    return table <= Table::Sources && table != Table::Boundaries;
}

/// How a field's text is read, checked and written. The text form is that of the CSV files.
enum class FieldType : std::uint8_t {
    Key,        ///< [a-z0-9][a-z0-9_-]*, unique in its table
    Text,       ///< UTF-8 without control characters; see text_form.h
    Name,       ///< an identifier such as a node kind or a series: letters, digits, _ and -
    Reference,  ///< the key of a row of `target`
    References, ///< keys of rows of `target`, separated by ;
    TableName,  ///< the name of a table whose rows can be cited
    RowKey,     ///< the key of a row of the table that the row's table field names
    FieldName,  ///< a field of that table
    FieldNames, ///< fields of that table, separated by ;
    Date,       ///< a year, month or day
    Usd,        ///< dollars, stored as cents
    Megawatts,  ///< MW, stored as kW
    Percent,    ///< 0 to 100, stored as basis points
    Weight,     ///< 0 to 10000 basis points
    Integer,
    Flag,    ///< 0 or 1
    Decimal, ///< any number of at most 15 significant digits
    Choice,  ///< one of `choices`
    Formula, ///< dollars per year: numbers, metric series, + - * / ^ and parentheses
};

/// A field as texts know it. Which member of a row holds it says row_fields.h, from which this follows.
struct FieldSpec {
    std::string_view name;
    FieldType type = FieldType::Text;
    bool required = false;
    Table target = Table::Tiers; ///< of Reference and References
    std::span<const std::string_view> choices{};
};

using Field = std::uint8_t; ///< index into TableSpec::fields

/// One table: its name as in the dataset and its fields in the order of the CSV columns.
struct TableSpec {
    Table table = Table::Tiers;
    std::string_view name;
    std::span<const FieldSpec> fields;
    bool isKeyed = true; ///< else rows are known by a joined key, see Chain::key()

    [[nodiscard]] constexpr Field fieldCount() const noexcept { return static_cast<Field>(fields.size()); }
};

// Field indices where code names a field; row_fields.h ties them to what they are.
namespace tier_field {
enum : Field { Key, Parent, Ordinal, Layer, NameEn, NameZh };
}
namespace node_field {
enum : Field { Key, Tier, Kind, Parent, NameEn, NameZh, Country, Lat, Lon, NoteEn };
}
namespace kind_field {
enum : Field { Key, Class, Profile, Money, NameEn, NameZh };
}
namespace status_field {
enum : Field { Key, WeightBp, NameEn, NameZh };
}
namespace boundary_field {
enum : Field { Key, ToItBp, NameEn, NameZh, NoteEn };
}
namespace deal_field {
enum : Field {
    Key,
    Supplier,
    Customer,
    Kind,
    Status,
    Announced,
    Starts,
    Ends,
    CapacityMw,
    ValueUsd,
    Formula,
    Profile,
    EquityPct,
    PartOf,
    Commitment,
    Boundary,
    Basis,
    NoteEn
};
}
namespace tranche_field {
enum : Field { Key, Deal, Starts, Ends, CapacityMw, ValueUsd, Commitment, Boundary, Basis, NoteEn };
}
namespace metric_field {
enum : Field { Key, Series, Node, NameEn, NameZh, Unit, AsOf, Known, Value, Low, High, Basis, NoteEn };
}
namespace event_field {
enum : Field { Key, Date, Kind, Nodes, TitleEn, TitleZh, NoteEn };
}
namespace source_field {
enum : Field { Key, Publisher, Title, Url, Published, Kind };
}
namespace citation_field {
enum : Field { Table, RowKey, Source, Fields, Locator, SaidBy };
}
namespace claim_field {
enum : Field { Table, RowKey, Field, AsOf, Value, Source, Adopted, NoteEn };
}
namespace scenario_field {
enum : Field { Key, NameEn, NameZh, NoteEn };
}
namespace override_field {
enum : Field { Scenario, Table, RowKey, Field, Value };
}
namespace setting_field {
enum : Field { Key, Value, NoteEn };
}
namespace view_field {
enum : Field { Key, NameEn, NameZh, Ordinal, State };
}
namespace dismissal_field {
enum : Field { Rule, Table, RowKey, NoteEn };
}

[[nodiscard]] const TableSpec& tableSpec(Table table) noexcept;
[[nodiscard]] std::span<const TableSpec> allTables() noexcept;
[[nodiscard]] std::optional<Table> tableNamed(std::string_view name) noexcept;
[[nodiscard]] std::optional<Field> fieldNamed(Table table, std::string_view name) noexcept;
[[nodiscard]] inline const FieldSpec& fieldSpec(Table table, Field field) noexcept
{
    return tableSpec(table).fields[field];
}

/// Classes, profiles and the like as the columns say them; the enums below follow these orders. The empty name of a
/// choice that need not be made stands last.
inline constexpr std::array<std::string_view, 4> kClassNames{"trade", "capital", "control", "contingent"};
inline constexpr std::array<std::string_view, 3> kProfileNames{"deploy", "term", "none"};
inline constexpr std::array<std::string_view, 4> kUnsetProfileNames{"deploy", "term", "none", ""};
inline constexpr std::array<std::string_view, 4> kBasisNames{"reported", "estimated", "derived", "assumed"};
inline constexpr std::array<std::string_view, 5> kCommitmentNames{"firm", "conditional", "option", "ceiling", ""};
inline constexpr std::array<std::string_view, 5> kSaidByNames{"supplier", "customer", "both", "third", ""};
inline constexpr std::array<std::string_view, 9> kSourceKindNames{
    "filing", "release", "regulator", "press", "analysis", "aggregator", "social", "article", ""};

enum class DealClass : std::uint8_t {
    Trade,
    Capital,
    Control,
    Contingent, ///< guarantees and backstops: the supplier pays if the customer does not
};
enum class Profile : std::uint8_t { Deploy, Term, None, Inherit }; ///< Inherit: the deal has the profile of its kind
enum class Basis : std::uint8_t { Reported, Estimated, Derived, Assumed };
/// Who is bound to an amount (data/README.md, section 1).
enum class Commitment : std::uint8_t {
    Firm,        ///< a signed contract binds both sides
    Conditional, ///< bound once a stated condition is met
    Option,      ///< one side may choose
    Ceiling,     ///< "up to", a letter of intent, a target: nobody is bound
    Unsaid,      ///< nobody has said
};
enum class SaidBy : std::uint8_t { Supplier, Customer, Both, Third, Unsaid };
enum class SourceKind : std::uint8_t {
    Filing,
    Release,
    Regulator,
    Press,
    Analysis,
    Aggregator,
    Social,
    Article,
    Unsaid,
};

} // namespace ochain
