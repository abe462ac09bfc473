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

/// The one with most suppliers, so that much can be reached.
NodeId largestBuyer(const MoneyNetwork& network)
{
    std::vector<std::size_t> suppliers(network.parties.size(), 0);
    for (const MoneyArc& arc : network.arcs)
        ++suppliers[arc.payer];
    return network.parties[static_cast<std::size_t>(
        std::distance(suppliers.begin(), std::max_element(suppliers.begin(), suppliers.end())))];
}

/// The same by a plain elimination of all of I − A.
std::vector<double> plainColumn(const MoneyNetwork& network, PartyPlace start)
{
    const auto size = static_cast<int>(network.parties.size());
    Eigen::VectorXd in = Eigen::VectorXd::Zero(size), out = Eigen::VectorXd::Zero(size);
    for (const MoneyArc& arc : network.arcs) {
        in[arc.payee] += static_cast<double>(arc.cents);
        if (arc.dealClass == DealClass::Trade)
            out[arc.payer] += static_cast<double>(arc.cents);
    }
    std::vector<Eigen::Triplet<double>> entries;
    for (int i = 0; i < size; ++i)
        entries.emplace_back(i, i, 1.0);
    for (const MoneyArc& arc : network.arcs)
        if (arc.dealClass == DealClass::Trade && arc.cents > 0)
            entries.emplace_back(static_cast<int>(arc.payee), static_cast<int>(arc.payer),
                                 -static_cast<double>(arc.cents) / std::max(in[arc.payer], out[arc.payer]));
    Eigen::SparseMatrix<double> matrix(size, size);
    matrix.setFromTriplets(entries.begin(), entries.end());
    Eigen::SparseLU<Eigen::SparseMatrix<double>> elimination(matrix);
    Eigen::VectorXd entering = Eigen::VectorXd::Zero(size);
    entering[start] = 1;
    const Eigen::VectorXd column = elimination.solve(entering);
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
    results.push_back({"exposure_plain_ms", "  plain elimination by Eigen, ms", plain * 1e3, {}});
    results.push_back({"exposure_ratio", "  the column over it", solved / plain, kMaxOverPlain});
}

void addRings(const Snapshot& snapshot, std::vector<Result>& results)
{
    std::optional<MoneyNetwork> network;
    std::vector<RingArc> arcs;
    std::optional<Rings> rings;
    const double read = secondsOf([&] {
        network = moneyNetworkOf(snapshot, {kTotal, snapshot.rollups.lens(), NodeId()});
    });
    arcs = ringArcsOf(*network);
    for (std::size_t i = 0; i < arcs.size(); i += kCapitalEvery) {
        arcs[i].isCapital = true; // the chain has none: some deals stand for it, which pay the other way
        std::swap(arcs[i].from, arcs[i].to);
    }
    const auto places = static_cast<std::uint32_t>(network->parties.size());
    const double found = secondsOf([&] { rings = largestRings(arcs, places, {}); });
    results.push_back({"rings", "rings found, of length 6", static_cast<double>(rings->rings.size()), {}});
    results.push_back({"rings_ms", "  who pays whom included, ms", (read + found) * 1e3, kMaxRingsMs});
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
