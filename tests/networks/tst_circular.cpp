// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analyses/random_cells.h"
#include "networks/circular.h"
#include "networks/networks_testing.h"

#include <QObject>
#include <QTest>

#include <algorithm>
#include <set>

using namespace ochain;
using namespace ochain::testing;

namespace {

CircularMoney circularIn(const PayingChain& chain, const RingLimits& limits = {}, Period period = kIn2027,
                         const Lens& lens = {})
{
    const Snapshot snapshot = chain.snapshot(lens);
    const NetworkScope scope{period, lens, NodeId()};
    return circularMoneyOf(snapshot, scope, networkIn(snapshot, scope), limits).value();
}

/// "nvidia=openai-oracle- 30 firm 0": = after who invests, - after who buys; dollars.
QStringList told(const PayingChain& chain, const CircularMoney& money)
{
    QStringList rings;
    for (const CircularRing& ring : money.rings) {
        QString way;
        for (const RingStep& step : ring.steps)
            way += QString::fromStdString(chain.keyOf(step.payer)) +
                   QLatin1Char(step.dealClass == DealClass::Capital ? '=' : '-');
        rings << QStringLiteral("%1 %2 firm %3").arg(way).arg(ring.cents / 100).arg(ring.firmCents / 100);
    }
    return rings;
}

/// NVIDIA invests in OpenAI, which buys of Oracle, which buys of NVIDIA.
PayingChain threeOf(const char* commitmentOfChips)
{
    PayingChain chain{"nvidia", "openai", "oracle", "readers"};
    chain.invests("nvidia", "openai", "30", "firm");
    chain.sells("oracle", "openai", "300", "firm");
    chain.sells("nvidia", "oracle", "40", commitmentOfChips);
    chain.sells("openai", "readers", "20", "firm");
    return chain;
}

} // namespace

/// Money that comes back to who paid it.
class TestCircular final : public QObject {
    Q_OBJECT
private slots:
    void aRingIsItsLeastStep();
    void itIsFirmIfEachStepIs_data();
    void itIsFirmIfEachStepIs();
    void tradeAloneIsNoRing();
    void theDealsOfEachStepAreNamed();
    void whatGoesRoundIsTakenOut();
    void whereThereIsNothing_data();
    void whereThereIsNothing();
    void ofRandomChainsEachRingStands_data();
    void ofRandomChainsEachRingStands();
};

void TestCircular::aRingIsItsLeastStep()
{
    const PayingChain chain = threeOf("firm");
    QCOMPARE(told(chain, circularIn(chain)), QStringList{QStringLiteral("nvidia=openai-oracle- 30 firm 30")});
    QVERIFY(told(chain, circularIn(chain, {2, 100})).isEmpty());
}

void TestCircular::itIsFirmIfEachStepIs_data()
{
    QTest::addColumn<QString>("commitment");
    QTest::addColumn<QString>("ring");
    QTest::newRow("firm") << "firm"
                          << "nvidia=openai-oracle- 30 firm 30";
    QTest::newRow("a ceiling") << "ceiling"
                               << "nvidia=openai-oracle- 30 firm 0";
    QTest::newRow("nobody has said") << ""
                                     << "nvidia=openai-oracle- 30 firm 0";
}

void TestCircular::itIsFirmIfEachStepIs()
{
    QFETCH(const QString, commitment);
    QFETCH(const QString, ring);
    const PayingChain chain = threeOf(commitment.toUtf8().constData());
    QCOMPARE(told(chain, circularIn(chain)), QStringList{ring});
    Lens firm;
    firm.commitments = Commitments::Firm;
    const QStringList underFirm = told(chain, circularIn(chain, {}, kIn2027, firm));
    QCOMPARE(underFirm.isEmpty(), ring.endsWith(QStringLiteral(" 0")));
}

void TestCircular::tradeAloneIsNoRing()
{
    PayingChain chain{"one", "two", "fund"};
    chain.sells("one", "two", "10");
    chain.sells("two", "one", "10");
    chain.invests("fund", "one", "10");
    const CircularMoney money = circularIn(chain);
    QVERIFY(money.rings.empty());
    QCOMPARE(money.round, std::int64_t{2000}); // it goes round all the same
    QCOMPARE(money.outside, std::int64_t{1000});
    chain.invests("one", "two", "4");
    QCOMPARE(told(chain, circularIn(chain)), QStringList{QStringLiteral("one=two- 4 firm 0")});
}

