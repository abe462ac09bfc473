// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/deals_model.h"

#include <QVariant>

#include <cstdint>
#include <string_view>
#include <vector>

namespace ochain {

/// What the cells of the deals table hold, and in which order a column puts its deals. Remembers ranks of names and
/// figures of the period from when sorting first asks for them until it is told to forget.
class DealCells {
public:
    explicit DealCells(const Document& document);

    [[nodiscard]] Language language() const noexcept { return m_language; }
    void setLanguage(Language language);

    [[nodiscard]] QVariant data(DealId id, DealsModel::Column column, int role) const;
    /// Share of the figure that is assumed, 0 or 1: the deal is, or the tranches are by which a period's figure is
    /// spread.
    [[nodiscard]] double assumedShare(DealId id, DealsModel::Column column) const;
    /// Whether a deal comes before another; with `isEarlier` for equals. Absent figures come last under either order.
    [[nodiscard]] bool lessThan(DealId a, DealId b, DealsModel::Column column, Qt::SortOrder order,
                                bool isEarlier) const;

    void forgetNames();
    void forgetFigures();
    void forgetFigures(DealId id);

private:
    [[nodiscard]] const Chain& chain() const;
    [[nodiscard]] Kilowatts capacityOf(DealId id) const;
    [[nodiscard]] Cents valueOf(DealId id) const;
    [[nodiscard]] int sourcesOf(DealId id) const;
    [[nodiscard]] std::int64_t sortNumber(DealId id, DealsModel::Column column) const;
    [[nodiscard]] std::int64_t periodNumber(DealId id, DealsModel::Column column) const;
    [[nodiscard]] std::string_view textOf(DealId id, DealsModel::Column column) const;
    [[nodiscard]] int rank(std::vector<int>& ranks, Table table, std::uint32_t row) const;

    const Document& m_document;
    Language m_language = Language::English;
    mutable std::vector<int> m_nodeRanks, m_kindRanks, m_statusRanks;
    mutable std::vector<std::int64_t> m_periodMoney, m_periodCapacity; ///< by deal id
};

} // namespace ochain
