// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/chart_figure.h"

#include <QCoreApplication>

#include <limits>
#include <unordered_map>
#include <vector>

namespace ochain {

/// The translation context of what charts say.
struct FigureWords {
    Q_DECLARE_TR_FUNCTIONS(Figures)
};

/// A deal with its part in a figure.
struct DealAmount {
    DealId deal;
    std::int64_t amount = 0; ///< cents or kW
    bool isUndisclosed = false;
};
/// What else a figure is made of: money passed on inside a company, a balance.
struct OtherPart {
    QString text;
    std::int64_t amount = 0;
};

/// Sorts the deals, largest first, undisclosed ones last, and lists them in a tooltip: at most `most` lines, then one
/// for the sum of all others, so that what is listed adds up to the figure. Deals that add nothing to it are no part of
/// the evidence.
[[nodiscard]] Evidence evidenceOf(const Chain& chain, std::vector<DealAmount> deals, Unit unit, Language language,
                                  int most = 6, const std::vector<OtherPart>& others = {});
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
