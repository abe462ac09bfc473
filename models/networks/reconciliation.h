// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace ochain {

/// A quantity that balances hold together.
struct StatedQuantity {
    std::optional<double> stated; ///< nothing: nobody says
    double deviation = 0;         ///< standard deviation of what is stated, at least 0; 0: exact, it is not adjusted
};

/// A term of a balance: coefficient × quantity, or × quantity × second.
struct BalanceTerm {
    double coefficient = 1;
    std::uint32_t quantity = 0;
    std::optional<std::uint32_t> second;
};
/// Terms that add up to zero.
using Balance = std::vector<BalanceTerm>;

struct ReconciledQuantity {
    double adjusted = 0; ///< of one that is not determined what it was taken to be on the way: no figure
    double deviation = 0;
    bool isDetermined = true; ///< stated, or follows from what is
    /// How much of a change of what is stated stays in what is adjusted: 1 where nothing else says anything of it, 0
    /// where everything else says it exactly, or nothing is stated.
    double influence = 0;
    /// Adjustment ÷ its standard deviation, normal where nothing is wrong; 0 of what is not adjusted.
    double test = 0;

    [[nodiscard]] bool isSuspect() const noexcept { return test > kMostTest || test < -kMostTest; }
    static constexpr double kMostTest = 1.96; ///< passed by one sound figure in twenty
};

struct Reconciliation {
    std::vector<ReconciledQuantity> quantities;
    int iterations = 0;
    double residual = 0; ///< greatest imbalance left, as a part of the balance's greatest term; above 1e-9 exact
                         ///< quantities contradict one another
};

/// Weighted least squares over balances: x̂ = x − V Aᵀ (A V Aᵀ)⁻¹ A x, what nobody states taken out of the balances
/// first and computed from them after; products are linearised at the last result until it settles. Stated quantities
/// are taken to be independent of one another.
/// (Cencic & Rechberger 2008, as in STAN.) Dense: for up to some thousands of quantities.
[[nodiscard]] Reconciliation reconciled(const std::vector<StatedQuantity>& quantities,
                                        const std::vector<Balance>& balances);

} // namespace ochain
