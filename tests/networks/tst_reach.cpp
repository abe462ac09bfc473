// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/reach.h"
#include "networks/shares.h"

#include <QObject>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace ochain;

namespace {

using Dense = std::vector<std::vector<double>>;

/// A as it stands in the books, what j passes on to i in row i and column j.
Dense matrixOf(const PassingNetwork& network)
{
    Dense a(network.wholes.size(), std::vector<double>(network.wholes.size(), 0));
    for (const PassedOn& link : network.links)
        if (link.amount > 0)
            a[link.to][link.from] += static_cast<double>(link.amount) / static_cast<double>(network.wholes[link.from]);
    return a;
}

/// Solves (I − A) x = e by Gauss and Jordan, with pivots.
std::vector<double> solveDense(const Dense& a, std::size_t start)
{
    const std::size_t n = a.size();
    Dense rows(n, std::vector<double>(n + 1, 0));
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j)
            rows[i][j] = (i == j ? 1 : 0) - a[i][j];
        rows[i][n] = i == start ? 1 : 0;
    }
    for (std::size_t column = 0; column < n; ++column) {
        const auto pivot = std::max_element(
            rows.begin() + static_cast<std::ptrdiff_t>(column), rows.end(),
            [column](const auto& x, const auto& y) { return std::abs(x[column]) < std::abs(y[column]); });
        std::iter_swap(rows.begin() + static_cast<std::ptrdiff_t>(column), pivot);
        for (std::size_t i = 0; i < n; ++i) {
            if (i == column)
                continue;
            const double factor = rows[i][column] / rows[column][column];
            for (std::size_t j = column; j <= n; ++j)
                rows[i][j] -= factor * rows[column][j];
        }
    }
    std::vector<double> x(n);
    for (std::size_t i = 0; i < n; ++i)
        x[i] = rows[i][n] / rows[i][i];
    return x;
}

/// Places that pass on part of what they get, some nothing; each keeps a little, so that all comes to an end.
PassingNetwork randomNetwork(std::mt19937_64& random, std::uint32_t places)
{
    PassingNetwork network;
    network.wholes.assign(places, 0);
    for (std::uint32_t from = 0; from < places; ++from) {
        const auto links = static_cast<int>(random() % 5);
        for (int i = 0; i < links; ++i) {
            const PassedOn link{from, static_cast<std::uint32_t>(random() % places),
                                static_cast<std::int64_t>(random() % 1'000'000)};
            network.links.push_back(link);
            network.wholes[from] += link.amount;
        }
        network.wholes[from] += 1 + static_cast<std::int64_t>(random() % 1'000'000);
    }
    return network;
}

} // namespace

/// Where a unit that enters gets to.
class TestReach final : public QObject {
    Q_OBJECT
private slots:
    void theInverseIsThePublishedOne_data();
    void theInverseIsThePublishedOne();
    void itIsWhatEliminationGives_data();
    void itIsWhatEliminationGives();
    void tierByTierItComesToTheEnd();
    void whoKeepsAllIsNamed();
    void sharesAddUpToTheWhole_data();
    void sharesAddUpToTheWhole();
    void itEndsWhenItIsTold();
};

// Miller & Blair, Input-Output Analysis, chapter 2.
void TestReach::theInverseIsThePublishedOne_data()
{
    QTest::addColumn<int>("start");
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("second");
    QTest::newRow("column 1") << 0 << 1.25412541 << 0.2640264;
    QTest::newRow("column 2") << 1 << 0.330033 << 1.12211221;
}

void TestReach::theInverseIsThePublishedOne()
{
    QFETCH(const int, start);
    QFETCH(const double, first);
    QFETCH(const double, second);
    const PassingNetwork network{{{0, 0, 150}, {1, 0, 500}, {0, 1, 200}, {1, 1, 100}}, {1000, 2000}};
    const auto reach = reachFrom(network, static_cast<std::uint32_t>(start));
    QVERIFY(reach.has_value());
    QVERIFY(std::abs(reach->amounts[0] - first) < 0.5e-7);
    QVERIFY(std::abs(reach->amounts[1] - second) < 0.5e-7);
    QVERIFY(reach->residual < 1e-12);
    QVERIFY(reach->closedGroups.empty());
}

void TestReach::itIsWhatEliminationGives_data()
{
    QTest::addColumn<int>("places");
    for (const int places : {1, 2, 3, 7, 20, 60})
        QTest::addRow("%d places", places) << places;
}

