// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/sentence.h"
#include "chain/table.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ochain {

enum class Severity : std::uint8_t {
    Error, ///< refused
    Note,  ///< to be looked at
};

/// Every rule that a row or an edit can break. ruleName() gives the stable name that `check` prints.
enum class Rule : std::uint8_t {
    // refused
    UnknownTable,
    UnknownField,
    UnknownRow,
    DuplicateKey,
    MalformedKey,
    Required,
    MalformedValue,
    OutOfRange,
    DanglingReference,
    StillReferenced,
    SelfDeal,
    EndBeforeStart,
    PieceEndBeforeStart,
    TranchesExceedTotal,
    TrancheOutsideDeal,
    TrancheWithoutAmount,
    CycleOfParents,
    CycleOfPartOf,
    PartsBesideTranches,
    ValueBesideFormula,
    FormulaSyntax,
    UnknownSeries,
    SumTooLarge,
    TextTooLong,
    Changed, ///< a row is no longer what the edit was made from
    LowAboveHigh,
    UrlScheme,
    // flagged
    NoCitation,
    ReportedWithoutSource,
    UnscheduledAmount,
    NodeWithoutDeals,
    StakesAboveWhole,
    BackwardTrade,
    CompletedInFuture,
    PartsExceedWhole,
    FormulaFails,
    ClaimsDisagree,
    BoundaryDiffers,
    FirmTooEarly,
    ToldBefore,
    ShortOfPower,
    SameDay,
    OldSources,
    // of files
    Damaged,
    ForeignSchema,
    ChangedElsewhere, ///< what stands in the file is not what was last written with its digest
};

[[nodiscard]] std::string_view ruleName(Rule rule) noexcept;
[[nodiscard]] std::optional<Rule> ruleNamed(std::string_view name) noexcept;
[[nodiscard]] Severity severityOf(Rule rule) noexcept;

/// One broken rule: where it is and a sentence that says what is wrong and how to mend it.
struct Problem {
    Rule rule = Rule::UnknownRow;
    Table table = Table::Deals;
    std::string row; ///< key
    std::optional<Field> field;
    Sentence sentence;
    bool isOfFile = false; ///< of the file as a whole or its journal: table, row and field mean nothing

    [[nodiscard]] Severity severity() const noexcept { return severityOf(rule); }
    /// "deals amd-openai-6gw, ends: the end 2025 lies before …", in English.
    [[nodiscard]] std::string text() const;
    bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

} // namespace ochain
