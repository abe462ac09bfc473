// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <functional>
#include <variant>
#include <vector>

namespace ochain {

/// One edit on its way into a chain: run() tries it, then either finish() makes it stand or rollBack() leaves the chain
/// as it was. For Chain: whoever only wants to know what an edit would do applies it to a copy.
class Editor {
public:
    Editor(Chain& chain, const Edit& edit);

    /// Applies all changes and checks the rules for the rows that they touch. With problems the chain must be rolled
    /// back.
    /// @param goesOn  may be empty; false gives up, with a problem
    [[nodiscard]] Problems run(const std::function<bool()>& goesOn);
    void rollBack();
    void finish();
    /// The rowids given to inserts that came without one, in the order of the edit's changes (0 for the other changes).
    [[nodiscard]] const std::vector<std::int64_t>& rowids() const noexcept { return m_rowids; }

private:
    using AnyRow = std::variant<Tier, Node, DealKind, Status, Boundary, Deal, Tranche, Metric, Event, Source, Citation,
                                Claim, Scenario, Override, Setting, SavedView, Dismissal>;
    struct Step {
        const RowChange* change;
        RowRef ref;
        AnyRow before; ///< of an update: the row as it was
    };
    /// A reference to a row that a later change of the same edit may bring.
    struct Deferred {
        RowRef ref;
        Field field;
        const std::string* text;
        const RowChange* change;
    };

    bool run(const RowChange& change, std::size_t number);
    bool insert(const RowChange& change, std::size_t number);
    bool update(const RowChange& change);
    bool erase(const RowChange& change);
    bool move(const RowChange& change, RowRef ref);
    void setNumber(RowRef ref, std::int64_t number);
    void checkNumbers();
    bool isWhole(const RowChange& change, RowRef ref);
    bool hasNumber(const RowChange& change, RowRef ref);
    bool namesFieldsOnce(const RowChange& change);
    bool setFields(const RowChange& change, RowRef ref);
    bool isAsBefore(const RowChange& change, RowRef ref);
    void resolve();
    void refresh();
    void check();
    void undo(const Step& step);
    bool refuse(Problem problem);

    Chain& m_chain;
    const Edit& m_edit;
    Problems m_problems;
    std::vector<Step> m_steps;
    std::vector<Deferred> m_deferred;
    std::vector<std::int64_t> m_rowids; ///< of inserts, by their place in the edit
    std::array<std::int64_t, kTableCount> m_rowidsBefore;
    TextPool::Mark m_mark;
    std::size_t m_seriesBefore;
    bool m_touchesTiers = false;
    std::array<bool, kTableCount> m_moves{}; ///< tables of which rows get other numbers
    bool m_touchesCounts = false;            ///< kinds or statuses: years must be counted anew
};

} // namespace ochain
