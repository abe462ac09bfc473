// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analyses/random_cells.h"
#include "networks/exposure.h"
#include "networks/exposure_words.h"
#include "networks/networks_testing.h"

#include <QObject>
#include <QTest>

#include <cmath>
#include <numeric>

#include <fmt/format.h>

using namespace ochain;
using namespace ochain::testing;

namespace {

/// "tsmc 60 6000, outside 40 4000": dollars and basis points.
QString told(const PayingChain& chain, const ExposureSide& side)
{
    QStringList rows;
    for (const ExposureRow& row : side.rows)
        rows << QStringLiteral("%1 %2 %3%4")
                    .arg(QString::fromStdString(chain.keyOf(row.party)))
                    .arg(row.cents / 100)
                    .arg(row.share.value)
                    .arg(row.undisclosed > 0 ? QStringLiteral(" (%1)").arg(row.undisclosed) : QString());
    return rows.join(QStringLiteral(", "));
}

Exposure exposureIn(const PayingChain& chain, const char* node, Period period = kIn2027, const Lens& lens = {})
{
    const Snapshot snapshot = chain.snapshot(lens);
    const NetworkScope scope{period, lens, chain.nodeId(node)};
    return exposureOf(snapshot, scope, networkIn(snapshot, scope));
}

LookThrough through(const PayingChain& chain, const char* node, std::optional<int> tiers = {})
{
    const Snapshot snapshot = chain.snapshot();
    const NetworkScope scope{kIn2027, Lens(), chain.nodeId(node)};
    return lookThroughOf(networkIn(snapshot, scope), scope.lookedAt, tiers).value();
}

double reaching(const PayingChain& chain, const LookThrough& look, const char* node)
{
    for (const ReachedParty& row : look.rows)
        if (row.party == chain.nodeId(node))
            return row.amount;
    return 0;
}

} // namespace

/// Who depends on whom.
class TestExposure final : public QObject {
    Q_OBJECT
private slots:
    void sharesAreOfRevenueAndOfSpend();
    void whatLiesOutsideTheChainIsAParty_data();
    void whatLiesOutsideTheChainIsAParty();
    void aCompanyIsOnePartyWithAllInIt();
    void thePublishedChainGivesThePublishedInverse();
    void capitalInIsNotPassedOnByItself();
    void aClosedGroupIsSaidInWords();
    void whereThereIsNothingToShare_data();
    void whereThereIsNothingToShare();
    void ofRandomChainsTheRollupsAreShared_data();
    void ofRandomChainsTheRollupsAreShared();
    void itEndsWhenItIsTold();
};

