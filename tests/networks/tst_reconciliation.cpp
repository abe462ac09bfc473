// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/reconciliation.h"

#include <QTest>

#include <cmath>
#include <random>
#include <vector>

using namespace ochain;

namespace {

enum Stan : std::uint32_t { F1, F2, F3, F4, F5, F6, F7, Tc };

/// The worked example of STAN: five flows, a transfer coefficient, three balances.
std::vector<StatedQuantity> stanFlows()
{
    std::vector<StatedQuantity> flows(Tc + 1);
    flows[F1] = {100, 10};
    flows[F2] = {50, 0};
    flows[F3] = {300, 30};
    flows[F5] = {160, 16};
    flows[Tc] = {.5, .05};
    return flows;
}
std::vector<Balance> stanBalances()
{
    return {{{1, F4, {}}, {-1, F3, Tc}},
            {{1, F1, {}}, {1, F2, {}}, {1, F4, {}}, {-1, F3, {}}},
            {{1, F3, {}}, {-1, F4, {}}, {-1, F5, {}}},
            {{1, F5, {}}, {-1, F6, {}}, {-1, F7, {}}}};
}

/// Of three gauges of one quantity.
std::vector<Balance> alike()
{
    return {{{1, 0, {}}, {-1, 1, {}}}, {{1, 1, {}}, {-1, 2, {}}}};
}

bool isPrinted(double value, double printed)
{
    return std::abs(value - printed) <= 0.5000001e-6;
}

} // namespace

/// Weighted least squares over balances.
class TestReconciliation final : public QObject {
    Q_OBJECT

private slots:
    void thePublishedExampleIsMetToTheDigit()
    {
        const Reconciliation found = reconciled(stanFlows(), stanBalances());
        const std::vector<ReconciledQuantity>& flows = found.quantities;
        QVERIFY(isPrinted(flows[F1].adjusted, 102.425960));
        QVERIFY(isPrinted(flows[F1].deviation, 7.882792));
        QCOMPARE(flows[F2].adjusted, 50.0);
        QVERIFY(isPrinted(flows[F3].adjusted, 302.416229));
        QVERIFY(isPrinted(flows[F3].deviation, 22.608614));
        QVERIFY(isPrinted(flows[F4].adjusted, 149.990270));
        QVERIFY(isPrinted(flows[F5].adjusted, 152.425960));
        QVERIFY(isPrinted(flows[Tc].adjusted, .495973));
        QVERIFY(flows[F4].isDetermined);
        QVERIFY(!flows[F6].isDetermined);
        QVERIFY(!flows[F7].isDetermined);
        QVERIFY(found.residual < 1e-9);
        QVERIFY(found.iterations > 1);
    }

    void whatABalanceAddsIsDetermined()
    {
        std::vector<Balance> balances = stanBalances();
        balances.push_back({{1, F6, {}}, {-1, F7, {}}});
        const Reconciliation found = reconciled(stanFlows(), balances);
        for (const Stan flow : {F6, F7}) {
            QVERIFY(found.quantities[flow].isDetermined);
            QVERIFY(isPrinted(found.quantities[flow].adjusted, 76.212980));
            QVERIFY(isPrinted(found.quantities[flow].deviation, 3.941396));
        }
    }

    void gaugesOfOneQuantityMeetAtTheirWeightedMean()
    {
        const Reconciliation found = reconciled({{100, 10}, {110, 10}, {120, 5}}, alike());
        for (const ReconciledQuantity& gauge : found.quantities)
            QVERIFY(std::abs(gauge.adjusted - 115) < 1e-9); // (100/100 + 110/100 + 120/25) ÷ (1/100 + 1/100 + 1/25)
        QVERIFY(std::abs(found.quantities[0].influence - 1.0 / 6) < 1e-12);
        QVERIFY(std::abs(found.quantities[2].influence - 4.0 / 6) < 1e-12);
        QVERIFY(std::abs(found.quantities[1].deviation - std::sqrt(100.0 / 6)) < 1e-9);
    }

