// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/network_runs.h"

#include "bench/chains.h"
#include "networks/chance.h"
#include "networks/circular.h"
#include "networks/exposure.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>

#include <Eigen/IterativeLinearSolvers>
#include <Eigen/SparseCore>
#include <Eigen/SparseLU>

#include <fmt/format.h>

namespace ochain::bench {

namespace {

constexpr double kMaxExposureMs = 1000;
constexpr double kMaxRingsMs = 1000;
constexpr double kMaxChanceMs = 2000;
constexpr double kMaxOverPlain = 1;
constexpr int kRuns = 500;
constexpr std::size_t kCapitalEvery = 10;
constexpr std::size_t kSeldomCapitalEvery = 5000;

/// The one with most suppliers, so that much can be reached.
NodeId largestBuyer(const MoneyNetwork& network)
{
    std::vector<std::size_t> suppliers(network.parties.size(), 0);
    for (const MoneyArc& arc : network.arcs)
        ++suppliers[arc.payer];
    return network.parties[static_cast<std::size_t>(
        std::distance(suppliers.begin(), std::max_element(suppliers.begin(), suppliers.end())))];
}

using Matrix = Eigen::SparseMatrix<double>;

/// I − A of all parties.
Matrix plainMatrix(const MoneyNetwork& network)
{
    const auto size = static_cast<int>(network.parties.size());
    Eigen::VectorXd in = Eigen::VectorXd::Zero(size), out = Eigen::VectorXd::Zero(size);
    for (const MoneyArc& arc : network.arcs) {
        in[arc.payee] += static_cast<double>(arc.cents);
        if (arc.dealClass == DealClass::Trade)
            out[arc.payer] += static_cast<double>(arc.cents);
    }
    std::vector<Eigen::Triplet<double>> entries;
    entries.reserve(network.parties.size() + network.arcs.size());
    for (int i = 0; i < size; ++i)
        entries.emplace_back(i, i, 1.0);
    for (const MoneyArc& arc : network.arcs)
        if (arc.dealClass == DealClass::Trade && arc.cents > 0)
            entries.emplace_back(static_cast<int>(arc.payee), static_cast<int>(arc.payer),
                                 -static_cast<double>(arc.cents) / std::max(in[arc.payer], out[arc.payer]));
    Matrix matrix(size, size);
    matrix.setFromTriplets(entries.begin(), entries.end());
    return matrix;
}

/// The same column as Eigen gives it to whoever just asks: of few parties by elimination, of many by its iteration.
std::vector<double> plainColumn(const MoneyNetwork& network, PartyPlace start)
{
    constexpr int kManyParties = 30'000; // whose elimination takes minutes
    const Matrix matrix = plainMatrix(network);
    Eigen::VectorXd entering = Eigen::VectorXd::Zero(matrix.rows());
    entering[start] = 1;
    Eigen::VectorXd column;
    if (matrix.rows() < kManyParties) {
        column = Eigen::SparseLU<Matrix>(matrix).solve(entering);
    } else {
        column = Eigen::BiCGSTAB<Matrix, Eigen::IncompleteLUT<double>>(matrix).solve(entering);
    }
    return {column.begin(), column.end()};
}

void checkSame(const MoneyNetwork& network, const LookThrough& look, const std::vector<double>& plain)
{
    constexpr double kSame = 1e-8;
    for (const ReachedParty& row : look.rows)
        if (const double other = plain[*network.placeOf(row.party)]; std::abs(row.amount - other) > kSame * (1 + other))
            throw std::runtime_error(fmt::format("exposure gives {}, elimination {}", row.amount, other));
}

void addExposure(const Snapshot& snapshot, std::vector<Result>& results)
{
    const MoneyNetwork all = *moneyNetworkOf(snapshot, {kTotal, snapshot.rollups.lens(), NodeId()});
    if (all.parties.empty())
        return;
    const NetworkScope scope{kTotal, snapshot.rollups.lens(), largestBuyer(all)};
    std::optional<MoneyNetwork> network;
    std::optional<LookThrough> look;
    const double read = secondsOf([&] { network = moneyNetworkOf(snapshot, scope); });
    const double solved = secondsOf([&] { look = lookThroughOf(*network, scope.lookedAt, std::nullopt); });
    std::vector<double> column;
    const double plain = secondsOf([&] { column = plainColumn(*network, *network->placeOf(scope.lookedAt)); });
    if (look->closedGroups.empty())
        checkSame(*network, *look, column);
    results.push_back(
        {"exposure_reached", "exposure: parties that are reached", static_cast<double>(look->rows.size()), {}});
    results.push_back(
        {"exposure_ms", "  to the end, who pays whom included, ms", (read + solved) * 1e3, kMaxExposureMs});
    results.push_back({"exposure_plain_ms", "  the plain column by Eigen, ms", plain * 1e3, {}});
    results.push_back({"exposure_ratio", "  the column over it", solved / plain, kMaxOverPlain});
}

/// Rings where one arc in so many stands for capital, of which the chain has none: it pays the other way.
double secondsOfRings(const MoneyNetwork& network, std::size_t capitalEvery, std::size_t& count)
{
    std::vector<RingArc> arcs = ringArcsOf(network);
    for (std::size_t i = 0; i < arcs.size(); i += capitalEvery) {
        arcs[i].isCapital = true;
        std::swap(arcs[i].from, arcs[i].to);
    }
    const auto places = static_cast<std::uint32_t>(network.parties.size());
    return secondsOf([&] { count = largestRings(arcs, places, {})->rings.size(); });
}

void addRings(const Snapshot& snapshot, std::vector<Result>& results)
{
    std::optional<MoneyNetwork> network;
    const double read = secondsOf([&] {
        network = moneyNetworkOf(snapshot, {kTotal, snapshot.rollups.lens(), NodeId()});
    });
    std::size_t many = 0, few = 0;
    const double amongMany = secondsOfRings(*network, kCapitalEvery, many);
    const double amongFew = secondsOfRings(*network, kSeldomCapitalEvery, few);
    results.push_back({"rings", "rings of length 6, a tenth capital: found", static_cast<double>(many), {}});
    results.push_back({"rings_ms", "  who pays whom included, ms", (read + amongMany) * 1e3, kMaxRingsMs});
    results.push_back({"rings_few", "  one in 5,000 capital: found", static_cast<double>(few), {}});
    results.push_back({"rings_few_ms", "  who pays whom included, ms", (read + amongFew) * 1e3, kMaxRingsMs});
}

void addChance(std::vector<Result>& results)
{
    Snapshot snapshot{shippedChain(), {}};
    snapshot.rollups.compute(snapshot.chain, Lens());
    const MoneyNetwork network = *moneyNetworkOf(snapshot, {kTotal, Lens(), NodeId()});
    std::optional<Chance> chance;
    const double taken = secondsOf([&] {
        ChanceOptions options;
        options.runs = kRuns;
        chance = holdAgainstChance(ringArcsOf(network), static_cast<std::uint32_t>(network.parties.size()), options);
    });
    results.push_back({"chance_rings", "rings of the shipped chain", chance->rings.observed, {}});
    results.push_back({"chance_ms", "  500 runs of chance, ms", taken * 1e3, kMaxChanceMs});
}

} // namespace

std::vector<Result> measureNetworks(const Snapshot& snapshot)
{
    std::vector<Result> results;
    addExposure(snapshot, results);
    addRings(snapshot, results);
    addChance(results);
    return results;
}

} // namespace ochain::bench
