// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/arrangement_steps.h"
#include "items/deal_order.h"
#include "items/list_difference.h"

#include <functional>
#include <utility>
#include <vector>

namespace ochain {

/// How rows are announced one by one, and how a table is that is laid out anew as a whole.
struct TableAnnouncer {
    RowAnnouncer rows;
    std::function<void()> aboutToLayOut;
    /// @param before  deals that were shown, by place
    std::function<void(const std::vector<std::uint32_t>& before)> laidOut;
};

/// The deals that a table shows, led from one arrangement to the next: as few rows as can be are touched, and where
/// many are, the table is laid out anew at once.
class DealRows {
public:
    /// @param model, keys  must outlive it
    DealRows(const DealsModel& model, const DealKeys& keys, TableAnnouncer announce);
    DealRows(const DealRows&) = delete;
    DealRows& operator=(const DealRows&) = delete;

    [[nodiscard]] const DealArrangement& now() const noexcept { return m_now; }
    [[nodiscard]] int size() const noexcept { return static_cast<int>(m_now.shown.size()); }
    [[nodiscard]] std::uint32_t at(int place) const { return m_now.shown[static_cast<std::size_t>(place)]; }

    /// How to go over to another arrangement row by row; nothing if that takes too many steps. On any thread, as
    /// arranged().
    [[nodiscard]] std::optional<ArrangementSteps> stepsTo(const DealArrangement& next) const;
    /// Goes over to another arrangement.
    void adopt(DealArrangement next, const std::optional<ArrangementSteps>& steps);
    /// Takes out deals that are about to leave the model.
    void remove(const std::vector<std::uint32_t>& deals);
    /// Puts deals in place that an edit made or changed; all others stay.
    /// @return false: they do not all stand where they belong, and the table is to be sorted anew
    [[nodiscard]] bool update(std::vector<std::uint32_t> deals);

private:
    using Deals = DealOrder::Deals;
    using Runs = std::vector<std::pair<int, int>>; ///< of places, first and last

    [[nodiscard]] bool isLong() const noexcept;
    void show(const Deals& leaving, Deals moving, Deals coming);
    [[nodiscard]] Runs runsOf(const Deals& deals) const;
    void leave(const Runs& runs, int place);
    void move(const Deals& sorted);
    void moveBehind(std::uint32_t deal, std::optional<std::uint32_t> previous);
    void come(const Deals& sorted);
    void insert(int first, const Deals& deals);
    void layOut(Deals shown, std::vector<int> places);
    void layOutWithout(const Deals& leaving, int place, const Deals& sortedComing);

    const DealsModel& m_model;
    const DealKeys& m_keys;
    TableAnnouncer m_announce;
    DealArrangement m_now;
    DealOrder m_order;
};

} // namespace ochain
