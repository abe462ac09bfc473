// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/group.h"
#include "figures/chart_head.h"
#include "figures/evidence.h"
#include "figures/figure_options.h"
#include "schedule/schedule.h"

#include <utility>
#include <vector>

namespace ochain {

/// "node:oracle".
[[nodiscard]] std::string nodeMark(const Chain& chain, NodeId node);
[[nodiscard]] std::string tierMark(const Chain& chain, TierId tier);
/// A node or tier by its key, nodes first.
[[nodiscard]] std::optional<Group> groupNamed(const Chain& chain, const std::string& key);

/// What of a deal's amounts rests on the analyst's own assumptions: assumed tranches, or all of an assumed deal.
class AssumedPart {
public:
    AssumedPart(const Chain& chain, const Rollups& rollups) : m_chain(chain), m_rollups(rollups) {}
    /// Cents of the period, at most `amount`.
    [[nodiscard]] std::int64_t money(DealId deal, Period period, std::int64_t amount);
    /// Kilowatts standing at the period's end, at most `amount`.
    [[nodiscard]] std::int64_t capacity(DealId deal, Period period, std::int64_t amount);

private:
    bool mayHave(DealId deal, std::int64_t amount);
    const Chain& m_chain;
    const Rollups& m_rollups;
    Schedule m_schedule;
};

/// "1 deal", "132 deals".
[[nodiscard]] QString dealsWords(std::size_t count);
/// The part of a tier's name before its colon, which says what the tier is; the rest lists what is in it.
[[nodiscard]] QString shortName(const Chain& chain, TierId tier);
/// "2027" as in titles: "in 2027", "in 2027 Q3", "in all".
[[nodiscard]] QString inPeriod(Period period);
[[nodiscard]] QString atEndOf(Period period);
/// Whether capacity of a layer stands for a group at a period's end, but none that could bind it: all of it only
/// reaches sites.
[[nodiscard]] bool isKnownBySiteOnly(const Chain& chain, const Rollups& rollups, Group group, Period period);
/// Plain decimal for tables: dollars or megawatts.
[[nodiscard]] QString plainAmount(std::int64_t amount, Unit unit);
/// The years worth drawing: from a year before `hasAny` first says so to a year after it last does, the period looked
/// at included; first and last index into `periods`. All of them if nothing is to be seen.
[[nodiscard]] std::pair<std::size_t, std::size_t> seenYears(const std::vector<Period>& periods,
                                                            const std::vector<bool>& hasAny, Period now);
/// Title and subtitle of a group chart for a group that is not there.
void sayNoSuchGroup(ChartHead& head, const std::string& key);

} // namespace ochain
