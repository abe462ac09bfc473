// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rollups/deal_flows.h"
#include "rollups/rollups.h"
#include "schedule/formula_book.h"
#include "schedule/schedule.h"

#include <optional>
#include <vector>

namespace ochain {

/// Reads figures of single deals, one deal after another: each is scheduled once, whatever is asked of it, and the
/// memory is used again. For one thread; chain and rollups must outlive it and stay as they are.
class DealReader {
public:
    DealReader(const Chain& chain, const Rollups& rollups);
    DealReader(const Chain& chain, const Rollups& rollups, DealId deal);
    /// Under a lens of its own, over the calendar of the rollups.
    DealReader(const Chain& chain, const Rollups& rollups, const Lens& lens);

    void moveTo(DealId deal);
    // of the deal moved to last
    [[nodiscard]] const Schedule& schedule() const noexcept { return m_schedule; }
    [[nodiscard]] Figure money(Period period) const;                       ///< cents under the lens
    [[nodiscard]] Figure capacity(Period period) const;                    ///< kW at the period's end
    [[nodiscard]] std::vector<Figure> money(PeriodKind granularity) const; ///< all quarters or years at once
    [[nodiscard]] std::vector<Figure> capacity(PeriodKind granularity) const;

private:
    [[nodiscard]] Measure moneyMeasure() const noexcept;

    const Chain& m_chain;
    const Rollups& m_rollups;
    std::optional<Lens> m_lens; ///< where it is not that of the rollups
    FormulaBook m_book;         ///< of that lens
    Schedule m_schedule;
    DealFlows m_flows;
};

} // namespace ochain