    void aGrossErrorIsSuspect()
    {
        const Reconciliation sound = reconciled({{100, 10}, {105, 10}, {98, 10}}, alike());
        for (const ReconciledQuantity& gauge : sound.quantities)
            QVERIFY(!gauge.isSuspect());
        const Reconciliation wrong = reconciled({{100, 10}, {105, 10}, {980, 10}}, alike());
        QVERIFY(wrong.quantities[2].isSuspect());
        QVERIFY(std::abs(wrong.quantities[2].test) > std::abs(wrong.quantities[1].test));
    }

    void whatNobodyElseSpeaksOfStays()
    {
        const Reconciliation found = reconciled({{7e16, 5e15}, {.04, .01}}, {});
        QCOMPARE(found.quantities[0].adjusted, 7e16);
        QCOMPARE(found.quantities[0].influence, 1.0);
        QCOMPARE(found.quantities[0].test, 0.0);
        QCOMPARE(found.quantities[1].deviation, .01);
        QCOMPARE(reconciled({}, {}).quantities.size(), std::size_t{0});
    }

    void exactFiguresThatContradictAreNotAdjusted()
    {
        const Reconciliation found = reconciled({{100, 0}, {110, 0}, {105, 5}}, alike());
        QCOMPARE(found.quantities[0].adjusted, 100.0);
        QCOMPARE(found.quantities[1].adjusted, 110.0);
        QVERIFY(found.residual > 1e-3);
    }

    void nobodyStatesAnything()
    {
        const Reconciliation found = reconciled({{{}, 0}, {{}, 0}}, {{{1, 0, {}}, {-1, 1, {}}}});
        QVERIFY(!found.quantities[0].isDetermined);
        QCOMPARE(found.quantities[0].influence, 0.0);
    }

    /// Adjusted figures are in balance, and no other figures in balance are nearer to those stated.
    void theLeastSquaresAreFound_data()
    {
        QTest::addColumn<std::uint32_t>("seed");
        for (std::uint32_t seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void theLeastSquaresAreFound()
    {
        QFETCH(const std::uint32_t, seed);
        std::mt19937 random(seed);
        const auto below = [&random](std::uint32_t count) { return static_cast<std::uint32_t>(random() % count); };
        std::vector<StatedQuantity> quantities(9);
        for (StatedQuantity& quantity : quantities)
            quantity = {50.0 + below(100), 1.0 + below(9)};
        std::vector<Balance> balances(3);
        for (Balance& balance : balances)
            balance = {{1, below(3), {}}, {1, 3 + below(3), {}}, {-1, 6 + below(3), {}}};
        const Reconciliation found = reconciled(quantities, balances);
        QVERIFY(found.residual < 1e-9);
        // At the least the weighted adjustment stands upright on all that balances leave free: on V Aᵀ it has a part
        // only.
        const auto cost = [&](const std::vector<double>& values) {
            double sum = 0;
            for (std::size_t i = 0; i < values.size(); ++i)
                sum += std::pow((values[i] - *quantities[i].stated) / quantities[i].deviation, 2);
            return sum;
        };
        std::vector<double> adjusted;
        for (const ReconciledQuantity& quantity : found.quantities)
            adjusted.push_back(quantity.adjusted);
        const double least = cost(adjusted);
        for (int i = 0; i < 50; ++i) {
            std::vector<StatedQuantity> shaken;
            shaken.reserve(adjusted.size());
            for (const double value : adjusted)
                shaken.push_back({value + (static_cast<double>(below(2001)) - 1000) / 1000, 1});
            std::vector<double> other; // in balance too
            for (const ReconciledQuantity& quantity : reconciled(shaken, balances).quantities)
                other.push_back(quantity.adjusted);
            QVERIFY(cost(other) >= least - 1e-9);
        }
    }
};

QTEST_APPLESS_MAIN(TestReconciliation)
#include "tst_reconciliation.moc"
