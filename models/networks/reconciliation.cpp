// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/reconciliation.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>

namespace ochain {

namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr int kMostLinearisations = 200;
constexpr double kSettledPart = 1e-13; ///< of a quantity's size
constexpr double kRankThreshold = 1e-10;

/// All quantities are of size 1 in here, so that cents and shares can stand in one matrix.
class BalanceSystem {
public:
    BalanceSystem(const std::vector<StatedQuantity>& quantities, const std::vector<Balance>& balances)
        : m_quantities(quantities), m_balances(balances), m_sizes(quantities.size()), m_values(quantities.size())
    {
        for (std::size_t i = 0; i < quantities.size(); ++i) {
            const double stated = quantities[i].stated.value_or(0);
            m_sizes[i] = stated != 0 ? std::abs(stated) : quantities[i].deviation > 0 ? quantities[i].deviation : 1;
            m_values[place(i)] = quantities[i].stated ? stated / m_sizes[i] : 1;
            if (!quantities[i].stated)
                m_unknown.push_back(place(i));
            else if (quantities[i].deviation > 0)
                m_measured.push_back(place(i));
        }
    }

    [[nodiscard]] Reconciliation solve()
    {
        Reconciliation result;
        result.quantities.resize(m_quantities.size());
        const VectorXd stated = m_values;
        for (double moved = 1; moved > kSettledPart && result.iterations < kMostLinearisations; ++result.iterations) {
            linearise();
            const VectorXd before = m_values;
            adjust(stated);
            fillUnknown();
            moved = m_values.size() == 0 ? 0 : (m_values - before).cwiseAbs().maxCoeff();
        }
        linearise();
        tell(stated, result);
        return result;
    }

private:
    using Place = Eigen::Index;
    [[nodiscard]] static Place place(std::size_t i) { return static_cast<Place>(i); }

    /// A x + c = 0 at the values so far, each row as large as its greatest factor.
    void linearise()
    {
        const Place rows = place(m_balances.size());
        m_matrix = MatrixXd::Zero(rows, m_values.size());
        m_constant = VectorXd::Zero(rows);
        for (Place row = 0; row < rows; ++row) {
            for (const BalanceTerm& term : m_balances[static_cast<std::size_t>(row)])
                addTerm(row, term);
            const double greatest = m_matrix.row(row).cwiseAbs().maxCoeff();
            if (greatest > 0) {
                m_matrix.row(row) /= greatest;
                m_constant[row] /= greatest;
            }
        }
    }
    void addTerm(Place row, const BalanceTerm& term)
    {
        const double size = term.coefficient * m_sizes[term.quantity];
        if (!term.second) {
            m_matrix(row, place(term.quantity)) += size;
            return;
        }
        const double a = m_values[place(term.quantity)];
        const double b = m_values[place(*term.second)];
        const double both = size * m_sizes[*term.second];
        m_matrix(row, place(term.quantity)) += both * b;
        m_matrix(row, place(*term.second)) += both * a;
        m_constant[row] -= both * a * b;
    }

    [[nodiscard]] MatrixXd columns(const std::vector<Place>& places) const
    {
        MatrixXd some(m_matrix.rows(), place(places.size()));
        for (std::size_t i = 0; i < places.size(); ++i)
            some.col(place(i)) = m_matrix.col(places[i]);
        return some;
    }

    /// Takes what nobody states out of the balances: what is left of them holds whatever it is.
    void takeOutUnknown()
    {
        const MatrixXd unknown = columns(m_unknown);
        MatrixXd keeps = MatrixXd::Identity(m_matrix.rows(), m_matrix.rows());
        if (unknown.cols() > 0 && unknown.rows() > 0) {
            Eigen::FullPivHouseholderQR<MatrixXd> qr(unknown);
            qr.setThreshold(kRankThreshold);
            const MatrixXd q = qr.matrixQ();
            keeps = q.rightCols(unknown.rows() - qr.rank()).transpose();
        }
        m_reduced = keeps * columns(m_measured);
        VectorXd fixed = m_values;
        for (const Place at : m_measured)
            fixed[at] = 0;
        for (const Place at : m_unknown)
            fixed[at] = 0;
        m_fixed = keeps * (m_matrix * fixed + m_constant);
    }

    [[nodiscard]] VectorXd variances() const
    {
        VectorXd all(place(m_measured.size()));
        for (std::size_t i = 0; i < m_measured.size(); ++i) {
            const auto at = static_cast<std::size_t>(m_measured[i]);
            const double deviation = m_quantities[at].deviation / m_sizes[at];
            all[place(i)] = deviation * deviation;
        }
        return all;
    }