void TestCircular::theDealsOfEachStepAreNamed()
{
    PayingChain chain = threeOf("firm");
    chain.deal("more-chips", "nvidia", "oracle", "licence",
               {{deal_field::ValueUsd, "5"}, {deal_field::Starts, "2027"}, {deal_field::Ends, "2027"}});
    chain.deal("hidden-chips", "nvidia", "oracle", "licence",
               {{deal_field::Starts, "2027"}, {deal_field::Ends, "2027"}});
    const CircularMoney money = circularIn(chain);
    QCOMPARE(money.undisclosed, 1U);
    const RingStep& chips = money.rings.front().steps[2];
    QCOMPARE(chips.cents, std::int64_t{4500});
    QCOMPARE(chips.firmCents, std::int64_t{4000});
    QCOMPARE(chips.deals, (std::vector<DealId>{chain.dealId("nvidia-oracle-licence"), chain.dealId("more-chips")}));
}

void TestCircular::whatGoesRoundIsTakenOut()
{
    const PayingChain chain = threeOf("firm");
    const CircularMoney money = circularIn(chain);
    QCOMPARE(money.gross, std::int64_t{39'000});
    QCOMPARE(money.round, std::int64_t{9000});
    QCOMPARE(money.outside, std::int64_t{27'000}); // readers 20, and what OpenAI pays more than it gets: 250
    QStringList shares;
    for (const CircularShare& share : money.shares)
        shares << QStringLiteral("%1 %2").arg(QString::fromStdString(chain.keyOf(share.node))).arg(share.share.value);
    QCOMPARE(shares, (QStringList{QStringLiteral("nvidia 7500"), QStringLiteral("openai 6000"),
                                  QStringLiteral("oracle 1000")}));
}

void TestCircular::whereThereIsNothing_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("no nodes") << "nothing";
    QTest::newRow("one node") << "one";
    QTest::newRow("undisclosed everywhere") << "undisclosed";
    QTest::newRow("outside the calendar") << "beyond";
}

void TestCircular::whereThereIsNothing()
{
    QFETCH(const QString, what);
    PayingChain chain{};
    if (what != QStringLiteral("nothing"))
        chain.node("one", "models");
    if (what == QStringLiteral("undisclosed") || what == QStringLiteral("beyond")) {
        const std::string usd = what == QStringLiteral("beyond") ? "5" : "";
        chain.node("two", "models");
        chain.sells("one", "two", usd);
        chain.invests("one", "two", usd);
    }
    const Period period = what == QStringLiteral("beyond") ? Period{PeriodKind::Year, 2050, 0} : kIn2027;
    const CircularMoney money = circularIn(chain, {}, period);
    QVERIFY(money.rings.empty() && money.shares.empty() && !money.isCut);
    QCOMPARE(money.gross + money.round + money.outside, std::int64_t{0});
    QCOMPARE(money.undisclosed, what == QStringLiteral("undisclosed") ? 2U : 0U);
}

void TestCircular::ofRandomChainsEachRingStands_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void TestCircular::ofRandomChainsEachRingStands()
{
    QFETCH(const int, seed);
    RandomEdits random(static_cast<std::uint64_t>(seed));
    const Chain chain = randomChain(random, 300);
    const Lens lens = random.lens();
    Snapshot snapshot{chain, {}};
    snapshot.rollups.compute(chain, lens);
    const NetworkScope scope{kTotal, lens, NodeId()};
    const MoneyNetwork network = networkIn(snapshot, scope);
    const CircularMoney money = circularMoneyOf(snapshot, scope, network, {6, 10'000}).value();
    for (const CircularRing& ring : money.rings) {
        std::set<NodeId> parties;
        std::int64_t least = ring.steps.front().cents;
        bool hasTrade = false;
        for (std::size_t i = 0; i < ring.steps.size(); ++i) {
            const RingStep& step = ring.steps[i];
            const NodeId payee = ring.steps[(i + 1) % ring.steps.size()].payer;
            QVERIFY(parties.insert(step.payer).second);
            std::int64_t sum = 0;
            for (const DealId deal : step.deals)
                sum += std::max<std::int64_t>(0, snapshot.rollups.dealMoney(chain, deal, kTotal).value);
            QCOMPARE(sum, step.cents);
            QVERIFY(network.find(step.payer, payee, step.dealClass) != nullptr);
            least = std::min(least, step.cents);
            hasTrade = hasTrade || step.dealClass == DealClass::Trade;
        }
        QCOMPARE(ring.steps.front().dealClass, DealClass::Capital);
        QVERIFY(hasTrade);
        QCOMPARE(ring.cents, least);
    }
    for (const CircularShare& share : money.shares)
        QVERIFY(share.round > 0 && share.round <= share.inflow);
    QVERIFY(money.outside + money.round <= money.gross);
}

QTEST_APPLESS_MAIN(TestCircular)
#include "tst_circular.moc"
