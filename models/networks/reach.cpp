// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/reach.h"

#include "networks/strong_parts.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include <Eigen/IterativeLinearSolvers>
#include <Eigen/SparseCore>
#include <Eigen/SparseLU>

namespace ochain {

namespace {

using LeontiefMatrix = Eigen::SparseMatrix<double>;
using LeontiefVector = Eigen::VectorXd;

/// The part of a network that can be reached from a place, under numbers of its own.
class ReachedPart {
public:
    ReachedPart(const PassingNetwork& network, std::uint32_t start)
        : m_network(network), m_numberOf(network.wholes.size(), kUnreached)
    {
        sortLinks();
        walkFrom(start);
    }

    [[nodiscard]] std::size_t size() const noexcept { return m_placeOf.size(); }
    [[nodiscard]] std::uint32_t placeOf(std::size_t number) const noexcept { return m_placeOf[number]; }
    /// Calls f(number of the one it passes on to, amount) for each link of a place.
    template <class F>
    void forEachLink(std::size_t number, F&& f) const
    {
        const std::uint32_t place = m_placeOf[number];
        for (std::size_t i = m_first[place]; i < m_first[place + 1]; ++i)
            f(m_numberOf[m_links[i].to], m_links[i].amount);
    }
    [[nodiscard]] std::int64_t wholeOf(std::size_t number) const noexcept
    {
        return m_network.wholes[m_placeOf[number]];
    }

private:
    static constexpr std::uint32_t kUnreached = 0xFFFFFFFFU;

    void sortLinks()
    {
        m_first.assign(m_network.wholes.size() + 1, 0);
        for (const PassedOn& link : m_network.links)
            m_first[link.from + 1] += link.amount > 0 ? 1 : 0;
        for (std::size_t i = 1; i < m_first.size(); ++i)
            m_first[i] += m_first[i - 1];
        m_links.resize(m_first.back());
        std::vector<std::size_t> next(m_first.begin(), m_first.end() - 1);
        for (const PassedOn& link : m_network.links)
            if (link.amount > 0)
                m_links[next[link.from]++] = link;
    }
    void walkFrom(std::uint32_t start)
    {
        m_numberOf[start] = 0;
        m_placeOf.push_back(start);
        for (std::size_t number = 0; number < m_placeOf.size(); ++number) {
            const std::uint32_t place = m_placeOf[number];
            for (std::size_t i = m_first[place]; i < m_first[place + 1]; ++i) {
                std::uint32_t& reached = m_numberOf[m_links[i].to];
                if (reached != kUnreached)
                    continue;
                reached = static_cast<std::uint32_t>(m_placeOf.size());
                m_placeOf.push_back(m_links[i].to);
            }
        }
    }

    const PassingNetwork& m_network;
    std::vector<std::size_t> m_first; ///< of the links of a place
    std::vector<PassedOn> m_links;
    std::vector<std::uint32_t> m_numberOf, m_placeOf;
};

/// Which places keep what they get among themselves, and the groups they are.
std::vector<bool> findClosed(const ReachedPart& part, Arrivals& reach)
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    for (std::uint32_t number = 0; number < part.size(); ++number)
        part.forEachLink(number, [&](std::uint32_t to, std::int64_t) { edges.emplace_back(number, to); });
    const StrongParts strong = strongPartsOf(part.size(), std::move(edges));
    const std::vector<std::uint32_t>& components = strong.partOf;
    std::vector<bool> isClosed(strong.count, true); // until something leaves
    for (std::size_t number = 0; number < part.size(); ++number) {
        std::int64_t kept = 0;
        part.forEachLink(number, [&](std::uint32_t to, std::int64_t amount) {
            kept += components[to] == components[number] ? amount : 0;
        });
        if (kept == 0 || kept < part.wholeOf(number))
            isClosed[components[number]] = false;
    }
    std::vector<std::vector<std::uint32_t>> groups(strong.count);
    std::vector<bool> keeps(part.size());
    for (std::size_t number = 0; number < part.size(); ++number) {
        keeps[number] = isClosed[components[number]];
        if (keeps[number])
            groups[components[number]].push_back(part.placeOf(number));
    }
    for (std::vector<std::uint32_t>& group : groups) {
        std::sort(group.begin(), group.end());
        if (!group.empty())
            reach.closedGroups.push_back(std::move(group));
    }
    std::sort(reach.closedGroups.begin(), reach.closedGroups.end());
    return keeps;
}

/// I − A over the part; what a closed group passes on is left out, so that it ends there.
LeontiefMatrix leontiefMatrix(const ReachedPart& part, const std::vector<bool>& keeps)
{
    std::vector<Eigen::Triplet<double>> entries;
    for (std::size_t number = 0; number < part.size(); ++number) {
        const auto column = static_cast<int>(number);
        entries.emplace_back(column, column, 1.0);
        if (keeps[number])
            continue;
        const auto whole = static_cast<double>(part.wholeOf(number));
        part.forEachLink(number, [&](std::uint32_t to, std::int64_t amount) {
            entries.emplace_back(static_cast<int>(to), column, -static_cast<double>(amount) / whole);
        });
    }
    LeontiefMatrix matrix(static_cast<int>(part.size()), static_cast<int>(part.size()));
    matrix.setFromTriplets(entries.begin(), entries.end()); // adds what stands twice
    return matrix;
}

/// Solves (I − A) x = e: by iteration, which settles at once where money leaves on the way; where it does not, by one
/// with a better start from a factorization in part, and last by elimination.
class LeontiefSolver {
public:
    LeontiefSolver(const LeontiefMatrix& matrix, const Progress& progress)
        : m_matrix(matrix), m_progress(progress), m_entering(LeontiefVector::Zero(matrix.rows()))
    {
        m_entering[0] = 1;
        m_result = m_entering;
        m_residual = residualOf(m_result);
    }

