// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/amount.h"
#include "chain/date.h"
#include "chain/ids.h"
#include "chain/table.h"
#include "chain/text_pool.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace ochain {

/// A number nobody gave.
inline constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();

/// The greatest number that a row can have: the schema's CHECK, and what a double holds exactly.
inline constexpr std::int64_t kMaxRowid = 9007199254740991;

/// What every row has. rowid is the row's number in the file: it orders rows as they were entered and outlives ids.
struct RowHead {
    std::int64_t rowid = 0;
    Text key; ///< of citations, claims and overrides: the joined key, see Chain::key
    bool isAlive = true;
};

/// A place in an intrusive doubly linked list of rows of the same table.
struct Link {
    std::uint32_t next = kNoRow;
    std::uint32_t previous = kNoRow;
};

struct Tier {
    RowHead head;
    TierId parent;
    std::int32_t ordinal = 0;
    bool isLayer = false;
    Text nameEn, nameZh;
};

struct Node {
    RowHead head;
    TierId tier;
    NodeId parent;
    Text kind, nameEn, nameZh, country, note;
    double latitude = kNoNumber, longitude = kNoNumber; ///< degrees
    // kept by the chain
    std::uint32_t firstSupplied = kNoRow; ///< the first deal this node supplies; then Deal::bySupplier
    std::uint32_t firstBought = kNoRow;   ///< the first deal this node is the customer of; then Deal::byCustomer
    std::uint32_t firstChild = kNoRow;    ///< the first node inside this one; then Node::siblings
    Link siblings;
};

struct DealKind {
    RowHead head;
    DealClass dealClass = DealClass::Trade;
    Profile profile = Profile::None;
    bool isAboutMoney = false;
    Text nameEn, nameZh;
};

/// How a status is treated by the rules of the domain; by its key.
enum class StatusRole : std::uint8_t { Plain, Operating, Completed, Cancelled };

struct Status {
    RowHead head;
    BasisPoints weight{0};
    Text nameEn, nameZh;
    StatusRole role = StatusRole::Plain; ///< kept by the chain
};

/// Where a megawatt is counted: at the IT load, the building, the meter.
struct Boundary {
    RowHead head;
    BasisPoints toIt{0}; ///< what part of it is IT load: an assumption of the file
    Text nameEn, nameZh, note;
};

struct Deal {
    RowHead head;
    NodeId supplier, customer;
    KindId kind;
    StatusId status;
    Date announced, starts, ends;
    Kilowatts capacity;
    Cents value;
    Text formula, note;
    BasisPoints equity;
    DealId partOf;
    BoundaryId boundary; ///< of the capacity
    Profile profile = Profile::Inherit;
    Commitment commitment = Commitment::Unsaid;
    Basis basis = Basis::Reported;
    // kept by the chain
    bool hasClaims = false; ///< of the deal or of one of its tranches
    std::uint32_t firstTranche = kNoRow;
    std::uint32_t firstPart = kNoRow;
    Link parts; ///< among the parts of the same whole
    Link bySupplier, byCustomer;
};

struct Tranche {
    RowHead head;
    DealId deal;
    Date starts, ends;
    Kilowatts capacity;
    Cents value;
    Text note;
    BoundaryId boundary;                        ///< unset: the deal's
    Commitment commitment = Commitment::Unsaid; ///< Unsaid: the deal's
    Basis basis = Basis::Reported;
    Link siblings; ///< kept by the chain: among the tranches of the deal
};

struct Metric {
    RowHead head;
    SeriesId series;
    NodeId node;
    Text nameEn, nameZh, unit, note;
    Date asOf, known;
    double value = kNoNumber, low = kNoNumber, high = kNoNumber; ///< in the row's unit
    Basis basis = Basis::Reported;
    bool hasClaims = false; ///< kept by the chain
    Link siblings;          ///< kept by the chain: among the metrics of the series
};

struct Event {
    RowHead head;
    Date date;
    Text kind, titleEn, titleZh, note;
    std::vector<NodeId> nodes;
};

struct Source {
    RowHead head;
    Text publisher, title, url;
    Date published;
    SourceKind kind = SourceKind::Unsaid;
};

/// Any row of any table.
struct RowRef {
    Table table = Table::Tiers;
    std::uint32_t row = kNoRow;
    auto operator<=>(const RowRef&) const noexcept = default;
};

struct Citation {
    RowHead head;
    RowRef of;
    SourceId source;
    Text fields;  ///< field names separated by ;
    Text locator; ///< page, item or time
    SaidBy saidBy = SaidBy::Unsaid;
    Link siblings; ///< kept by the chain: among the citations of the row
};

struct Claim {
    RowHead head;
    RowRef of;
    Field field = 0;
    Date asOf;
    Text value; ///< in the text form of the field
    SourceId source;
    bool isAdopted = false;
    Text note;
    Link siblings; ///< kept by the chain: among the claims of the row
};

struct Scenario {
    RowHead head;
    Text nameEn, nameZh, note;
};

struct Override {
    RowHead head;
    ScenarioId scenario;
    RowRef of;
    Field field = 0;
    Text value;
};

/// A property of the file.
struct Setting {
    RowHead head;
    Text value, note;
};

/// A named lens with view, group, filter and columns.
struct SavedView {
    RowHead head;
    Text nameEn, nameZh;
    std::int32_t ordinal = 0;
    Text state;
};

/// A note of the checks that was looked at and is fine.
struct Dismissal {
    RowHead head;
    Text rule; ///< its name, see ruleName()
    RowRef of;
    Text note;
};

} // namespace ochain
