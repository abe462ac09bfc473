// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <array>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace ochain {

/// Fills a chain from a file, table by table in the order of the Table enum, row by row in the order of rowids.
/// References are given as rowids of the file and become ids here. A row that cannot stand (a dangling reference, a key
/// twice, a value out of range) is left out and reported; the rest goes on, so that a damaged file opens as far as it
/// can be read.
class ChainLoader {
public:
    /// The rows a deal refers to.
    struct DealRowids {
        std::int64_t supplier = 0, customer = 0, kind = 0, status = 0, partOf = 0, boundary = 0;
    };

    ChainLoader();

    void reserve(Table table, std::size_t rows);
    /// A row with this key comes soon: see KeyIndex::expect.
    void expect(Table table, std::string_view key) const;
    [[nodiscard]] Text text(std::string_view text);

    // Each takes the row with texts, dates and amounts filled in; references by rowid, 0 for none.
    void addTier(Tier row, std::string_view key, std::int64_t parent);
    void addNode(Node row, std::string_view key, std::int64_t tier, std::int64_t parent);
    void addKind(DealKind row, std::string_view key);
    void addStatus(Status row, std::string_view key);
    void addBoundary(Boundary row, std::string_view key);
    void addDeal(Deal row, std::string_view key, const DealRowids& of);
    void addTranche(Tranche row, std::string_view key, std::int64_t deal, std::int64_t boundary);
    void addMetric(Metric row, std::string_view key, std::string_view series, std::int64_t node);
    void addEvent(Event row, std::string_view key, const std::vector<std::int64_t>& nodes);
    void addSource(Source row, std::string_view key);
    void addCitation(Citation row, Table table, std::int64_t of, std::int64_t source);
    void addClaim(Claim row, Table table, std::int64_t of, std::int64_t source);
    void addScenario(Scenario row, std::string_view key);
    void addOverride(Override row, std::int64_t scenario, Table table, std::int64_t of);
    void addSetting(Setting row, std::string_view key);
    void addView(SavedView row, std::string_view key);
    void addDismissal(Dismissal row, Table table, std::int64_t of);
    /// Something the file could not give: reported with the rest.
    void report(Problem problem);
    /// Notes a row that was reported and is not there, for what is said of rows that refer to it.
    void leaveOut(Table table, std::int64_t rowid);

    /// Links everything, checks all rules and hands the chain over. @return every problem of severity Error; rows left
    /// out are among them.
    [[nodiscard]] Problems finish(Chain& chain) &&;

private:
    /// rowids of one table in the order of ids; found by position when they are dense, else by bisection.
    class RowidMap {
    public:
        void reserve(std::size_t rows)
        {
            m_rowids.reserve(rows);
            m_rows.reserve(rows);
        }
        void add(std::int64_t rowid, std::uint32_t row);
        [[nodiscard]] std::uint32_t find(std::int64_t rowid) const noexcept;

    private:
        std::vector<std::int64_t> m_rowids;
        std::vector<std::uint32_t> m_rows;
        bool m_isSorted = true;
    };

    [[nodiscard]] std::uint32_t resolve(Table from, std::string_view key, Field field, Table target,
                                        std::int64_t rowid);
    bool resolveOf(RowRef& ref, Table from, std::int64_t rowid, Table table, std::int64_t of);
    /// Names a row without a key of its own in a problem: by the row it is about.
    [[nodiscard]] std::string placeOf(Table table, std::int64_t of, std::int64_t rowid) const;
    /// Reports a reference that must be given and was not. @return isResolved
    bool isGiven(bool isResolved, std::int64_t rowid, Table table, std::string_view key, Field field);
    bool require(bool isFine, Table table, std::string_view key, Field field);
    /// Adds amounts to those of all rows so far, unless sums could not be told then: what is shown is exact.
    bool addUp(Cents value, Kilowatts capacity, Table table, std::string_view key);
    /// @return the row, kNoRow if it is left out
    template <class Rows, class Row>
    std::uint32_t keep(Rows& rows, Table table, Row& row, std::string_view key);
    template <class Rows, class Row>
    void keepJoined(Rows& rows, Table table, Row& row);
    void resolveWithin();
    template <class Rows, class Row, class RowId>
    static void cutLoose(Rows& rows, RowId Row::*parent);

    Chain m_chain;
    std::array<RowidMap, kTableCount> m_rowids;
    std::array<std::unordered_set<std::int64_t>, kTableCount> m_leftOut;
    struct Pending {
        std::uint32_t row;
        std::int64_t parent;
    };
    std::vector<Pending> m_tierParents, m_nodeParents, m_wholes; ///< references within a table wait for all its rows
    Problems m_problems;
    Wide m_cents = 0; ///< of deals and tranches
    Wide m_kilowatts = 0;
    bool m_hasTooManyTiers = false;
};

} // namespace ochain