void TestExposure::sharesAreOfRevenueAndOfSpend()
{
    PayingChain chain{"lab", "cloud", "chips", "fund", "readers"};
    chain.sells("cloud", "lab", "300");
    chain.sells("chips", "lab", "100");
    chain.invests("fund", "lab", "1000"); // capital is no revenue
    chain.sells("lab", "readers", "50");
    const Exposure exposure = exposureIn(chain, "lab");
    QCOMPARE(told(chain, exposure.suppliers), QStringLiteral("cloud 300 7500, chips 100 2500"));
    QCOMPARE(told(chain, exposure.customers), QStringLiteral("readers 50 10000"));
    QCOMPARE(exposure.suppliers.concentration->least, 6250.0); // 0.75² + 0.25²
    QCOMPARE(exposure.suppliers.concentration->most, 6250.0);
    QCOMPARE(exposure.customers.concentration->least, 10'000.0);
    const Exposure ofCloud = exposureIn(chain, "cloud");
    QCOMPARE(told(chain, ofCloud.customers), QStringLiteral("lab 300 10000"));
    QVERIFY(ofCloud.suppliers.rows.empty());
}

void TestExposure::whatLiesOutsideTheChainIsAParty_data()
{
    QTest::addColumn<QString>("asOf");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("period");
    QTest::addColumn<QString>("customers");
    const QString alone = QStringLiteral("lab 300 10000");
    const QString beside = QStringLiteral("lab 300 3000, outside 700 7000");
    QTest::newRow("of the year") << "2027"
                                 << "1000"
                                 << "USD/year"
                                 << "2027" << beside;
    QTest::newRow("a fiscal year that ends in the next") << "2028-01-30"
                                                         << "1000"
                                                         << "USD/year"
                                                         << "2027" << beside;
    QTest::newRow("a fiscal year that lies mostly before") << "2027-05-31"
                                                           << "1000"
                                                           << "USD/year"
                                                           << "2027" << alone;
    QTest::newRow("another year is not carried on") << "2026"
                                                    << "1000"
                                                    << "USD/year"
                                                    << "2027" << alone;
    QTest::newRow("less than the chain holds") << "2027"
                                               << "200"
                                               << "USD/year"
                                               << "2027" << alone;
    QTest::newRow("just what the chain holds") << "2027"
                                               << "300"
                                               << "USD"
                                               << "2027" << alone;
    QTest::newRow("no dollars") << "2027"
                                << "1000"
                                << "JPY/year"
                                << "2027" << alone;
    QTest::newRow("of all time") << "2027"
                                 << "1000"
                                 << "USD/year"
                                 << "total" << alone;
    QTest::newRow("a quarter of it") << "2027"
                                     << "1000"
                                     << "USD/year"
                                     << "2027Q1" << QStringLiteral("lab 73 2959, outside 176 7041");
}

void TestExposure::whatLiesOutsideTheChainIsAParty()
{
    QFETCH(const QString, asOf);
    QFETCH(const QString, value);
    QFETCH(const QString, unit);
    QFETCH(const QString, period);
    QFETCH(const QString, customers);
    PayingChain chain{"lab", "big-cloud"};
    chain.sells("big-cloud", "lab", "300");
    chain.metric("whole", "big_cloud_revenue",
                 {{metric_field::Node, "big-cloud"},
                  {metric_field::AsOf, asOf.toStdString()},
                  {metric_field::Value, value.toStdString()},
                  {metric_field::Unit, unit.toStdString()}});
    const Period at = period == QStringLiteral("total") ? kTotal : parsePeriod(period.toStdString()).value();
    const ExposureSide side = exposureIn(chain, "big-cloud", at).customers;
    QCOMPARE(told(chain, side), customers);
    QCOMPARE(side.isAboveWhole(), value == QStringLiteral("200"));
    if (customers.contains(QStringLiteral("7000"))) {
        QCOMPARE(std::round(side.concentration->least), 900.0); // 0.3²
        QCOMPARE(std::round(side.concentration->most), 5800.0); // 0.3² + 0.7²
    }
}

void TestExposure::aCompanyIsOnePartyWithAllInIt()
{
    PayingChain chain{"lab", "foundation", "chips"};
    chain.node("group", "models", "foundation"); // which only owns it
    chain.node("product", "models", "group");
    chain.node("site", "models", "group");
    chain.sells("product", "lab", "30");
    chain.sells("group", "lab", "20");
    chain.sells("group", "site", "500"); // stays inside
    chain.sells("chips", "site", "40");
    QCOMPARE(told(chain, exposureIn(chain, "lab").suppliers), QStringLiteral("group 50 10000"));
    QCOMPARE(told(chain, exposureIn(chain, "chips").customers), QStringLiteral("group 40 10000"));
    QCOMPARE(told(chain, exposureIn(chain, "group").customers), QStringLiteral("lab 50 10000"));
    // Looked at by itself a site buys from the company around it.
    QCOMPARE(told(chain, exposureIn(chain, "site").suppliers), QStringLiteral("group 500 9259, chips 40 741"));
}

// Miller & Blair, Input-Output Analysis, chapter 2: Z = [[150, 500], [200, 100]], x = [1000, 2000]. What a sector buys
// of itself goes by way of a trader, who passes on all of it.
void TestExposure::thePublishedChainGivesThePublishedInverse()
{
    PayingChain chain{"one", "two", "trader-one", "trader-two", "households"};
    chain.sells("trader-one", "one", "150");
    chain.sells("one", "trader-one", "150");
    chain.sells("trader-two", "two", "100");
    chain.sells("two", "trader-two", "100");
    chain.sells("one", "two", "500");
    chain.sells("two", "one", "200");
    chain.sells("one", "households", "350");
    chain.sells("two", "households", "1700");
    const LookThrough one = through(chain, "one");
    const LookThrough two = through(chain, "two");
    const auto isPrinted = [](double value, double printed, double unit) {
        return std::abs(value - printed) <= unit / 2;
    };
    QVERIFY(isPrinted(1 + one.returns, 1.25412541, 1e-8));
    QVERIFY(isPrinted(reaching(chain, one, "two"), 0.2640264, 1e-7));
    QVERIFY(isPrinted(reaching(chain, two, "one"), 0.330033, 1e-6));
    QVERIFY(isPrinted(1 + two.returns, 1.12211221, 1e-8));
    // f = [600, 1500] gives x = [1247.5, 1841.6]
    QVERIFY(isPrinted(600 * (1 + one.returns) + 1500 * reaching(chain, two, "one"), 1247.5, 0.1));
    QVERIFY(isPrinted(600 * reaching(chain, one, "two") + 1500 * (1 + two.returns), 1841.6, 0.1));
    QVERIFY(one.residual < 1e-12);

    const LookThrough first = through(chain, "one", 1);
    QCOMPARE(first.rows.size(), std::size_t{2});
    QCOMPARE(reaching(chain, first, "two"), 0.2);
    QCOMPARE(reaching(chain, first, "trader-one"), 0.15);
    QCOMPARE(first.returns, 0.0);
}

void TestExposure::capitalInIsNotPassedOnByItself()
{
    PayingChain chain{"lab", "cloud", "fund"};
    chain.sells("cloud", "lab", "40");
    chain.invests("fund", "lab", "100");
    QCOMPARE(reaching(chain, through(chain, "lab"), "cloud"), 0.4);
    QVERIFY(through(chain, "fund").rows.empty()); // an investment is no purchase
    chain.sells("lab", "fund", "10");
    QCOMPARE(reaching(chain, through(chain, "lab"), "cloud"), 40.0 / 110);
}

void TestExposure::aClosedGroupIsSaidInWords()
{
    PayingChain chain{"lab", "cloud", "chips", "foundry"};
    chain.sells("cloud", "lab", "10");
    chain.sells("chips", "cloud", "30");
    chain.sells("foundry", "chips", "30");
    chain.sells("chips", "foundry", "30");
    const LookThrough look = through(chain, "lab");
    QVERIFY(!look.isClosed()); // chips gets 60 and spends 30
    QVERIFY(look.closedGroups.empty());

    PayingChain shut{"lab", "one", "two"};
    shut.sells("one", "two", "30");
    shut.sells("two", "one", "30");
    const LookThrough inside = through(shut, "one");
    QVERIFY(inside.isClosed());
    QVERIFY(inside.rows.empty());
    QCOMPARE(inside.returns, 0.0);
    const auto nameOf = [&shut](NodeId node) { return shut.keyOf(node); };
    const std::vector<Sentence> sentences = assumptionsOf(inside, nameOf);
    QCOMPARE(sentences.size(), std::size_t{3});
    QVERIFY(sentences[1].text().starts_with("What gets to one, two goes round there for ever"));
    QVERIFY(sentences[2].text().starts_with("one is one of them"));
    const LookThrough tiers = through(shut, "one", 3); // over a number of tiers there is a sum
    QCOMPARE(reaching(shut, tiers, "two"), 2.0);
    QCOMPARE(tiers.returns, 1.0);
}

void TestExposure::whereThereIsNothingToShare_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("suppliers");
    QTest::newRow("no deals") << "none"
                              << "";
    QTest::newRow("outside the calendar") << "beyond"
                                          << "";
    QTest::newRow("undisclosed everywhere") << "undisclosed"
                                            << "chips 0 -1 (1), cloud 0 -1 (1)";
    QTest::newRow("worth nothing") << "zero"
                                   << "";
}

