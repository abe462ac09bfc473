// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "figures/chart_head.h"
#include "formats/format.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <vector>

namespace ochain {

/// An amount drawn, with what stands behind it.
struct Evidence {
    std::vector<DealId> deals; ///< that make it up, largest first; undisclosed ones last
    std::vector<int> sources;  ///< numbers of SourceLine
    QString tooltip;           ///< plain text, lines
};

/// A deal with its part in a figure.
struct DealAmount {
    DealId deal;
    std::int64_t amount = 0; ///< cents or kW
    bool isUndisclosed = false;
};
/// The deals of a figure that have no line of their own.
struct Rest {
    std::int64_t amount = 0;
    std::int64_t deals = 0; ///< with an amount
    std::int64_t undisclosed = 0;
};
/// What else a figure is made of: money passed on inside a company.
struct OtherPart {
    QString text;
    Figure figure;
};

/// Sorts the deals, largest first, undisclosed ones last, and lists them in a tooltip: at most `most` lines, then one
/// for the sum of all others, so that what is listed adds up to the figure. Deals that add nothing to it are no part of
/// the evidence.
[[nodiscard]] Evidence evidenceOf(const Chain& chain, std::vector<DealAmount> deals, Unit unit, int most = 6,
                                  const std::vector<OtherPart>& others = {});
/// The largest deals of a figure and the sum of all others, in memory that does not grow with their number.
class TopDeals {
public:
    /// @param most  deals kept
    TopDeals(const Chain& chain, std::size_t most) : m_chain(chain), m_most(most) {}
    void add(const DealAmount& deal);
    /// Only the deals kept are named in it; the rest has a line for its sum.
    [[nodiscard]] Evidence evidence(Unit unit);

private:
    void fold();
    const Chain& m_chain;
    std::size_t m_most;
    std::vector<DealAmount> m_deals; ///< at most twice as many as are kept
    Rest m_rest;
};

/// The evidence of a box from that of what comes in and of what goes out, each under its sum.
[[nodiscard]] Evidence bothSides(Evidence in, const QString& inTitle, Evidence out, const QString& outTitle);

/// Numbers the sources of deals in the order in which they are asked for.
class SourceNumbers {
public:
    explicit SourceNumbers(const Chain& chain) : m_chain(chain) {}
    /// Numbers of the sources cited for a deal or its tranches.
    std::vector<int> of(DealId deal);
    /// Gives evidence the numbers of its deals' sources, and its tooltip the first of them.
    /// @param most  only of so many deals, the largest
    void addAll(Evidence& evidence, std::size_t most = std::numeric_limits<std::size_t>::max());
    [[nodiscard]] std::vector<SourceLine> lines() const { return m_lines; }

private:
    const Chain& m_chain;
    std::unordered_map<std::uint32_t, int> m_numbers;
    std::vector<SourceLine> m_lines;
};

} // namespace ochain