    /// V Aᵀ (A V Aᵀ)⁻¹; balances that say nothing new are passed over.
    void makeGain()
    {
        takeOutUnknown();
        const VectorXd variance = variances();
        if (m_reduced.size() == 0) { // Eigen takes no matrix apart that has nothing in it
            m_gain = MatrixXd::Zero(variance.size(), m_reduced.rows());
            return;
        }
        const MatrixXd spread = m_reduced * variance.asDiagonal();
        Eigen::CompleteOrthogonalDecomposition<MatrixXd> inverse;
        inverse.setThreshold(kRankThreshold);
        inverse.compute(spread * m_reduced.transpose());
        m_gain = spread.transpose() * inverse.pseudoInverse();
    }

    void adjust(const VectorXd& stated)
    {
        makeGain();
        VectorXd measured(place(m_measured.size()));
        for (std::size_t i = 0; i < m_measured.size(); ++i)
            measured[place(i)] = stated[m_measured[i]];
        const VectorXd adjusted = measured - m_gain * (m_reduced * measured + m_fixed);
        for (std::size_t i = 0; i < m_measured.size(); ++i)
            m_values[m_measured[i]] = adjusted[place(i)];
    }

    void fillUnknown()
    {
        if (m_unknown.empty() || m_matrix.rows() == 0)
            return;
        VectorXd known = m_values;
        for (const Place at : m_unknown)
            known[at] = 0;
        Eigen::CompleteOrthogonalDecomposition<MatrixXd> solver;
        solver.setThreshold(kRankThreshold);
        solver.compute(columns(m_unknown));
        const VectorXd values = solver.solve(-(m_matrix * known + m_constant));
        for (std::size_t i = 0; i < m_unknown.size(); ++i)
            m_values[m_unknown[i]] = values[place(i)];
    }

    void tell(const VectorXd& stated, Reconciliation& result)
    {
        makeGain();
        for (std::size_t i = 0; i < m_quantities.size(); ++i) {
            result.quantities[i].adjusted = m_values[place(i)] * m_sizes[i];
            result.quantities[i].influence = m_quantities[i].stated ? 1 : 0;
        }
        const VectorXd variance = variances();
        const MatrixXd taken = m_gain * m_reduced; // of a change of what is stated
        const MatrixXd left = MatrixXd::Identity(taken.rows(), taken.cols()) - taken;
        const MatrixXd covariance = left * variance.asDiagonal();
        for (std::size_t i = 0; i < m_measured.size(); ++i) {
            const auto at = static_cast<std::size_t>(m_measured[i]);
            ReconciledQuantity& quantity = result.quantities[at];
            const Place p = place(i);
            quantity.influence = std::clamp(left(p, p), 0.0, 1.0);
            quantity.deviation = std::sqrt(std::max(0.0, covariance(p, p))) * m_sizes[at];
            const double spread = variance[p] * taken(p, p); // of the adjustment
            if (taken(p, p) > kRankThreshold)
                quantity.test = (m_values[m_measured[i]] - stated[m_measured[i]]) / std::sqrt(spread);
        }
        tellUnknown(covariance, result);
        const VectorXd imbalance = m_matrix * m_values + m_constant;
        result.residual = imbalance.size() == 0 ? 0 : imbalance.cwiseAbs().maxCoeff();
    }

    void tellUnknown(const MatrixXd& covariance, Reconciliation& result) const
    {
        if (m_unknown.empty())
            return;
        const MatrixXd unknown = columns(m_unknown);
        Eigen::CompleteOrthogonalDecomposition<MatrixXd> solver;
        solver.setThreshold(kRankThreshold);
        solver.compute(unknown);
        // Rows of B⁺ B that are not those of the identity are of what the balances leave open.
        const MatrixXd inverse =
            unknown.rows() == 0 ? MatrixXd::Zero(unknown.cols(), 0) : MatrixXd(solver.pseudoInverse());
        const MatrixXd told = inverse * unknown;
        const MatrixXd follows = inverse * columns(m_measured);
        const MatrixXd spread = follows * covariance * follows.transpose();
        for (std::size_t i = 0; i < m_unknown.size(); ++i) {
            const auto at = static_cast<std::size_t>(m_unknown[i]);
            ReconciledQuantity& quantity = result.quantities[at];
            quantity.isDetermined = std::abs(told(place(i), place(i)) - 1) < kRankThreshold * 1e3;
            quantity.deviation = std::sqrt(std::max(0.0, spread(place(i), place(i)))) * m_sizes[at];
        }
    }

    const std::vector<StatedQuantity>& m_quantities;
    const std::vector<Balance>& m_balances;
    std::vector<double> m_sizes;
    VectorXd m_values;                        ///< of size 1
    std::vector<Place> m_measured, m_unknown; ///< the others are exact
    MatrixXd m_matrix;
    VectorXd m_constant;
    MatrixXd m_reduced; ///< balances without what is unknown, of the measured
    VectorXd m_fixed;
    MatrixXd m_gain;
};

} // namespace

Reconciliation reconciled(const std::vector<StatedQuantity>& quantities, const std::vector<Balance>& balances)
{
    return BalanceSystem(quantities, balances).solve();
}

} // namespace ochain