void TestExposure::whereThereIsNothingToShare()
{
    QFETCH(const QString, what);
    QFETCH(const QString, suppliers);
    PayingChain chain{"lab"};
    if (what != QStringLiteral("none")) {
        const std::string usd = what == QStringLiteral("undisclosed") ? "" : what == QStringLiteral("zero") ? "0" : "5";
        chain.node("chips", "models");
        chain.node("cloud", "models");
        chain.sells("chips", "lab", usd);
        chain.sells("cloud", "lab", usd);
    }
    const Period period = what == QStringLiteral("beyond") ? Period{PeriodKind::Year, 2050, 0} : kIn2027;
    const Exposure exposure = exposureIn(chain, "lab", period);
    QCOMPARE(told(chain, exposure.suppliers), suppliers);
    QVERIFY(!exposure.suppliers.concentration);
    QVERIFY(exposure.customers.rows.empty());
    const Snapshot snapshot = chain.snapshot();
    const NetworkScope scope{period, Lens(), chain.nodeId("lab")};
    const auto look = lookThroughOf(networkIn(snapshot, scope), scope.lookedAt, {});
    QVERIFY(look.has_value());
    QCOMPARE(look->undisclosed, what == QStringLiteral("undisclosed") ? 2U : 0U);
    QVERIFY(std::all_of(look->rows.begin(), look->rows.end(), [](const ReachedParty& row) { return row.amount == 0; }));
    QVERIFY(look->closedGroups.empty());
}

