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

using Matrix = Eigen::SparseMatrix<double>;
using Vector = Eigen::VectorXd;

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
std::vector<bool> findClosed(const ReachedPart& part, Reach& reach)
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
Matrix leontiefMatrix(const ReachedPart& part, const std::vector<bool>& keeps)
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
    Matrix matrix(static_cast<int>(part.size()), static_cast<int>(part.size()));
    matrix.setFromTriplets(entries.begin(), entries.end()); // adds what stands twice
    return matrix;
}

double greatestOf(const Vector& vector)
{
    return vector.size() == 0 ? 0 : vector.cwiseAbs().maxCoeff();
}

/// Solves by iteration, and where that does not settle by elimination.
std::optional<Vector> solveLeontief(const Matrix& matrix, const Vector& entering, const Progress& progress,
                                    Reach& reach)
{
    constexpr double kPrecision = 1e-14;
    constexpr double kSettled = 1e-10;
    constexpr int kIterationsAtOnce = 20;
    constexpr int kMostIterations = 2000;
    Eigen::BiCGSTAB<Matrix, Eigen::IncompleteLUT<double>> solver;
    solver.setTolerance(kPrecision);
    solver.setMaxIterations(kIterationsAtOnce);
    solver.compute(matrix);
    Vector result = entering;
    reach.residual = greatestOf(entering - matrix * result);
    while (solver.info() == Eigen::Success && reach.iterations < kMostIterations && reach.residual > kPrecision) {
        if (progress && !progress(static_cast<double>(reach.iterations) / kMostIterations))
            return std::nullopt;
        const Vector next = solver.solveWithGuess(entering, result);
        const double residual = greatestOf(entering - matrix * next);
        const int taken = static_cast<int>(solver.iterations());
        reach.iterations += std::max(taken, 1);
        const bool isBetter = std::isfinite(residual) && residual < reach.residual;
        if (!isBetter)
            break; // as good as it gets in double
        result = next;
        reach.residual = residual;
    }
    if (reach.residual <= kSettled)
        return result;
    Eigen::SparseLU<Matrix> elimination(matrix);
    if (elimination.info() == Eigen::Success) {
        const Vector exact = elimination.solve(entering);
        const double residual = greatestOf(entering - matrix * exact);
        if (std::isfinite(residual) && residual < reach.residual) {
            result = exact;
            reach.residual = residual;
        }
    }
    return result;
}

} // namespace

std::optional<Reach> reachFrom(const PassingNetwork& network, std::uint32_t start, const Progress& progress)
{
    if (progress && !progress(0))
        return std::nullopt;
    Reach reach;
    const ReachedPart part(network, start);
    const std::vector<bool> keeps = findClosed(part, reach);
    Vector entering = Vector::Zero(static_cast<Eigen::Index>(part.size()));
    entering[0] = 1;
    const std::optional<Vector> arrived = solveLeontief(leontiefMatrix(part, keeps), entering, progress, reach);
    if (!arrived)
        return std::nullopt;
    reach.amounts.assign(network.wholes.size(), 0);
    for (std::size_t number = 0; number < part.size(); ++number)
        reach.amounts[part.placeOf(number)] = std::max(0.0, (*arrived)[static_cast<Eigen::Index>(number)]);
    return reach;
}

std::optional<Reach> reachFrom(const PassingNetwork& network, std::uint32_t start, int tiers, const Progress& progress)
{
    Reach reach;
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