void TestReach::itIsWhatEliminationGives()
{
    QFETCH(const int, places);
    std::mt19937_64 random(static_cast<std::uint64_t>(places));
    for (int round = 0; round < 20; ++round) {
        const PassingNetwork network = randomNetwork(random, static_cast<std::uint32_t>(places));
        const auto start = static_cast<std::uint32_t>(random() % static_cast<std::uint64_t>(places));
        const std::vector<double> expected = solveDense(matrixOf(network), start);
        const auto reach = reachFrom(network, start);
        const auto again = reachFrom(network, start);
        QVERIFY(reach && again);
        QVERIFY(reach->amounts == again->amounts);
        for (std::size_t i = 0; i < expected.size(); ++i)
            QVERIFY2(std::abs(reach->amounts[i] - expected[i]) <= 1e-9 * (1 + expected[i]),
                     qPrintable(QStringLiteral("round %1, place %2: %3 and %4")
                                    .arg(round)
                                    .arg(i)
                                    .arg(reach->amounts[i], 0, 'g', 17)
                                    .arg(expected[i], 0, 'g', 17)));
    }
}

void TestReach::tierByTierItComesToTheEnd()
{
    std::mt19937_64 random(5);
    const PassingNetwork network = randomNetwork(random, 30);
    const auto end = reachFrom(network, 0);
    double before = 0;
    for (const int tiers : {1, 2, 5, 20, 1000}) {
        const auto reach = reachFrom(network, 0, tiers);
        QVERIFY(reach.has_value());
        const double sum = std::accumulate(reach->amounts.begin(), reach->amounts.end(), 0.0);
        QVERIFY(sum >= before);
        before = sum;
    }
    QVERIFY(std::abs(before - std::accumulate(end->amounts.begin(), end->amounts.end(), 0.0)) < 1e-9 * before);

    // A + I over one tier is what the start passes on itself.
    const Dense a = matrixOf(network);
    const auto one = reachFrom(network, 0, 1);
    for (std::size_t i = 0; i < a.size(); ++i)
        QVERIFY(std::abs(one->amounts[i] - (a[i][0] + (i == 0 ? 1 : 0))) < 1e-12);
}

void TestReach::whoKeepsAllIsNamed()
{
    // 0 gives half to 1; 1, 2 and 3 pass all on to each other and nobody else
    const PassingNetwork network{{{0, 1, 5}, {1, 2, 7}, {2, 3, 7}, {3, 1, 4}, {3, 2, 3}}, {10, 7, 7, 7}};
    const auto reach = reachFrom(network, 0);
    QCOMPARE(reach->closedGroups, (std::vector<std::vector<std::uint32_t>>{{1, 2, 3}}));
    QCOMPARE(reach->amounts, (std::vector<double>{1, 0.5, 0, 0}));
    const auto inside = reachFrom(network, 2);
    QCOMPARE(inside->closedGroups.size(), std::size_t{1});
    QCOMPARE(inside->amounts, (std::vector<double>{0, 0, 1, 0}));

    // One cent that leaves opens it.
    PassingNetwork open = network;
    open.wholes[2] = 8;
    const auto opened = reachFrom(open, 0);
    QVERIFY(opened->closedGroups.empty());
    QVERIFY(opened->amounts[2] > 1);
}

void TestReach::sharesAddUpToTheWhole_data()
{
    QTest::addColumn<QList<qint64>>("amounts");
    QTest::addColumn<QList<int>>("shares");
    QTest::newRow("thirds: the first gets what is left") << QList<qint64>{1, 1, 1} << QList<int>{3334, 3333, 3333};
    QTest::newRow("the largest fraction gets it") << QList<qint64>{10, 10, 11} << QList<int>{3226, 3226, 3548};
    QTest::newRow("alone") << QList<qint64>{7} << QList<int>{10'000};
    QTest::newRow("zeros beside") << QList<qint64>{0, 7, 0} << QList<int>{0, 10'000, 0};
    QTest::newRow("nothing") << QList<qint64>{0, 0} << QList<int>{-1, -1};
    QTest::newRow("nobody") << QList<qint64>{} << QList<int>{};
    QTest::newRow("the largest amounts") << QList<qint64>{1LL << 60, 1LL << 60, 1LL << 60}
                                         << QList<int>{3334, 3333, 3333};
}

void TestReach::sharesAddUpToTheWhole()
{
    QFETCH(const QList<qint64>, amounts);
    QFETCH(const QList<int>, shares);
    const std::vector<BasisPoints> got = sharesOf(std::vector<std::int64_t>(amounts.begin(), amounts.end()));
    QList<int> values;
    for (const BasisPoints share : got)
        values << share.value;
    QCOMPARE(values, shares);
}

void TestReach::itEndsWhenItIsTold()
{
    std::mt19937_64 random(9);
    const PassingNetwork network = randomNetwork(random, 10);
    QVERIFY(!reachFrom(network, 0, [](double) { return false; }));
    QVERIFY(!reachFrom(network, 0, 3, [](double) { return false; }));
}

QTEST_APPLESS_MAIN(TestReach)
#include "tst_reach.moc"