void TestExposure::ofRandomChainsTheRollupsAreShared_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void TestExposure::ofRandomChainsTheRollupsAreShared()
{
    QFETCH(const int, seed);
    RandomEdits random(static_cast<std::uint64_t>(seed));
    const Chain chain = randomChain(random, 250);
    Lens lens = random.lens();
    if (lens.overlaps == Overlaps::Overlap) // where a deal may be below zero
        lens.overlaps = Overlaps::Gross;
    Snapshot snapshot{chain, {}};
    snapshot.rollups.compute(chain, lens);
    for (const Period period : periodsOf(random, chain.calendar()))
        chain.nodes().forEach([&](NodeId id, const Node&) {
            const NetworkScope scope{period, lens, id};
            const MoneyNetwork network = networkIn(snapshot, scope);
            const Exposure exposure = exposureOf(snapshot, scope, network);
            const auto isShared = [&](const ExposureSide& side, Measure measure) {
                const Figure figure = snapshot.rollups.figure(Group::of(id), measure, kNoLayer, period);
                QCOMPARE(side.inChain, figure.value);
                QCOMPARE(side.undisclosed, figure.undisclosed);
                std::int64_t shares = 0;
                for (const ExposureRow& row : side.rows)
                    shares += row.share.value;
                if (side.concentration)
                    QCOMPARE(shares, std::int64_t{10'000});
            };
            isShared(exposure.customers, Measure::Revenue);
            isShared(exposure.suppliers, Measure::Spend);
            const auto look = lookThroughOf(network, id, {});
            QVERIFY(look && look->residual < 1e-9);
        });
}

void TestExposure::itEndsWhenItIsTold()
{
    PayingChain chain{"lab", "cloud"};
    chain.sells("cloud", "lab", "40");
    const Snapshot snapshot = chain.snapshot();
    const NetworkScope scope{kIn2027, Lens(), chain.nodeId("lab")};
    QVERIFY(!moneyNetworkOf(snapshot, scope, [](double) { return false; }));
    QVERIFY(!lookThroughOf(networkIn(snapshot, scope), scope.lookedAt, {}, [](double) { return false; }));
}

QTEST_APPLESS_MAIN(TestExposure)
#include "tst_exposure.moc"