    /// @return false: cancelled
    bool solve()
    {
        if (!iterate<Eigen::DiagonalPreconditioner<double>>())
            return false;
        if (m_residual > kSettled && !iterate<Eigen::IncompleteLUT<double>>())
            return false;
        if (m_residual > kSettled)
            eliminate();
        return true;
    }
    [[nodiscard]] const LeontiefVector& result() const noexcept { return m_result; }
    [[nodiscard]] double residual() const noexcept { return m_residual; }
    [[nodiscard]] int iterations() const noexcept { return m_iterations; }

private:
    static constexpr double kPrecision = 1e-14;
    static constexpr double kSettled = 1e-11;

    [[nodiscard]] double residualOf(const LeontiefVector& result) const
    {
        return (m_entering - m_matrix * result).cwiseAbs().maxCoeff();
    }
    /// Takes over what is nearer.
    bool takeIfBetter(const LeontiefVector& next)
    {
        const double residual = residualOf(next);
        if (!std::isfinite(residual) || residual >= m_residual)
            return false;
        m_result = next;
        m_residual = residual;
        return true;
    }
    template <class Preconditioner>
    bool iterate()
    {
        constexpr int kAtOnce = 100;
        constexpr int kMost = 1000;
        Eigen::BiCGSTAB<LeontiefMatrix, Preconditioner> solver;
        solver.setTolerance(kPrecision);
        solver.setMaxIterations(kAtOnce);
        solver.compute(m_matrix);
        for (int i = 0; i < kMost && m_residual > kPrecision; i += kAtOnce) {
            if (m_progress && !m_progress(static_cast<double>(i) / kMost))
                return false;
            const LeontiefVector next = solver.solveWithGuess(m_entering, m_result);
            m_iterations += static_cast<int>(solver.iterations());
            if (!takeIfBetter(next))
                break; // as good as it gets
        }
        return true;
    }
    void eliminate()
    {
        const Eigen::SparseLU<LeontiefMatrix> elimination(m_matrix);
        if (elimination.info() == Eigen::Success)
            takeIfBetter(elimination.solve(m_entering));
    }

    const LeontiefMatrix& m_matrix;
    const Progress& m_progress;
    LeontiefVector m_entering, m_result;
    double m_residual = 0;
    int m_iterations = 0;
};

} // namespace

std::optional<Arrivals> reachFrom(const PassingNetwork& network, std::uint32_t start, const Progress& progress)
{
    if (progress && !progress(0))
        return std::nullopt;
    Arrivals reach;
    const ReachedPart part(network, start);
    const std::vector<bool> keeps = findClosed(part, reach);
    const LeontiefMatrix matrix = leontiefMatrix(part, keeps);
    LeontiefSolver solver(matrix, progress);
    if (!solver.solve())
        return std::nullopt;
    reach.residual = solver.residual();
    reach.iterations = solver.iterations();
    reach.amounts.assign(network.wholes.size(), 0);
    for (std::size_t number = 0; number < part.size(); ++number)
        reach.amounts[part.placeOf(number)] = std::max(0.0, solver.result()[static_cast<Eigen::Index>(number)]);
    return reach;
}

std::optional<Arrivals> reachFrom(const PassingNetwork& network, std::uint32_t start, int tiers,
                                  const Progress& progress)
{
    Arrivals reach;
    const ReachedPart part(network, start);
    std::vector<double> arriving(part.size(), 0), sum(part.size(), 0);
    arriving[0] = sum[0] = 1;
    for (bool moves = true; moves && reach.iterations < tiers; ++reach.iterations) {
        if (progress && !progress(static_cast<double>(reach.iterations) / tiers))
            return std::nullopt;
        std::vector<double> next(part.size(), 0);
        for (std::size_t number = 0; number < part.size(); ++number)
            if (arriving[number] > 0)
                part.forEachLink(number, [&](std::uint32_t to, std::int64_t amount) {
                    next[to] +=
                        arriving[number] * (static_cast<double>(amount) / static_cast<double>(part.wholeOf(number)));
                });
        moves = false; // once all of it has left
        for (std::size_t number = 0; number < part.size(); ++number) {
            sum[number] += next[number];
            moves = moves || next[number] > 0;
        }
        arriving = std::move(next);
    }
    reach.amounts.assign(network.wholes.size(), 0);
    for (std::size_t number = 0; number < part.size(); ++number)
        reach.amounts[part.placeOf(number)] = sum[number];
    return reach;
}

} // namespace ochain
